/** `countMany`: a column for each property instead of an object for each text, and few calls into the module. */

import { check, countLong, isBeyondLatin, isSampled, UCS2 } from './count.js';
import { isText, wrong } from './error.js';
import { LOOP } from './scratch.js';

/** @import { Counts } from '../index.js' */
/** @import { Settings } from './options.js' */
/** @import { Scratch } from './scratch.js' */

/** Index of the result with the status of one of several texts. */
export const STATUS = 5;

/**
 * Counts texts in the default alphabet or UCS-2.
 * @param {Scratch} scratch
 * @param {readonly string[]} texts
 * @param {Settings} settings
 * @returns {Counts}
 */
export function countManyUtf16(scratch, texts, settings) {
  if (!Array.isArray(texts)) throw wrong('texts', 'an array of strings', texts);
  scratch.ready();
  const columns = new Columns(texts.length);
  // An array may be a proxy, and change while it is read.
  const { length } = columns.units;
  const isPlain = settings.flags === 0;
  const { wasm } = scratch;
  // How many batches were beyond Latin-1, and as many go by untested after each: searching in vain never costs much.
  let found = 0;
  let pause = 0;
  while (columns.filled < length) {
    const first = columns.filled;
    if (isPlain && addSampled(scratch, texts[first], columns)) continue;
    // Where one only looks as if it could be sampled, others will: Greek, or with euro signs.
    const batch = take(scratch, texts, first, length, isPlain && !looksSampled(texts[first]));
    if (batch.length === 1) {
      countOne(scratch, batch[0] ?? '', settings, columns);
      continue;
    }
    const all = batch.join('');
    // The views are taken anew each time: what reads the array may have brought others.
    const { latin1 } = scratch;
    if (isPlain && latin1 !== null && --pause <= 0) {
      // For a string of octets there is nothing to search, whatever its length; for any other there is.
      if (!/[^\0-\xFF]/.test(all)) {
        latin1.write(all, 'latin1');
        wasm.countLatin1(batch.length);
        columns.copy(scratch, batch.length);
        continue;
      }
      pause = ++found;
    }
    scratch.write(all);
    const counted = wasm.countTexts(batch.length, settings.flags, settings.limits);
    if (counted < batch.length) check(scratch, scratch.results[STATUS] ?? 0, batch[counted] ?? '', settings, first + counted);
    columns.copy(scratch, batch.length);
  }
  return columns.counts();
}

/**
 * Adds the count of a text that needs nothing but a few units read.
 * @param {Scratch} scratch
 * @param {unknown} text
 * @param {Columns} columns
 */
function addSampled(scratch, text, columns) {
  if (typeof text !== 'string' || text.length <= LOOP || !isSampled(scratch, text)) return false;
  const [segments = 0, units = 0] = scratch.results;
  columns.add(UCS2, segments, units);
  return true;
}

/** @param {unknown} text */
function looksSampled(text) {
  return typeof text === 'string' && text.length > LOOP && isBeyondLatin(text);
}

/**
 * The next texts: as many as fit into the memory, with their lengths put there, and at least one.
 * @param {Scratch} scratch
 * @param {readonly string[]} texts
 * @param {number} first
 * @param {number} length of the array
 * @param {boolean} stops whether to stop before a text that looks as if it could be sampled
 */
function take({ capacity, texts: most, lengths }, texts, first, length, stops) {
  /** @type {string[]} */
  const batch = [];
  const end = Math.min(length, first + most);
  let total = 0;
  for (let index = first; index < end; index++) {
    const text = /** @type {string} */ (texts[index]);
    if (typeof text !== 'string') isText(text, `texts[${index}]`);
    total += text.length;
    if (index > first && (total > capacity || stops && looksSampled(text))) break;
    batch.push(text);
  }
  // Only now: what reads the array may run what counts too.
  for (let index = 0; index < batch.length; index++) lengths[index] = /** @type {string} */ (batch[index]).length;
  return batch;
}

/**
 * @param {Scratch} scratch
 * @param {string} text
 * @param {Settings} settings
 * @param {Columns} columns
 */
export function countOne(scratch, text, settings, columns) {
  const status = countLong(scratch, text, settings.flags, settings.limits);
  check(scratch, status, text, settings, columns.filled);
  const [segments = 0, units = 0] = scratch.results;
  columns.add(status, segments, units);
}

/** The columns of a result, filled from the first text on. Fields: to assign what is not declared calls a setter that a page put on `Object.prototype`. */
export class Columns {
  encodings;
  segments;
  units;
  filled = 0;

  /** @param {number} room for how many texts */
  constructor(room) {
    this.encodings = new Uint8Array(room);
    this.segments = new Uint32Array(room);
    this.units = new Uint32Array(room);
  }

  /**
   * @param {number} encoding
   * @param {number} segments
   * @param {number} units
   */
  add(encoding, segments, units) {
    this.encodings[this.filled] = encoding;
    this.segments[this.filled] = segments;
    this.units[this.filled] = units;
    this.filled++;
  }

  /**
   * Takes what the module found.
   * @param {Scratch} scratch
   * @param {number} count how many texts
   */
  copy(scratch, count) {
    this.encodings.set(scratch.encodings.subarray(0, count), this.filled);
    this.segments.set(scratch.segments.subarray(0, count), this.filled);
    this.units.set(scratch.units.subarray(0, count), this.filled);
    this.filled += count;
  }

  /** @returns {Counts} */
  counts() {
    const { encodings, segments, units } = this;
    let totalSegments = 0;
    // Over the elements of a typed array `for of` takes three times as long.
    for (let index = 0; index < segments.length; index++) totalSegments += segments[index] ?? 0;
    return { encoding: encodings, segments, units, totalSegments };
  }
}
