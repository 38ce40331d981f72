/**
 * The memory shared with the WebAssembly module (`src/wasm/scratch.rs`): texts go in as UTF-16, results come out as
 * integers. Nothing here knows what is counted.
 */

import { wrong } from './error.js';

/**
 * @typedef {object} Module what both modules export for the hot path
 * @property {WebAssembly.Memory} memory
 * @property {() => number} layout
 * @property {() => number} cuts
 * @property {(length: number, flags: number, limits: number) => number} count
 * @property {(flags: number, limits: number) => number} countBegin
 * @property {(length: number) => void} countMore
 * @property {() => number} countEnd
 * @property {(texts: number, flags: number, limits: number) => number} countTexts
 * @property {(length: number) => number} cutMore
 * @property {() => number} cutEnd
 */

/**
 * The parts of Node's `Buffer` used here.
 * @typedef {Uint8Array & { write(text: string, encoding: string): number }} NodeBuffer
 */

/** Up to this many units a loop is faster than a call of `Buffer#write`. */
const LOOP = 32;

/** @type {() => Module} */
let start;

/** @type {Module} */
export let wasm;

/** How many units of text fit at a time. */
export let capacity = 0;

/** What the last call found. */
export let results = new Int32Array(0);

/** Of several texts: how many fit, and a column for each property. */
export let columns = { texts: 0, lengths: new Uint32Array(0), segments: new Uint32Array(0), units: new Uint32Array(0), encodings: new Uint8Array(0) };

/** The text; empty before the first use, and again when the memory has grown. */
let text = new Uint16Array(0);

/** The same memory in Node. @type {NodeBuffer | null} */
let buffer = null;

/** @param {() => Module} starter called before the first use */
export function provide(starter) {
  start = starter;
}

/** Makes sure that the module has started and that the views are on its present memory. */
export function ready() {
  if (text.length === 0) renew();
}

function renew() {
  wasm ??= start();
  const memory = wasm.memory.buffer;
  const [textAt, units, resultsAt, texts, lengths, segments, unitsAt, encodings] = /** @type {any} */ (new Uint32Array(wasm.memory.buffer, wasm.layout(), 8));
  capacity = units;
  results = new Int32Array(memory, resultsAt, 4);
  columns = {
    texts,
    lengths: new Uint32Array(memory, lengths, texts),
    segments: new Uint32Array(memory, segments, texts),
    units: new Uint32Array(memory, unitsAt, texts),
    encodings: new Uint8Array(memory, encodings, texts),
  };
  const { process, Buffer } = /** @type {any} */ (globalThis);
  buffer = process?.versions?.node ? Buffer.from(memory, textAt, 2 * units) : null;
  text = new Uint16Array(memory, textAt, units);
}

/**
 * Puts a text of at most `capacity` units into the memory.
 * @param {string} piece
 */
export function write(piece) {
  const { length } = piece;
  if (length > LOOP && buffer !== null) {
    buffer.write(piece, 'utf16le');
  } else {
    for (let index = 0; index < length; index++) text[index] = piece.charCodeAt(index);
  }
}

/**
 * Puts a text of any length into the memory, piece by piece.
 * @param {string} whole
 * @param {(length: number) => void} next called with the length of each piece
 */
export function pieces(whole, next) {
  for (let from = 0; from < whole.length; from += capacity) {
    const piece = whole.slice(from, from + capacity);
    write(piece);
    next(piece.length);
  }
}

/** @param {unknown} value @param {string} [name] @returns {asserts value is string} */
export function isText(value, name = 'text') {
  if (typeof value !== 'string') throw wrong(name, 'a string', value);
}
