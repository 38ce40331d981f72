/** `split`: the segments of a text, cut out of the text as it is, so that lone surrogates stay what they are. */

import { check, countLong } from './count.js';
import { isText } from './error.js';

/** @import { Part } from '../index.js' */
/** @import { Settings } from './options.js' */
/** @import { Scratch } from './scratch.js' */

/**
 * Cuts in the default alphabet or UCS-2.
 * @param {Scratch} scratch
 * @param {string} text
 * @param {Settings} settings
 * @returns {Part[]}
 */
export function splitUtf16(scratch, text, settings) {
  isText(text);
  scratch.ready();
  check(scratch, countLong(scratch, text, settings.flags, settings.limits), text, settings);
  const { wasm, results } = scratch;
  const cuts = new Uint32Array(wasm.memory.buffer, wasm.cuts());
  const cutter = new Cutter(text, results[2] ?? 0);
  const cut = (/** @type {number} */ ended) => {
    // The length of each part, and its code units above it.
    for (let index = 0; index < ended; index++) cutter.cut((cuts[index] ?? 0) & 0xFFFF, (cuts[index] ?? 0) >>> 16);
  };
  scratch.pieces(text, (length) => cut(wasm.cutMore(length)));
  cut(wasm.cutEnd());
  return cutter.parts;
}

/** Cuts a text at the offsets that a module found. */
export class Cutter {
  text;
  unitsPerSegment;
  start = 0;
  /** @type {Part[]} */
  parts = [];

  /**
   * @param {string} text
   * @param {number} unitsPerSegment
   */
  constructor(text, unitsPerSegment) {
    this.text = text;
    this.unitsPerSegment = unitsPerSegment;
  }

  /**
   * Adds the next part.
   * @param {number} length in 16-bit units of text
   * @param {number} units its code units
   */
  cut(length, units) {
    const { text, start, unitsPerSegment } = this;
    const end = start + length;
    this.parts.push({ text: text.slice(start, end), start, end, units, unitsPerSegment, unitsRemaining: unitsPerSegment - units });
    this.start = end;
  }
}
