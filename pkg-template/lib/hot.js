/** The module of the hot path, which comes with every entry point that counts: it is small. */

import text from '../wasm/count_bg.txt';
import { compile } from './inline.js';
import { Scratch } from './scratch.js';

/** @import { Module } from './scratch.js' */

export const scratch = /* @__PURE__ */ new Scratch(() => /** @type {Module} */ (/** @type {unknown} */ (new WebAssembly.Instance(compile(text)).exports)));
