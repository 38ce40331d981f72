/** When a message fails: error codes and statuses. */

import text from '../../wasm/failing_bg.txt';
import { __wbg_reset_state as restart, call, initSync } from '../../wasm/failing.js';
import { compile } from '../inline';
import { Calls } from './calls.js';

/** @import * as Types from '../../messages.js' */

const calls = /* @__PURE__ */ new Calls(() => initSync({ module: compile(text) }), restart, call);

/** @type {typeof Types.errorCode} */
export const errorCode = (code) => calls.json('errorCode', { code });

/** @type {typeof Types.errorCodes} */
export const errorCodes = () => calls.json('errorCodes');

/** @type {typeof Types.retryAfter} */
export const retryAfter = (code, attempt, failedAt) => calls.json('retryAfter', { code, attempt, failedAt });

/** @type {typeof Types.statusDetails} */
export const statusDetails = (status) => calls.json('statusDetails', { status });

/** @type {typeof Types.statuses} */
export const statuses = () => calls.json('statuses');

/** @type {typeof Types.mergeStatuses} */
export const mergeStatuses = (callbacks, before) => calls.json('mergeStatuses', { callbacks, before });
