/**
 * `septet/count`: counting and cutting in the default alphabet and UCS-2, and nothing else, for pages that count
 * every octet. The same answers as `septet`.
 *
 * @packageDocumentation
 */

import type { Count, Counts, CountOptions, Part } from './index.js';

export type { Count, Counts, Encoding, Limits, NationalLanguage, Part, SmsErrorCode } from './index.js';
export { SmsError } from './index.js';

/** The options of `septet` that need nothing but the default alphabet and UCS-2. */
export type BasicOptions = Pick<CountOptions, 'encoding' | 'profile' | 'referenceBits'>;

/**
 * Counts a text: its encoding, its segments, what is left.
 *
 * @param text the text as it is written
 * @param options how it is counted
 * @throws {SmsError} `unencodable` if `encoding` is `'GSM-7'` and a character has no code in it
 * @throws {TypeError} for a text that is not a string, or a wrong or unknown option
 * @throws {SmsError} `wasm-…` or `out-of-memory` where the WebAssembly module cannot be used: {@link SmsErrorCode}
 *
 * @example
 * count('Hello €').units //=> 8
 */
export function count(text: string, options?: BasicOptions): Count;

/**
 * Counts many texts.
 *
 * @param texts the texts
 * @param options how each is counted
 * @throws {SmsError} `unencodable` if `encoding` is `'GSM-7'` and a character has no code in it; `item` says in which text
 * @throws {TypeError} for a text that is not a string, or a wrong or unknown option
 *
 * @example
 * countMany(['Hello', 'a'.repeat(161)]).totalSegments //=> 3
 */
export function countMany(texts: readonly string[], options?: BasicOptions): Counts;

/**
 * Cuts a text into its segments, in order; at least one.
 *
 * @param text the text to cut
 * @param options how it is cut
 * @throws {SmsError} `unencodable` if `encoding` is `'GSM-7'` and a character has no code in it
 * @throws {TypeError} for a text that is not a string, or a wrong or unknown option
 *
 * @example
 * split(']'.repeat(153)).map((part) => part.units) //=> [152, 152, 2]
 */
export function split(text: string, options?: BasicOptions): Part[];
