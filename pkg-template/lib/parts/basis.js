/** What counts, cuts and smart encodes; all else of `septet` stands on it. */

import text from '../../wasm/basis_bg.txt';
import { __wbg_reset_state, initSync, languageNames, report } from '../../wasm/basis.js';
import { basic } from '../functions.js';
import { compile } from '../inline';
import { Texts } from '../texts.js';

/** @type {WebAssembly.Module | undefined} */
let module;

export function start() {
  module ??= compile(text);
  initSync({ module });
}

export const bindings = { __wbg_reset_state, initSync, languageNames, report };

export const { count, countMany, split, smartEncode, rcs } = /* @__PURE__ */ basic(/* @__PURE__ */ new Texts(start, bindings));
