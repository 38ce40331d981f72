/**
 * Arguments as one list of values, each with its type, for `src/wasm/messages/arguments.rs`. Which names and types are
 * right is decided there; here it is known what was given, and where, for the message of a `TypeError`.
 */

import { SmsError, wrong } from '../error.js';

/** @import { SmsErrorCode } from '../../index.js' */

/** @typedef {{ value: unknown, parent: number, key: string | number }} Place */

/** What a value is; above the lowest 4 bits stands how long it is, or how many it has. */
const KINDS = { null: 0, false: 1, true: 2, number: 3, text: 4, octets: 5, list: 6, object: 7, other: 8 };

/** No argument nests deeper; what does is none. */
const DEEPEST = 6;

const encoder = new TextEncoder();

export class Values {
  /** @type {number[]} */
  words = [];
  /** @type {Uint8Array[]} */
  pieces = [];
  /** @type {Place[]} */
  places = [];

  /** @param {Readonly<Record<string, unknown>>} given the arguments by their names, in order */
  constructor(given) {
    for (const [name, value] of Object.entries(given)) this.add(value, -1, name, 0);
  }

  /**
   * @param {unknown} value
   * @param {number} parent the place of what it is in
   * @param {string | number} key
   * @param {number} depth
   */
  add(value, parent, key, depth) {
    const place = this.places.length;
    this.places.push({ value, parent, key });
    if (value === undefined || value === null) this.word(KINDS.null, 0);
    else if (typeof value === 'boolean') this.word(value ? KINDS.true : KINDS.false, 0);
    else if (typeof value === 'number') this.text(KINDS.number, String(value));
    else if (typeof value === 'string') this.text(KINDS.text, value);
    else if (value instanceof Uint8Array) this.octets(KINDS.octets, value);
    else if (value instanceof Date && !Number.isNaN(value.getTime())) this.text(KINDS.text, value.toISOString());
    else if (typeof value !== 'object' || value instanceof Date || depth > DEEPEST) this.word(KINDS.other, 0);
    else if (Symbol.iterator in value) {
      const items = [.../** @type {Iterable<unknown>} */ (value)];
      this.word(KINDS.list, items.length);
      for (const [index, item] of items.entries()) this.add(item, place, index, depth + 1);
    } else {
      const entries = Object.entries(value).filter(([, member]) => member !== undefined);
      this.word(KINDS.object, entries.length);
      for (const [name, member] of entries) {
        const octets = encoder.encode(name);
        this.words.push(octets.length);
        this.pieces.push(octets);
        this.add(member, place, name, depth + 1);
      }
    }
  }

  /** @param {number} kind @param {number} size */
  word(kind, size) {
    this.words.push(kind + 16 * size);
  }

  /** @param {number} kind @param {string} text */
  text(kind, text) {
    this.octets(kind, encoder.encode(text));
  }

  /** @param {number} kind @param {Uint8Array} octets */
  octets(kind, octets) {
    this.word(kind, octets.length);
    this.pieces.push(octets);
  }

  /** The list as the module takes it. @returns {[Uint32Array, Uint8Array]} */
  packed() {
    const size = this.pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (size >= 2 ** 28) throw new SmsError('out-of-memory', `there is not enough memory for arguments of ${size} octets`);
    const octets = new Uint8Array(size);
    let at = 0;
    for (const piece of this.pieces) {
      octets.set(piece, at);
      at += piece.length;
    }
    return [Uint32Array.from(this.words), octets];
  }

  /** What people call a value. @param {number} index @returns {string} */
  path(index) {
    const place = this.places[index];
    if (place === undefined) return 'an argument';
    const { parent, key } = place;
    if (parent < 0) return String(key);
    const of = this.path(parent);
    if (typeof key === 'number') return `${of}[${key}]`;
    return of === 'options' ? `option ${key}` : `${of}.${key}`;
  }

  /**
   * What the module throws, as an error of the package.
   * @param {unknown} failure
   */
  failed(failure) {
    if (typeof failure !== 'string') return failure;
    const { place, property, expected, unknown, code, message, field, suggestion } = JSON.parse(failure);
    if (place === undefined) return new SmsError(/** @type {SmsErrorCode} */ (code), message, { field: field ?? undefined, suggestion: suggestion ?? undefined });
    const path = this.path(place);
    if (unknown) return new TypeError(`there is no ${path === 'options' ? 'option' : `property of ${path}`} called ${property}: ${expected}`);
    if (property === null) return wrong(path, expected, this.places[place]?.value);
    return wrong(path === 'options' ? `option ${property}` : `${path}.${property}`, expected, undefined);
  }
}
