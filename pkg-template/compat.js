/** `septet/compat`: the interface of npm `sms-segments-calculator` 1.3.0, by the rules of septet. */

import { DOUBLE, SINGLE } from './lib/default-alphabet.js';
import { isText } from './lib/error.js';
import { EncodedChar, Segment } from './lib/encoded.js';
import { edited, isReportable } from './lib/edits.js';
import { module } from './lib/wasm-compat.js';

const ENCODINGS = ['GSM-7', 'UCS-2', 'auto'];
const REGIONS = ['us', 'international'];
/** Octets that a unit of RCS has, and a message outside of the United States. */
const RCS_UNIT = 160;
const RCS_SINGLE = 1600;

const ESCAPE = 0x1B;

/** A character that GSM-7 does not have. */
const OTHER = /* @__PURE__ */ new RegExp(`[^${[DOUBLE, SINGLE].map(({ source }) => source.slice(1, -1)).join('')}]`);

/** Under this a message keeps its text, and the details once they were asked for. */
const HIDDEN = Symbol('hidden');

const LINE_BREAKS = 'The message has line breaks, the web page utility only supports LF style. If you insert a CRLF it will be converted to LF.';

export class SegmentedMessage {
  encodingName;
  encoding;
  lineBreakStyle;
  warnings;

  /**
   * @param {string} message
   * @param {'GSM-7' | 'UCS-2' | 'auto'} [encoding]
   * @param {boolean} [smartEncoding]
   */
  constructor(message, encoding = 'auto', smartEncoding = false) {
    if (!ENCODINGS.includes(encoding)) throw new Error(`Encoding ${encoding} not supported. Valid values for encoding are ${ENCODINGS.join(', ')}`);
    isText(message, 'message');
    const text = smartEncoding ? smartEncoded(message) : message;
    /** @type {'GSM-7' | 'UCS-2'} */
    this.encodingName = encoding === 'UCS-2' || OTHER.test(text) ? 'UCS-2' : 'GSM-7';
    if (encoding === 'GSM-7' && this.encodingName !== encoding) throw new Error('The string provided is incompatible with GSM-7 encoding');
    this.encoding = encoding;
    this.lineBreakStyle = lineBreakStyle(text);
    this.warnings = this.lineBreakStyle ? [LINE_BREAKS] : [];
    Object.defineProperty(this, HIDDEN, { value: { text, details: undefined } });
    Object.defineProperties(this, LAZY);
  }

  /** The encoding in which the message travels. */
  getEncodingName() {
    return this.encodingName;
  }

  /** Bits of all segments, headers included. */
  get totalSize() {
    return detailsOf(this).segments.reduce((bits, segment) => bits + segment.sizeInBits(), 0);
  }

  /** Bits of all segments, headers excluded. */
  get messageSize() {
    return detailsOf(this).segments.reduce((bits, segment) => bits + segment.messageSizeInBits(), 0);
  }

  /** Segments: 1 or more. */
  get segmentsCount() {
    return detailsOf(this).segments.length;
  }

  /** The user-perceived characters that are not a single character of GSM-7, in order. */
  getNonGsmCharacters() {
    return detailsOf(this).encodedChars.filter((character) => !character.isGSM7).map((character) => character.raw);
  }
}

/**
 * Data that need an object for each character, computed on the first access.
 * @typedef {object} Details
 * @property {string[]} graphemes
 * @property {number} numberOfUnicodeScalars
 * @property {EncodedChar[]} encodedChars
 * @property {number} numberOfCharacters
 * @property {Segment[]} segments
 */

/** @param {SegmentedMessage} message @returns {Details} */
function detailsOf(message) {
  return /** @type {any} */ (message);
}

/**
 * The details as properties of a message: of its own and enumerable, as fields are. The first to be read finds all.
 * @type {PropertyDescriptorMap}
 */
const LAZY = Object.fromEntries(/** @type {const} */ (['graphemes', 'numberOfUnicodeScalars', 'encodedChars', 'numberOfCharacters', 'segments']).map((name) => [name, {
  /** @this {{ [HIDDEN]: { text: string, details?: Details }, encodingName: 'GSM-7' | 'UCS-2' }} */
  get() {
    const hidden = this[HIDDEN];
    hidden.details ??= details(hidden.text, this.encodingName);
    return hidden.details[name];
  },
  /** @param {unknown} value */
  set(value) {
    Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
  },
  enumerable: true,
  configurable: true,
}]));

/**
 * User-perceived characters, each in as many pieces as there are segments that it is in (`bindings/src/compat.rs`).
 * @typedef {object} Pieces
 * @property {number} scalars
 * @property {number} units
 * @property {Uint32Array} lengths
 * @property {Uint32Array} segments
 * @property {Uint8Array} continues
 * @property {Uint8Array} septets
 * @property {Uint8Array} codes
 */

/**
 * @param {string} text
 * @param {'GSM-7' | 'UCS-2'} encodingName
 * @returns {Details}
 */
function details(text, encodingName) {
  isReportable(text);
  const isUcs2 = encodingName === 'UCS-2';
  // A lone surrogate stands alone, as a control does (UAX #29); in Rust no string has one.
  const wellFormed = text.replace(/\p{Cs}/gu, '\u2028');
  /** @type {Pieces} */
  const pieces = call(text, (wasm) => wasm.compatPieces(wellFormed, isUcs2));
  /** @type {string[]} */
  const graphemes = [];
  /** @type {EncodedChar[]} */
  const encodedChars = [];
  /** @type {EncodedChar[][]} */
  const segments = [[]];
  let start = 0;
  for (const [index, length] of pieces.lengths.entries()) {
    const raw = text.slice(start, start + length);
    start += length;
    if (pieces.continues[index]) graphemes.push(graphemes.pop() + raw);
    else graphemes.push(raw);
    const isGSM7 = pieces.septets[index] !== 0;
    const code = pieces.codes[index] ?? 0;
    const septets = pieces.septets[index] === 2 ? [ESCAPE, code] : [code];
    const character = new EncodedChar(raw, encodingName, isGSM7, isGSM7 && !isUcs2 ? septets : unitsOf(raw));
    encodedChars.push(character);
    const segment = pieces.segments[index] ?? 0;
    (segments[segment] ??= []).push(character);
  }
  return {
    graphemes,
    numberOfUnicodeScalars: pieces.scalars,
    encodedChars,
    numberOfCharacters: isUcs2 ? graphemes.length : pieces.units,
    segments: segments.map((characters, index) => {
      const segment = new Segment(index > 0);
      segment.push(...characters);
      if (index === 0 && segments.length > 1) segment.reserve();
      return segment;
    }),
  };
}

/**
 * A call that is about a text.
 * @template T
 * @param {string} text
 * @param {(wasm: typeof module.bindings) => T} work
 */
function call(text, work) {
  return module.call(work, `a text of ${text.length} units`, text);
}

/** A text by the list of the provider whose package this replaces, whatever it saves. @param {string} text */
function smartEncoded(text) {
  return edited(text, call(text, (wasm) => wasm.compatEdits(text)));
}

/** @param {string} text */
function unitsOf(text) {
  const units = [];
  for (let index = 0; index < text.length; index++) units.push(text.charCodeAt(index));
  return units;
}

/** @param {string} text */
function lineBreakStyle(text) {
  const hasCrlf = text.includes('\r\n');
  const hasLf = /(?<!\r)\n/.test(text);
  if (hasLf) return hasCrlf ? 'LF+CRLF' : 'LF';
  return hasCrlf ? 'CRLF' : undefined;
}

export class RcsSegmentedMessage {
  encodingName = 'UTF-8';
  message;
  region;
  numberOfBytes;
  messageSize;
  totalSize;
  segmentsCount;
  messageType;
  segments;

  /**
   * @param {string} message
   * @param {'us' | 'international'} [region]
   */
  constructor(message, region = 'us') {
    if (!REGIONS.includes(region)) throw new Error(`Invalid region "${region}". Must be one of: ${REGIONS.join(', ')}`);
    isText(message, 'message');
    /** @type {import('./index.js').RcsCount} */
    const counted = call(message, (wasm) => wasm.rcs(message, region === 'us'));
    this.message = message;
    this.region = region;
    this.numberOfBytes = counted.bytes;
    this.messageSize = 8 * counted.bytes;
    this.totalSize = this.messageSize;
    this.segmentsCount = counted.units;
    this.messageType = TYPES[counted.class];
    const capacity = counted.class === 'single' ? RCS_SINGLE : RCS_UNIT;
    this.segments = Array.from({ length: counted.units }, (_, index) => (
      { index, capacity, used: counted.class === 'single' ? counted.bytes : Math.min(capacity, counted.bytes - index * capacity) }));
  }
}

/** @type {Readonly<Record<'rich' | 'basic' | 'single', 'Rich' | 'Basic' | 'Single'>>} */
const TYPES = { rich: 'Rich', basic: 'Basic', single: 'Single' };
