/** Compiles WebAssembly modules: at once if one came with the script, else from a source that the caller names. */

import { notCompiled } from './diagnosis.js';
import { wrong } from './error.js';

/** @import { WasmSource } from '../slim.js' */
/** @import { Module } from './scratch.js' */

/** What such a text begins with, so that tools can find it in a bundle. */
const MARK = 'wasm ';

/** @param {string} text a module as the build writes it, its table of ranges column by column, which the end of the text tells */
export function compile(text) {
  const end = text.length - 16;
  const octets = octetsOf(text.slice(0, end));
  const [start, rows] = [end, end + 8].map((at) => Number.parseInt(text.slice(at, at + 8), 16));
  fromColumns(octets, start ?? 0, rows ?? 0);
  return moduleOf(octets);
}

/** @param {Uint8Array<ArrayBuffer>} octets */
function moduleOf(octets) {
  try {
    return new WebAssembly.Module(octets);
  } catch (cause) {
    throw notCompiled(octets, cause);
  }
}

/**
 * A module of the hot path at work: nothing but its exports crosses the border.
 * @param {string} text
 * @returns {Module}
 */
export function instance(text) {
  const { exports } = new WebAssembly.Instance(moduleOf(octetsOf(text)));
  return /** @type {Module} */ (/** @type {unknown} */ (exports));
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
  /** What a character stands for: alone, and from 256 and 512 on after each of the two that begin a pair. */
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

/**
 * Puts a table of ranges back in order: where each begins, where it ends, a number; it came column by column, a range as
 * its distance from the one before and its length.
 * @param {Uint8Array} octets
 * @param {number} start
 * @param {number} rows
 */
export function fromColumns(octets, start, rows) {
  const columns = octets.slice(start, start + 12 * rows);
  const table = new DataView(octets.buffer, start);
  const word = (/** @type {number} */ row, /** @type {number} */ column) => {
    let value = 0;
    for (let octet = 3; octet >= 0; octet--) value = value << 8 | (columns[(column + octet) * rows + row] ?? 0);
    return value;
  };
  for (let row = 0, end = 0; row < rows; row++) {
    const from = end + word(row, 0);
    end = from + word(row, 4);
    table.setUint32(12 * row, from, true);
    table.setUint32(12 * row + 4, end, true);
    table.setUint32(12 * row + 8, word(row, 8), true);
  }
}

/**
 * @param {WasmSource} source
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compiled(source) {
  if (typeof WebAssembly !== 'object') throw notCompiled(new Uint8Array(), undefined);
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === 'string' || source instanceof URL) return compiled(await fetch(source));
  if (typeof Response === 'function' && source instanceof Response) {
    if (!source.ok) throw new Error(`septet/slim: ${source.url} answers ${source.status}`);
    return compiled(await source.arrayBuffer());
  }
  if (!(source instanceof ArrayBuffer || ArrayBuffer.isView(source))) throw wrong('source', 'a URL, a Response, octets or a WebAssembly.Module', source);
  try {
    return await WebAssembly.compile(/** @type {BufferSource} */ (source));
  } catch (cause) {
    throw notCompiled(/** @type {BufferSource} */ (source), cause);
  }
}
