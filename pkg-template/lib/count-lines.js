/** `countMany` of lines of UTF-8: no string is made of them. */

import { check } from './count.js';
import { Columns, countOne, STATUS } from './count-many.js';

/** @import { Counts } from '../index.js' */
/** @import { Settings } from './options.js' */
/** @import { Scratch } from './scratch.js' */

/** Index of the result with the number of octets read. */
const READ = 4;

/**
 * Counts lines in the default alphabet or UCS-2.
 * @param {Scratch} scratch
 * @param {Uint8Array} octets
 * @param {Settings} settings
 * @returns {Counts}
 */
export function countLines(scratch, octets, settings) {
  scratch.ready();
  const { wasm, capacity } = scratch;
  const memory = new Uint8Array(wasm.memory.buffer, wasm.octets(), capacity);
  let columns = new Columns(scratch.texts);
  let start = startOfText(octets);
  while (start < octets.length) {
    const piece = octets.subarray(start, start + capacity);
    memory.set(piece);
    scratch.results[STATUS] = 0;
    const lines = wasm.countLines(piece.length, start + piece.length === octets.length, settings.flags, settings.limits);
    columns = withRoom(columns, Math.max(lines, 1));
    columns.copy(scratch, lines);
    start += scratch.results[READ] ?? 0;
    const status = scratch.results[STATUS] ?? 0;
    if (status !== 0) check(scratch, status, lineAt(octets, start).text, settings, columns.filled);
    if (lines > 0) continue;
    const { text, next } = lineAt(octets, start);
    countOne(scratch, text, settings, columns);
    start = next;
  }
  return resized(columns, columns.filled).counts();
}

/**
 * The lines of a text as strings.
 * @param {Uint8Array} octets
 */
export function linesOf(octets) {
  const lines = [];
  for (let start = startOfText(octets); start < octets.length;) {
    const { text, next } = lineAt(octets, start);
    lines.push(text);
    start = next;
  }
  return lines;
}

/**
 * The octets of a view, whatever class it is of.
 * @param {Uint8Array} view
 */
export function octetsOf({ buffer, byteOffset, byteLength }) {
  try {
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch (cause) {
    throw new TypeError('texts has no octets any more: its buffer was transferred', { cause });
  }
}

/** Behind the mark that some programs begin a text with. @param {Uint8Array} octets */
function startOfText([a, b, c]) {
  return a === 0xEF && b === 0xBB && c === 0xBF ? 3 : 0;
}

/**
 * @param {Uint8Array} octets
 * @param {number} start
 */
function lineAt(octets, start) {
  const feed = octets.indexOf(0x0A, start);
  const end = feed < 0 ? octets.length : feed;
  const hasReturn = feed > start && octets[feed - 1] === 0x0D;
  // A copy, as a decoder takes no memory that is shared.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets.slice(start, hasReturn ? end - 1 : end));
  return { text, next: end + 1 };
}

/**
 * @param {Columns} columns
 * @param {number} more texts
 */
function withRoom(columns, more) {
  const room = columns.encodings.length;
  return columns.filled + more <= room ? columns : resized(columns, 2 * room + more);
}

/**
 * @param {Columns} columns
 * @param {number} room
 */
function resized(columns, room) {
  const { encodings, segments, units, filled } = columns;
  const result = new Columns(room);
  result.encodings.set(encodings.subarray(0, filled));
  result.segments.set(segments.subarray(0, filled));
  result.units.set(units.subarray(0, filled));
  result.filled = filled;
  return result;
}
