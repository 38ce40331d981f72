/** Compiles the WebAssembly modules that have JavaScript bindings. (A file of its own: what only counts does not load it.) */

import { notCompiled } from './diagnosis.js';
import { octetsOf } from './inline.js';

/** @param {string} text a module as the build writes it, its table of ranges column by column, which the end of the text tells */
export function compile(text) {
  const end = text.length - 16;
  const octets = octetsOf(text.slice(0, end));
  const [start, rows] = [end, end + 8].map((at) => Number.parseInt(text.slice(at, at + 8), 16));
  fromColumns(octets, start ?? 0, rows ?? 0);
  try {
    return new WebAssembly.Module(octets);
  } catch (cause) {
    throw notCompiled(octets, cause);
  }
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
