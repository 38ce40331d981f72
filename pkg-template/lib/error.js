/** What cannot be done: an `SmsError` for a text or for WebAssembly, a `TypeError` for a wrong argument. */

/** @import { SmsErrorCode } from '../index.js' */

export class SmsError extends Error {
  /**
   * @param {SmsErrorCode} code
   * @param {string} message
   * @param {{ index?: number | undefined, item?: number | undefined, field?: string | undefined, suggestion?: string | undefined, cause?: unknown }} [details]
   */
  constructor(code, message, { cause, ...places } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    for (const [name, place] of Object.entries(places)) {
      if (place !== undefined) Object.defineProperty(this, name, { value: place, enumerable: true, configurable: true, writable: true });
    }
  }

  get name() {
    return 'SmsError';
  }
}

/**
 * GSM-7 was demanded of a text that has a character without a code.
 * @param {string} text
 * @param {number} index
 * @param {number} [item] the place of the text among several
 */
export function unencodable(text, index, item) {
  const codePoint = text.codePointAt(index) ?? 0;
  const which = `'${String.fromCodePoint(codePoint)}' (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}) at index ${index}`;
  const where = item === undefined ? '' : ` of text ${item}`;
  return new SmsError('unencodable', `${which}${where} has no GSM-7 code: allow UCS-2 or replace the character`, { index, item });
}

/**
 * @param {string} what the argument or option
 * @param {string} expected
 * @param {unknown} value what it is instead
 */
export function wrong(what, expected, value) {
  return new TypeError(`${what} must be ${expected}, not ${described(value)}`);
}

/** @param {unknown} value @param {string} [name] @returns {asserts value is string} */
export function isText(value, name = 'text') {
  if (typeof value !== 'string') throw wrong(name, 'a string', value);
}

/**
 * @param {unknown} value
 * @param {string} name
 * @param {number} least
 * @param {number} most
 * @returns {asserts value is number}
 */
export function isWhole(value, name, least, most) {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) throw wrong(name, `an integer from ${least} to ${most}`, value);
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {asserts value is Uint8Array}
 */
export function isOctets(value, name) {
  if (!isUint8Array(value)) throw wrong(name, 'a Uint8Array', value);
}

/** Recognises an array of another realm too, such as Node's in a test with jsdom. @param {unknown} value @returns {value is Uint8Array} */
export function isUint8Array(value) {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}

/** @param {unknown} value */
function described(value) {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}

/**
 * Calls into a module that takes texts as strings: what breaks off half way, as its memory is full, is begun anew.
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
