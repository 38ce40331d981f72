/** `septet/slim`: all of `septet`, with a WebAssembly module that you bring; that of the hot path is small and comes along. */

import { __wbg_reset_state, initSync, languageNames, report } from './wasm/septet.js';
import { SmsError } from './lib/error.js';
import { advising, basic, templating } from './lib/functions.js';
import { compiled } from './lib/inline.js';
import { Texts } from './lib/texts.js';

export { SmsError } from './lib/error.js';

/** @import { WasmSource } from './slim.js' */

/** @type {WebAssembly.Module | undefined} */
let given;

/** @param {WasmSource | Promise<WasmSource>} source */
export async function init(source) {
  given ??= await compiled(await source);
}

const texts = /* @__PURE__ */ new Texts(() => {
  if (given === undefined) throw new SmsError('not-initialized', 'septet/slim has no WebAssembly module yet: await init(…) before the first call');
  initSync({ module: given });
}, { __wbg_reset_state, initSync, languageNames, report });

export const { count, countMany, split, smartEncode, rcs } = /* @__PURE__ */ basic(texts);
export const { analyze, explain, suggest, truncate, links } = /* @__PURE__ */ advising(texts);
export const { template } = /* @__PURE__ */ templating(texts);
