/**
 * How a text travels as SMS, before it is sent. Every index and length of a text is in UTF-16 units, as those of
 * JavaScript strings are.
 *
 * @packageDocumentation
 */

/** `'GSM-7'`: code units of 7 bits (septets), one or two a character. `'UCS-2'`: 16-bit units, as in UTF-16. */
export type Encoding = 'GSM-7' | 'UCS-2';

/** A language with shift tables of its own (3GPP TS 23.038, Annex A). */
export type NationalLanguage =
  | 'turkish' | 'spanish' | 'portuguese' | 'bengali' | 'gujarati' | 'hindi' | 'kannada'
  | 'malayalam' | 'oriya' | 'punjabi' | 'tamil' | 'telugu' | 'urdu';

/** Limits of your own, in code units of text a segment. */
export interface Limits {
  /**
   * Septets of a text that is one segment: 10 to 160.
   * @example count('a'.repeat(137), { profile: { single: 136, concatenated: 130 } }).segments //=> 2
   */
  single: number;
  /**
   * Septets of each segment of a longer text: 10 to 153, not above `single`.
   * @example count('a'.repeat(137), { profile: { single: 136, concatenated: 130 } }).unitsPerSegment //=> 130
   */
  concatenated: number;
  /**
   * 16-bit units of a UCS-2 text that is one segment: 2 to 70. Default: what the octets of `single` hold.
   * @example count('é—', { profile: { single: 136, concatenated: 130, ucs2Single: 50, ucs2Concatenated: 45 } }).unitsPerSegment //=> 50
   */
  ucs2Single?: number;
  /**
   * 16-bit units of each segment of a longer UCS-2 text: 2 to 67, not above `ucs2Single`. Goes with it.
   * @example count('—'.repeat(51), { profile: { single: 136, concatenated: 130, ucs2Single: 50, ucs2Concatenated: 45 } }).unitsPerSegment //=> 45
   */
  ucs2Concatenated?: number;
}

/** How a text is to be counted and cut. An unknown name or a wrong value is a `TypeError` that names the option. */
export interface CountOptions {
  /**
   * `'auto'` (default) is GSM-7 where every character has a code, else UCS-2. `'GSM-7'` throws
   * {@link SmsError} `unencodable` for a text that it cannot carry.
   * @example count('Hello', { encoding: 'UCS-2' }).unitsPerSegment //=> 70
   */
  encoding?: 'auto' | Encoding;
  /**
   * How much a segment holds. `'standard'` (default): 160 septets alone and 153 concatenated, 70 and 67 16-bit units.
   * `'toll-free'`: a 16-bit reference, so 152 and 66. `'single'`: no concatenation, each message is full at 160 or 70.
   * @example count('a'.repeat(161), { profile: 'toll-free' }).unitsPerSegment //=> 152
   */
  profile?: 'standard' | 'toll-free' | 'single' | Limits;
  /**
   * Bits of the reference number that joins the segments of a text: 8 (default) or 16, which takes one more octet of
   * each segment.
   * @example count('a'.repeat(161), { referenceBits: 16 }).unitsPerSegment //=> 152
   */
  referenceBits?: 8 | 16;
}

/** What a text costs. */
export interface Count {
  /**
   * The encoding it travels in.
   * @example count('Hello 👋').encoding //=> 'UCS-2'
   */
  encoding: Encoding;
  /**
   * Segments: 1 or more. Above 255 a text can be counted but not sent.
   * @example count(']'.repeat(153)).segments //=> 3
   */
  segments: number;
  /**
   * Code units of the whole text, headers excluded: septets (GSM-7) or 16-bit units (UCS-2).
   * @example count('5 €').units //=> 4
   */
  units: number;
  /**
   * Code units that each segment holds, headers excluded: by the standard 160 or 153 septets, 70 or 67 16-bit units.
   * @example count('a'.repeat(161)).unitsPerSegment //=> 153
   */
  unitsPerSegment: number;
  /**
   * Code units left in the last segment: 0 to `unitsPerSegment`.
   * @example count('5 €').unitsRemaining //=> 156
   */
  unitsRemaining: number;
  /**
   * The national language whose locking shift table is in force; `null` for the default alphabet and for UCS-2.
   * @example count('5 €').lockingShift //=> null
   */
  lockingShift: NationalLanguage | null;
  /**
   * The national language whose single shift table is in force; `null` for the default extension table and for UCS-2.
   * @example count('5 €').singleShift //=> null
   */
  singleShift: NationalLanguage | null;
}

/** One segment of a text. */
export interface Part {
  /**
   * Its text, cut out of the whole as it is: joined, the parts are the text.
   * @example split('Hello')[0].text //=> 'Hello'
   */
  text: string;
  /**
   * Where it starts in the whole text, in UTF-16 units: 0 or more.
   * @example split(']'.repeat(153))[1].start //=> 76
   */
  start: number;
  /**
   * Where it ends in the whole text, in UTF-16 units; the `start` of the next part.
   * @example split(']'.repeat(153))[1].end //=> 152
   */
  end: number;
  /**
   * Code units used, headers excluded: 0 to `unitsPerSegment`.
   * @example split(']'.repeat(153))[1].units //=> 152
   */
  units: number;
  /**
   * Code units that it holds, headers excluded; the same for each part.
   * @example split(']'.repeat(153))[1].unitsPerSegment //=> 153
   */
  unitsPerSegment: number;
  /**
   * Code units left: 0 to `unitsPerSegment`. One is left where an escape pair or a surrogate pair did not fit.
   * @example split(']'.repeat(153))[1].unitsRemaining //=> 1
   */
  unitsRemaining: number;
}

/**
 * What went wrong, beside wrong arguments (`TypeError`):
 * - `unencodable`: GSM-7 was demanded, and the character at `index` has no code in it;
 * - `wasm-blocked`: WebAssembly cannot be compiled, mostly for want of `'wasm-unsafe-eval'` in a Content-Security-Policy.
 */
export type SmsErrorCode = 'unencodable' | 'wasm-blocked';

/** A demand that a text cannot meet. */
export class SmsError extends Error {
  private constructor();
  /** Always `'SmsError'`. */
  readonly name: 'SmsError';
  /**
   * What went wrong, for programs.
   * @example catchError(() => count('—', { encoding: 'GSM-7' })).code //=> 'unencodable'
   */
  readonly code: SmsErrorCode;
  /**
   * Where in the text, in UTF-16 units, if it is about a place.
   * @example catchError(() => count('5 —', { encoding: 'GSM-7' })).index //=> 2
   */
  readonly index?: number;
}

/**
 * Counts a text: its encoding, its segments, what is left. Any string has an answer, of any length and with any
 * lone surrogates; an empty one is a single segment of 0 units.
 *
 * @example
 * count('Hello €')
 * //=> { encoding: 'GSM-7', segments: 1, units: 8, unitsPerSegment: 160, unitsRemaining: 152, lockingShift: null, singleShift: null }
 */
export function count(text: string, options?: CountOptions): Count;

/**
 * Cuts a text into its segments, in order; at least one.
 *
 * @example
 * split(']'.repeat(153)).map((part) => part.units) //=> [152, 152, 2]
 */
export function split(text: string, options?: CountOptions): Part[];

/** What many texts cost: a column for each property, a row for each text in their order. */
export interface Counts {
  /**
   * The encoding of each text: 0 is GSM-7, 1 is UCS-2.
   * @example countMany(['Hello', 'Hello 👋']).encoding //=> Uint8Array [0, 1]
   */
  encoding: Uint8Array;
  /**
   * Segments of each text: 1 or more.
   * @example countMany(['Hello', 'a'.repeat(161)]).segments //=> Uint32Array [1, 2]
   */
  segments: Uint32Array;
  /**
   * Code units of each text, headers excluded: septets (GSM-7) or 16-bit units (UCS-2).
   * @example countMany(['5 €', '5 ₺']).units //=> Uint32Array [4, 3]
   */
  units: Uint32Array;
  /**
   * Segments of all texts together: 0 or more.
   * @example countMany(['Hello', 'a'.repeat(161)]).totalSegments //=> 3
   */
  totalSegments: number;
}

/**
 * Counts many texts, about twice as fast as one by one and without an object for each.
 *
 * @example
 * countMany(['Hello', 'a'.repeat(161)]).totalSegments //=> 3
 */
export function countMany(texts: readonly string[], options?: CountOptions): Counts;
