/** A WebAssembly module that came with the script, compiled at once. */

import { SmsError } from './error.js';

/** @param {string} base64 */
export function compile(base64) {
  const octets = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  try {
    return new WebAssembly.Module(octets);
  } catch (cause) {
    throw new SmsError('wasm-blocked', "WebAssembly cannot be compiled here; a Content-Security-Policy has to allow it: script-src 'wasm-unsafe-eval'", { cause });
  }
}
