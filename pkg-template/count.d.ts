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
 * @example
 * count('Hello €').units //=> 8
 */
export function count(text: string, options?: BasicOptions): Count;

/**
 * Counts many texts.
 *
 * @example
 * countMany(['Hello', 'a'.repeat(161)]).totalSegments //=> 3
 */
export function countMany(texts: readonly string[], options?: BasicOptions): Counts;

/**
 * Cuts a text into its segments, in order; at least one.
 *
 * @example
 * split(']'.repeat(153)).map((part) => part.units) //=> [152, 152, 2]
 */
export function split(text: string, options?: BasicOptions): Part[];
