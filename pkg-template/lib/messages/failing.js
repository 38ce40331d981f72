/** Failures of messages: error codes and statuses. */

import text from '../../wasm/failing_bg.txt';
import * as bindings from '../../wasm/failing.js';
import { compile } from '../compile';
import { WasmModule } from '../module.js';

const module = /* @__PURE__ */ new WasmModule(() => bindings.initSync({ module: compile(text) }), bindings);

/** @type {typeof import('../../messages.js')} */
export const { errorCode, errorCodes, retryAfter, statusDetails, statuses, mergeStatuses } = /* @__PURE__ */ module.functions();
