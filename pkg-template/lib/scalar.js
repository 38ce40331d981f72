/**
 * Counting where WebAssembly has no SIMD (Safari before 16.4): what the module of the hot path exports, as a script. It knows the default alphabet, UCS-2
 * and the profiles that have a name, by the rules of the crate (`src/segment/boundary.rs`), which tests hold it to. `docs/decisions.md` says why it is a script.
 */

import { DOUBLE, SINGLE } from './default-alphabet.js';

/** @import { Module } from './scratch.js' */

/** 16-bit units at a time, and texts. */
const UNITS = 1 << 15;
const TEXTS = 1 << 10;
/** The layout of the memory: after the text the results, where segments end, the columns of several texts, and the list of all that. */
const RESULTS = 2 * UNITS;
const CUTS = RESULTS + 24;
const LENGTHS = CUTS + 4 * UNITS;
const ENCODINGS = LENGTHS + 12 * TEXTS;
const END = ENCODINGS + TEXTS;

/** @param {() => never} refuse called for a profile that this script does not know @returns {Module} */
export function scalar(refuse) {
  const buffer = new ArrayBuffer(END + 36);
  const view = (/** @type {number} */ start) => new Uint32Array(buffer, start);
  view(END).set([0, UNITS, RESULTS, TEXTS, LENGTHS, LENGTHS + 4 * TEXTS, LENGTHS + 8 * TEXTS, ENCODINGS, 67]);
  const results = view(RESULTS);
  const cuts = view(CUTS);
  const table = view(LENGTHS);
  const read = (/** @type {number} */ from, /** @type {number} */ length) => String.fromCharCode(...new Uint16Array(buffer, 2 * from, length));
  /** The text read so far, its options, and where its segments end. */
  let whole = '';
  let chosen = 0;
  /** @type {[number, number][]} */
  let waiting = [];
  let next = 0;
  let position = 0;

  /** @param {string} all */
  const counted = (all) => {
    const profile = chosen >> 3 & 3;
    waiting = [];
    next = position = 0;
    const characters = [...all];
    const widths = characters.map((character) => (DOUBLE.test(character) ? 2 : Number(SINGLE.test(character))));
    const wrong = widths.indexOf(0);
    const encoding = chosen & 3 || (wrong < 0 ? 1 : 2);
    const isUcs2 = encoding > 1;
    if (!isUcs2 && wrong >= 0) {
      results[0] = characters.slice(0, wrong).join('').length;
      return 2;
    }
    const alone = isUcs2 ? 70 : 160;
    // A header of 6 octets, or 7 with a reference of 16 bits.
    const octets = chosen & 4 || profile === 1 ? 133 : 134;
    let capacity = profile === 2 ? alone : Math.floor(octets * alone / 140);
    let length = 0;
    let used = 0;
    let total = 0;
    characters.forEach((character, index) => {
      const cost = isUcs2 ? character.length : widths[index] ?? 0;
      if (used + cost > capacity) {
        waiting.push([length, used]);
        length = used = 0;
      }
      length += character.length;
      used += cost;
      total += cost;
    });
    waiting.push([length, used]);
    if (total <= alone) {
      waiting = [[all.length, used = total]];
      capacity = alone;
    }
    results.set([waiting.length, total, capacity, capacity - used]);
    return encoding - 1;
  };
  const begin = (/** @type {number} */ flags) => {
    if ((flags >> 3 & 3) === 3) refuse();
    chosen = flags;
    whole = '';
    return 0;
  };
  /** Reports the segments that end before a place. @param {number} end */
  const cut = (end) => {
    let count = 0;
    for (; next < waiting.length; next++) {
      const [length, used] = /** @type {[number, number]} */ (waiting[next]);
      if (position + length > end) break;
      position += length;
      cuts[count++] = length | used << 16;
    }
    return count;
  };
  let seen = 0;
  const module = {
    memory: { buffer },
    layout: () => END,
    cuts: () => CUTS,
    /** @param {number} length @param {number} flags */
    count(length, flags) {
      begin(flags);
      return counted(read(0, length));
    },
    sample: () => -1,
    countBegin: begin,
    /** @param {number} length */
    countMore(length) { whole += read(0, length); },
    countEnd() {
      seen = 0;
      return counted(whole);
    },
    /** @param {number} texts @param {number} flags */
    countTexts(texts, flags) {
      begin(flags);
      for (let index = 0, from = 0; index < texts; index++) {
        const length = table[index] ?? 0;
        const status = counted(read(from, length));
        if (status > 1) {
          results[5] = status;
          return index;
        }
        table[TEXTS + index] = results[0] ?? 0;
        table[2 * TEXTS + index] = results[1] ?? 0;
        new Uint8Array(buffer)[ENCODINGS + index] = status;
        from += length;
      }
      return texts;
    },
    /** @param {number} length */
    cutMore(length) {
      seen += length;
      // The last segment ends with the text.
      return cut(Math.min(seen, whole.length - (waiting.at(-1)?.[0] ?? 0)));
    },
    cutEnd: () => cut(Infinity),
  };
  // Without what a module has for samples and for octets, which nothing calls then.
  return /** @type {Module} */ (/** @type {unknown} */ (module));
}
