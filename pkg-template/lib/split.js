/** `split`: the segments of a text, cut out of the text as it is, so that lone surrogates stay what they are. */

import { check } from './count.js';
import { isText, pieces, ready, results, wasm } from './scratch.js';

/** @import { Part } from '../index.js' */
/** @import { Settings } from './options.js' */

/**
 * Cuts in the default alphabet or UCS-2.
 * @param {string} text
 * @param {Settings} settings
 * @returns {Part[]}
 */
export function splitUtf16(text, settings) {
  isText(text);
  ready();
  const { flags, limits } = settings;
  let status = wasm.countBegin(flags, limits);
  if (status === 0) {
    pieces(text, wasm.countMore);
    status = wasm.countEnd();
  }
  check(status, text, settings);
  const unitsPerSegment = results[2] ?? 0;
  const cuts = new Uint32Array(wasm.memory.buffer, wasm.cuts());
  /** @type {Part[]} */
  const parts = [];
  let start = 0;
  /** @param {number} count */
  const take = (count) => {
    for (const cut of cuts.subarray(0, count)) {
      const [end, units] = [start + (cut & 0xFFFF), cut >>> 16];
      parts.push({ text: text.slice(start, end), start, end, units, unitsPerSegment, unitsRemaining: unitsPerSegment - units });
      start = end;
    }
  };
  pieces(text, (length) => take(wasm.cutMore(length)));
  take(wasm.cutEnd());
  return parts;
}
