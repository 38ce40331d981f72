/** `septet/names`: the Unicode names of characters. They are data; there is nothing to compile. */

import text from './wasm/names.txt';
import { isWhole } from './lib/error.js';
import { tableOf } from './lib/name-table.js';

export { SmsError } from './lib/error.js';

/** @type {((codePoint: number) => string | null) | undefined} */
let table;

/** @param {number} codePoint @returns {string | null} */
export function characterName(codePoint) {
  isWhole(codePoint, 'codePoint', 0, 0x10FFFF);
  table ??= tableOf(text);
  return table(codePoint);
}
