/** `septet`: everything about texts, ready at once. */

import base64 from './wasm/septet_bg.wasm';
import { initSync } from './wasm/septet.js';
import { countPlain, countUtf16 } from './lib/count.js';
import { compile } from './lib/inline.js';
import { BASIC, read } from './lib/options.js';
import { provide } from './lib/scratch.js';
import { splitUtf16 } from './lib/split.js';

/** @import { Count, CountOptions, Part } from './index.js' */

export { SmsError } from './lib/error.js';

provide(() => initSync({ module: compile(base64) }));

/**
 * @param {string} text
 * @param {CountOptions} [options]
 * @returns {Count}
 */
export function count(text, options) {
  return options === undefined ? countPlain(text) : countUtf16(text, read(options, BASIC));
}

/**
 * @param {string} text
 * @param {CountOptions} [options]
 * @returns {Part[]}
 */
export function split(text, options) {
  return splitUtf16(text, read(options, BASIC));
}
