/** `count`: encoding and segments of a text. */

import { unencodable, wrong } from './error.js';
import { LIMITS } from './options.js';
import { capacity, isText, pieces, ready, results, wasm, write } from './scratch.js';

/** @import { Count } from '../index.js' */
/** @import { Settings } from './options.js' */

/** What a call returns beside the results, after the two encodings. */
const UNENCODABLE = 2;

/**
 * Counts under the default options.
 * @param {string} text
 * @returns {Count}
 */
export function countPlain(text) {
  if (typeof text !== 'string') throw wrong('text', 'a string', text);
  ready();
  const { length } = text;
  if (length > capacity) return counted(countLong(text, 0, 0));
  write(text);
  return counted(wasm.count(length, 0, 0));
}

/**
 * Counts in the default alphabet or UCS-2.
 * @param {string} text
 * @param {Settings} settings
 * @returns {Count}
 */
export function countUtf16(text, settings) {
  isText(text);
  ready();
  const { flags, limits } = settings;
  let status;
  if (text.length > capacity) {
    status = countLong(text, flags, limits);
  } else {
    write(text);
    status = wasm.count(text.length, flags, limits);
  }
  check(status, text, settings);
  return counted(status);
}

/**
 * Counts a text of any length, piece by piece.
 * @param {string} text
 * @param {number} flags
 * @param {number} limits
 */
export function countLong(text, flags, limits) {
  const status = wasm.countBegin(flags, limits);
  if (status !== 0) return status;
  pieces(text, wasm.countMore);
  return wasm.countEnd();
}

/**
 * Throws what is wrong with a text or with its options.
 * @param {number} status
 * @param {string} text
 * @param {Settings} settings
 */
export function check(status, text, settings) {
  if (status < UNENCODABLE) return;
  if (status === UNENCODABLE) throw unencodable(text, results[0] ?? 0);
  throw wrongLimit(settings);
}

/** @param {Settings} settings */
export function wrongLimit({ profile }) {
  const [place = 0, least, most] = results;
  const limit = LIMITS[place] ?? '';
  return wrong(`option profile.${limit}`, `an integer from ${least} to ${most}`, profile?.[limit]);
}

/**
 * @param {number} status
 * @returns {Count}
 */
function counted(status) {
  return {
    encoding: status === 0 ? 'GSM-7' : 'UCS-2',
    segments: /** @type {number} */ (results[0]),
    units: /** @type {number} */ (results[1]),
    unitsPerSegment: /** @type {number} */ (results[2]),
    unitsRemaining: /** @type {number} */ (results[3]),
    lockingShift: null,
    singleShift: null,
  };
}
