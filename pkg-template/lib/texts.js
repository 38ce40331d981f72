/** The functions of `septet`, over a WebAssembly module that `start` gives. */

import { countPlain, countUtf16 } from './count.js';
import { countManyUtf16 } from './many.js';
import { BASIC, read } from './options.js';
import { Scratch } from './scratch.js';
import { splitUtf16 } from './split.js';

/** @import { CountOptions } from '../index.js' */
/** @import { Module } from './scratch.js' */

/** @param {() => Module} start called once, before the first use */
export function texts(start) {
  const scratch = new Scratch(start);

  /** @param {string} text @param {CountOptions} [options] */
  function count(text, options) {
    if (options === undefined) return countPlain(scratch, text);
    return countUtf16(scratch, text, read(options, BASIC));
  }

  /** @param {readonly string[]} list @param {CountOptions} [options] */
  function countMany(list, options) {
    return countManyUtf16(scratch, list, read(options, BASIC));
  }

  /** @param {string} text @param {CountOptions} [options] */
  function split(text, options) {
    return splitUtf16(scratch, text, read(options, BASIC));
  }

  return { count, countMany, split };
}
