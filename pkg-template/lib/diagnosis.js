/** The reason why a WebAssembly module was not compiled, or not started. */

import { SmsError } from './error.js';

/** The smallest module that is valid only with SIMD: a function that drops what `i8x16.splat` makes of 0. */
const SIMD = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11);

const REASONS = /** @type {const} */ ({
  'wasm-unsupported': 'this environment has no WebAssembly',
  'wasm-no-simd': 'no SIMD here, so septet can only count: Chrome 91, Firefox 89 and Safari 16.4 have it',
  'wasm-malformed': 'this is not a WebAssembly module: a server may have answered with an HTML page',
  'wasm-blocked': "WebAssembly cannot be compiled here; a Content-Security-Policy has to allow it: script-src 'wasm-unsafe-eval'",
  'out-of-memory': 'there is not enough memory for WebAssembly',
});

/**
 * A module that is valid but was not compiled was blocked; one that is not valid lacks SIMD or is not a module.
 * @param {BufferSource} octets
 * @param {unknown} cause
 */
export function notCompiled(octets, cause) {
  const code = reason(octets, cause);
  return new SmsError(code, REASONS[code], { cause });
}

/**
 * Starts a module that is compiled. Its memory is reserved only now, and there may be none.
 * @template T
 * @param {() => T} start
 */
export function started(start) {
  try {
    return start();
  } catch (cause) {
    throw cause instanceof RangeError ? notCompiled(new Uint8Array(), cause) : cause;
  }
}

/** @param {BufferSource} octets @param {unknown} cause @returns {keyof typeof REASONS} */
function reason(octets, cause) {
  if (typeof WebAssembly !== 'object') return 'wasm-unsupported';
  if (cause instanceof RangeError) return 'out-of-memory';
  if (WebAssembly.validate(octets)) return 'wasm-blocked';
  return WebAssembly.validate(SIMD) ? 'wasm-malformed' : 'wasm-no-simd';
}
