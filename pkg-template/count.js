/** `septet/count`: counting and cutting alone, from a WebAssembly module of its own. */

import { countPlain, countUtf16 } from './lib/count.js';
import { scratch } from './lib/wasm-count.js';
import { countManyUtf16 } from './lib/count-many.js';
import { BASIC, read } from './lib/options.js';
import { splitUtf16 } from './lib/split.js';

/** @import { BasicOptions } from './count.js' */

export { SmsError } from './lib/error.js';

/** @param {string} text @param {BasicOptions} [options] */
export function count(text, options) {
  if (options === undefined) return countPlain(scratch, text);
  return countUtf16(scratch, text, read(options, BASIC));
}

/** @param {readonly string[]} texts @param {BasicOptions} [options] */
export function countMany(texts, options) {
  return countManyUtf16(scratch, texts, read(options, BASIC));
}

/** @param {string} text @param {BasicOptions} [options] */
export function split(text, options) {
  return splitUtf16(scratch, text, read(options, BASIC));
}
