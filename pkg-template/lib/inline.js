/** Compiles the WebAssembly modules that come with the script. */

import { notCompiled } from './diagnosis.js';
import { scalar } from './scalar.js';

/** @import { Module } from './scratch.js' */

/** The beginning of such a text, so that tools can find it in a bundle. */
const MARK = 'wasm ';

/**
 * A module of the hot path at work: nothing but its exports crosses the border. Where there is no SIMD, a script that does the same.
 * @param {string} text
 * @returns {Module}
 */
export function instance(text) {
  const octets = octetsOf(text);
  try {
    return /** @type {Module} */ (/** @type {unknown} */ (new WebAssembly.Instance(new WebAssembly.Module(octets)).exports));
  } catch (cause) {
    const error = notCompiled(octets, cause);
    if (error.code !== 'wasm-no-simd') throw error;
    return scalar(() => { throw error; });
  }
}

/**
 * The octets of a text (`inline.mjs` writes it): the frequent ones are one character, itself if it can be, the
 * others two.
 * @param {string} text
 */
export function octetsOf(text) {
  const digits = MARK.length;
  const start = digits + 64;
  const all = Array.from({ length: 256 }, (_, octet) => octet);
  const plain = all.filter((octet) => octet >= 0x20 && octet < 0x7F && !'"\'`\\<$'.includes(String.fromCharCode(octet)));
  const isSingle = (/** @type {number} */ octet) => Number.parseInt(text.charAt(digits + (octet >> 2)), 16) >> (3 - octet % 4) & 1;
  const free = plain.filter((octet) => !isSingle(octet));
  const others = all.filter((octet) => isSingle(octet) && !plain.includes(octet));
  const pairs = all.filter((octet) => !isSingle(octet));
  /** The octet for each character: alone, and from 256 and 512 on after each of the two that begin a pair. */
  const table = new Uint8Array(3 * 256);
  plain.forEach((octet, place) => {
    table[octet] = octet;
    table[256 + octet] = pairs[place] ?? 0;
    table[512 + octet] = pairs[plain.length + place] ?? 0;
  });
  others.forEach((octet, place) => { table[free[place] ?? 0] = octet; });
  const after = new Uint16Array(256);
  free.slice(-2).forEach((octet, place) => { after[octet] = 256 * (place + 1); });
  const octets = new Uint8Array(text.length);
  let count = 0;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const from = after[code] ?? 0;
    octets[count++] = table[from === 0 ? code : from + text.charCodeAt(++index)] ?? 0;
  }
  return octets.subarray(0, count);
}
