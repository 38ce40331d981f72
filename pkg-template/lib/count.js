/** `count`: encoding and segments of a text. */

import { isText, unencodable, wrong } from './error.js';
import { LIMITS } from './options.js';
import { LOOP } from './scratch.js';

/** @import { Count } from '../index.js' */
/** @import { Settings } from './options.js' */
/** @import { Scratch } from './scratch.js' */

/** The return value of a call, besides the results: 0 for GSM-7, 1 for UCS-2, 2 if a text does not fit GSM-7, or a greater number. */
export const UCS2 = 1;
const UNENCODABLE = 2;

/**
 * Counts under the default options.
 * @param {Scratch} scratch
 * @param {string} text
 * @returns {Count}
 */
export function countPlain(scratch, text) {
  if (typeof text !== 'string') isText(text);
  if (scratch.text.length === 0) scratch.renew();
  const { length } = text;
  if (length > LOOP && isSampled(scratch, text)) return counted(scratch, UCS2);
  if (length > scratch.capacity) return counted(scratch, countLong(scratch, text, 0, 0));
  scratch.write(text);
  return counted(scratch, scratch.wasm.count(length, 0, 0));
}

/**
 * Counts a text by a few units of it, if the first or the last makes that possible.
 * @param {Scratch} scratch
 * @param {string} text
 */
export function isSampled({ wasm, step }, text) {
  const { length } = text;
  const first = text.charCodeAt(0);
  const unit = first > 0xFF ? first : text.charCodeAt(length - 1);
  if (!(unit > 0xFF)) return false;
  let place = step;
  for (let isFirst = true; place > 0; isFirst = false) {
    // No pair ends behind a place with no low surrogate after it: such a place need not be asked about.
    let clear = 0;
    for (; place < length && (text.charCodeAt(place) & 0xFC00) !== 0xDC00; place += step) clear++;
    // Behind the end nothing is read: that is slow.
    const before = place < length ? text.charCodeAt(place - 1) : 0;
    const after = place < length ? text.charCodeAt(place) : 0;
    place = isFirst ? wasm.sample(length, unit, clear, before, after) : wasm.sampleNext(clear, before, after);
  }
  return place === 0;
}

/**
 * Guesses from the first unit and the last if a text is beyond Latin-1; the decision is made elsewhere.
 * @param {string} text
 */
export function isBeyondLatin(text) {
  return text.charCodeAt(0) > 0xFF || text.charCodeAt(text.length - 1) > 0xFF;
}

/**
 * Counts in the default alphabet or UCS-2.
 * @param {Scratch} scratch
 * @param {string} text
 * @param {Settings} settings
 * @returns {Count}
 */
export function countUtf16(scratch, text, settings) {
  isText(text);
  scratch.ready();
  const { flags, limits } = settings;
  let status;
  if (text.length > scratch.capacity) {
    status = countLong(scratch, text, flags, limits);
  } else {
    scratch.write(text);
    status = scratch.wasm.count(text.length, flags, limits);
  }
  check(scratch, status, text, settings);
  return counted(scratch, status);
}

/**
 * Counts a text piece by piece, and prepares to cut it.
 * @param {Scratch} scratch
 * @param {string} text
 * @param {number} flags
 * @param {number} limits
 */
export function countLong(scratch, text, flags, limits) {
  const { wasm } = scratch;
  const status = wasm.countBegin(flags, limits);
  if (status !== 0) return status;
  scratch.pieces(text, wasm.countMore);
  return wasm.countEnd();
}

/**
 * Throws what is wrong with a text or with its options.
 * @param {Scratch} scratch
 * @param {number} status
 * @param {string} text
 * @param {Settings} settings
 * @param {number} [item] the place of the text among several
 */
export function check(scratch, status, text, settings, item) {
  if (status < UNENCODABLE) return;
  const [place = 0, least, most] = scratch.results;
  if (status === UNENCODABLE) throw unencodable(text, place, item);
  const limit = LIMITS[place] ?? '';
  throw wrong(`option profile.${limit}`, `an integer from ${least} to ${most}`, settings.profile?.[limit]);
}

/**
 * @param {Scratch} scratch
 * @param {number} status
 * @returns {Count}
 */
export function counted({ results }, status) {
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
