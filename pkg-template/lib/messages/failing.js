/** Failures of messages: error codes and statuses. */

import text from '../../wasm/failing_bg.txt';
import * as bindings from '../../wasm/failing.js';
import { compile } from '../compile';
import { WasmModule } from '../module.js';

/** @import * as Types from '../../messages.js' */

const module = /* @__PURE__ */ new WasmModule(() => bindings.initSync({ module: compile(text) }), bindings);

/** @type {typeof Types.errorCode} */
export const errorCode = (code) => module.call((wasm) => wasm.errorCode(code));

/** @type {typeof Types.errorCodes} */
export const errorCodes = () => module.call((wasm) => wasm.errorCodes());

/** @type {typeof Types.retryAfter} */
export const retryAfter = (code, attempt, failedAt) => module.call((wasm) => wasm.retryAfter(code, attempt, failedAt));

/** @type {typeof Types.statusDetails} */
export const statusDetails = (status) => module.call((wasm) => wasm.statusDetails(status));

/** @type {typeof Types.statuses} */
export const statuses = () => module.call((wasm) => wasm.statuses());

/** @type {typeof Types.mergeStatuses} */
export const mergeStatuses = (callbacks, before) => module.call((wasm) => wasm.mergeStatuses(callbacks, before));
