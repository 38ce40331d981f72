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
  scratch.pieces(text, (length) => cutter.cut(cuts.subarray(0, wasm.cutMore(length))));
  cutter.cut(cuts.subarray(0, wasm.cutEnd()));
  return cutter.parts;
}

/** Cuts a text at the places that the module found: the length of each part, and its code units above it. */
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

  /** @param {Iterable<number>} cuts */
  cut(cuts) {
    const { text, unitsPerSegment } = this;
    for (const cut of cuts) {
      const start = this.start;
      const end = start + (cut & 0xFFFF);
      const units = cut >>> 16;
      this.parts.push({ text: text.slice(start, end), start, end, units, unitsPerSegment, unitsRemaining: unitsPerSegment - units });
      this.start = end;
    }
  }
}
