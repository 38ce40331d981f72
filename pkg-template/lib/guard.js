/** Calls into a module that takes texts as strings: what breaks off half way, as its memory is full, is begun anew. */

import { SmsError } from './error.js';

/**
 * @template T
 * @param {() => void} restart gives the module a memory of its own again
 * @param {string} what there may be no memory for
 * @param {() => T} work
 * @returns {T}
 */
export function guarded(restart, what, work) {
  try {
    return work();
  } catch (failure) {
    if (!hasBroken(failure)) throw failure;
    restart();
    throw new SmsError('out-of-memory', `there is not enough memory for ${what}`, { cause: failure });
  }
}

/**
 * Whether a module was left in the middle of something: it trapped, the stack was full, or its result was longer
 * than a string can be (in Node).
 * @param {unknown} failure
 */
function hasBroken(failure) {
  return failure instanceof WebAssembly.RuntimeError || failure instanceof RangeError
    || failure instanceof Error && /** @type {Error & { code?: unknown }} */ (failure).code === 'ERR_STRING_TOO_LONG';
}
