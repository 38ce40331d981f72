/** `septet/slim`: all of `septet`, with a WebAssembly module that you bring; that of the hot path is small and comes along. */

import { initSync } from './wasm/septet.js';
import { SmsError } from './lib/error.js';
import { functions } from './lib/functions.js';
import { compiled } from './lib/inline.js';

export { SmsError } from './lib/error.js';

/** @import { WasmSource } from './slim.js' */

/** @type {WebAssembly.Module | undefined} */
let given;

/** @param {WasmSource | Promise<WasmSource>} source */
export async function init(source) {
  given ??= await compiled(await source);
}

export const { count, countMany, split, analyze, explain, smartEncode, suggest, truncate, template, links, rcs } = /* @__PURE__ */ functions(() => {
  if (given === undefined) throw new SmsError('not-initialized', 'septet/slim has no WebAssembly module yet: await init(…) before the first call');
  initSync({ module: given });
});
