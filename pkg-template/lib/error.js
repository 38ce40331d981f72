/** Errors: an `SmsError` for a text or for WebAssembly, a `TypeError` for a wrong argument. */

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
