/** `septet/names`: the Unicode names of characters. */

export { SmsError } from './index.js';

/**
 * The name of a character in Unicode 17, or the alias of a control character; `null` for a code point that has neither.
 * `codePoint` is an integer from 0 to 0x10FFFF, as `codePointAt` gives it.
 *
 * @param codePoint an integer from 0 to 0x10FFFF
 * @throws {TypeError} for anything else
 * @throws {SmsError} `wasm-…` or `out-of-memory` where the WebAssembly module cannot be used
 *
 * @example
 * characterName(0x421) //=> 'CYRILLIC CAPITAL LETTER ES'
 * @example
 * characterName(8204) //=> 'ZERO WIDTH NON-JOINER'
 */
export function characterName(codePoint: number): string | null;
