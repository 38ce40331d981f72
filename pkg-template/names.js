/** `septet/names`: the Unicode names of characters. */

import text from './wasm/names_bg.txt';
import * as bindings from './wasm/names.js';
import { isWhole } from './lib/error.js';
import { compile } from './lib/inline';
import { WasmModule } from './lib/module.js';

export { SmsError } from './lib/error.js';

const module = /* @__PURE__ */ new WasmModule(() => bindings.initSync({ module: compile(text) }), bindings);

/** @param {number} codePoint @returns {string | null} */
export function characterName(codePoint) {
  isWhole(codePoint, 'codePoint', 0, 0x10FFFF);
  return module.call((wasm) => wasm.characterName(codePoint)) ?? null;
}
