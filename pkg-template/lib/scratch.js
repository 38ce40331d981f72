/**
 * The memory shared with a WebAssembly module (`src/wasm/scratch.rs`): texts go in as UTF-16, results come out as
 * integers. Nothing here knows what is counted.
 */

/**
 * Exports of a module of the hot path; the one of `septet/count` lacks `octets` and the functions that read them.
 * @typedef {object} Module
 * @property {WebAssembly.Memory} memory
 * @property {() => number} layout
 * @property {() => number} cuts
 * @property {(length: number, flags: number, limits: number) => number} count
 * @property {(length: number, unit: number, clear: number, before: number, after: number) => number} sample
 * @property {(clear: number, before: number, after: number) => number} sampleNext
 * @property {(flags: number, limits: number) => number} countBegin
 * @property {(length: number) => void} countMore
 * @property {() => number} countEnd
 * @property {(texts: number, flags: number, limits: number) => number} countTexts
 * @property {() => number} octets
 * @property {(texts: number) => void} countLatin1
 * @property {(length: number, isLast: boolean, flags: number, limits: number) => number} countLines
 * @property {(length: number) => number} cutMore
 * @property {() => number} cutEnd
 */

/**
 * The parts of Node's `Buffer` used here.
 * @typedef {Uint8Array & { write(text: string, encoding: string): number }} NodeBuffer
 */

/** Up to this many units a loop is faster than a call of `Buffer#write`. */
export const LOOP = 32;

export class Scratch {
  /** @param {() => Module} start called before the first use */
  constructor(start) {
    this.start = start;
    /** There from the first use on. @type {Module} */
    this.wasm = /** @type {any} */ (undefined);
    /** Units of text that fit at a time. */
    this.capacity = 0;
    /** Units from one candidate cut of UCS-2 to the next. */
    this.step = 0;
    /** The text; empty before the first use, and again when the memory has grown. */
    this.text = new Uint16Array(0);
    /** The memory as a buffer, in Node. @type {NodeBuffer | null} */
    this.buffer = null;
    /** The memory for several texts of Latin-1, in Node. @type {NodeBuffer | null} */
    this.latin1 = null;
    /** The results of the last call. */
    this.results = new Int32Array(0);
    /** Texts that fit at a time, and the results for each. */
    this.texts = 0;
    this.lengths = new Uint32Array(0);
    this.segments = new Uint32Array(0);
    this.units = new Uint32Array(0);
    this.encodings = new Uint8Array(0);
  }

  /** Makes sure that the module has started and that the views are on its present memory. */
  ready() {
    if (this.text.length === 0) this.renew();
  }

  renew() {
    this.wasm ??= this.start();
    const { memory, layout, octets } = this.wasm;
    const at = layout();
    const list = /** @type {[number, number, number, number, number, number, number, number, number]} */ (/** @type {unknown} */ (new Uint32Array(memory.buffer, at, 9)));
    const [text, capacity, results, texts, lengths, segments, units, encodings, step] = list;
    this.capacity = capacity;
    this.step = step;
    this.results = new Int32Array(memory.buffer, results, 6);
    this.texts = texts;
    this.lengths = new Uint32Array(memory.buffer, lengths, texts);
    this.segments = new Uint32Array(memory.buffer, segments, texts);
    this.units = new Uint32Array(memory.buffer, units, texts);
    this.encodings = new Uint8Array(memory.buffer, encodings, texts);
    const { process, Buffer } = /** @type {any} */ (globalThis);
    const isNode = process?.versions?.node && Buffer;
    this.buffer = isNode ? Buffer.from(memory.buffer, text, 2 * capacity) : null;
    this.latin1 = isNode && octets ? Buffer.from(memory.buffer, octets(), capacity) : null;
    this.text = new Uint16Array(memory.buffer, text, capacity);
  }

  /**
   * Puts a text of at most `capacity` units into the memory.
   * @param {string} piece
   */
  write(piece) {
    const { length } = piece;
    if (length > LOOP && this.buffer !== null) {
      this.buffer.write(piece, 'utf16le');
      return;
    }
    const { text } = this;
    for (let index = 0; index < length; index++) text[index] = piece.charCodeAt(index);
  }

  /**
   * Puts a text of any length into the memory, piece by piece.
   * @param {string} whole
   * @param {(length: number) => void} next called with the length of each piece
   */
  pieces(whole, next) {
    for (let from = 0; from < whole.length; from += this.capacity) {
      const piece = whole.slice(from, from + this.capacity);
      this.write(piece);
      next(piece.length);
    }
  }
}
