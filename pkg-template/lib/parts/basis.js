/** The functions of `septet` on the module that comes with the script. */

import text from '../../wasm/septet_bg.txt';
import { __wbg_reset_state, initSync, languageNames, report } from '../../wasm/septet.js';
import { advising, basic, templating } from '../functions.js';
import { compile } from '../inline';
import { Texts } from '../texts.js';

/** @type {WebAssembly.Module | undefined} */
let module;

export const texts = /* @__PURE__ */ new Texts(() => {
  module ??= compile(text);
  initSync({ module });
}, { __wbg_reset_state, initSync, languageNames, report });

export const { count, countMany, split, smartEncode, rcs } = /* @__PURE__ */ basic(texts);
export const { analyze, explain, suggest, truncate, links } = /* @__PURE__ */ advising(texts);
export const { template } = /* @__PURE__ */ templating(texts);
