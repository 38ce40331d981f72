/** Failures of a module with JavaScript bindings. */

import { SmsError, unencodable, wrong } from './error.js';

/** @import { SmsErrorCode } from '../index.js' */

/**
 * True if a module was interrupted in the middle of a call: it trapped, the stack was full, or its result was longer
 * than a string can be (in Node).
 * @param {unknown} failure
 */
export function hasBroken(failure) {
  return failure instanceof WebAssembly.RuntimeError || failure instanceof RangeError
    || failure instanceof Error && /** @type {Error & { code?: unknown }} */ (failure).code === 'ERR_STRING_TOO_LONG';
}

/**
 * The error that callers see for a call that failed.
 * @param {unknown} failure what was thrown; an object if Rust did (`bindings/src/failure.rs`)
 * @param {string} text the call is about
 * @param {Readonly<Record<string, number>> | null} profile as given
 */
export function failed(failure, text, profile) {
  if (failure instanceof Error) return failure;
  const { code, message, index, field, suggestion, value } = /** @type {Failure} */ (failure);
  switch (code) {
    case 'thrown': return value;
    case 'wrong-argument': return wrong(field ?? '', message, value);
    case 'unknown-property': return new TypeError(message);
    case 'unencodable': return unencodable(text, index ?? 0);
    case 'wrong-limit': {
      const limit = Object.keys(profile ?? {})[index ?? 0] ?? '';
      return wrong(`option profile.${limit}`, `an integer from ${message}`, profile?.[limit]);
    }
    default: return new SmsError(/** @type {SmsErrorCode} */ (code), message, { index: index ?? undefined, field: field ?? undefined, suggestion: suggestion ?? undefined });
  }
}

/** @typedef {{ code: string, message: string, index: number | null, field: string | null, suggestion: string | null, value: unknown }} Failure */
