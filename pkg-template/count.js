/** `septet/count`: counting and cutting alone, from a WebAssembly module of its own. */

import base64 from './wasm/count_bg.wasm';
import { initSync } from './wasm/count.js';
import { countPlain, countUtf16 } from './lib/count.js';
import { compile } from './lib/inline.js';
import { countManyUtf16 } from './lib/many.js';
import { BASIC, read } from './lib/options.js';
import { Scratch } from './lib/scratch.js';
import { splitUtf16 } from './lib/split.js';

/** @import { BasicOptions } from './count.js' */

export { SmsError } from './lib/error.js';

const scratch = /* @__PURE__ */ new Scratch(() => initSync({ module: compile(base64) }));

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
