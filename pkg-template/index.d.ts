/**
 * Cost and segments of a text as SMS, before it is sent. All indices and lengths are in UTF-16 units, as those of JavaScript strings are.
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

/** Options for counting and cutting a text. An unknown name or a wrong value is a `TypeError` that names the option. */
export interface CountOptions {
  /**
   * `'auto'` (default) is GSM-7 where every character has a code, else UCS-2. `'GSM-7'` throws
   * {@link SmsError} `unencodable` for a text that it cannot carry.
   * @example count('Hello', { encoding: 'UCS-2' }).unitsPerSegment //=> 70
   */
  encoding?: 'auto' | Encoding;
  /**
   * The capacity of a segment. `'standard'` (default): 160 septets alone and 153 concatenated, 70 and 67 16-bit units.
   * `'toll-free'`: a 16-bit reference, so 152 and 66. `'single'`: no concatenation, each message is full at 160 or 70.
   * @example count('a'.repeat(161), { profile: 'toll-free' }).unitsPerSegment //=> 152
   */
  profile?: 'standard' | 'toll-free' | 'single' | Limits;
  /**
   * National languages that the text may use, the preferred one first, or `'auto'` for all 13; none by default, since a
   * receiver without their tables shows other characters. Of the alphabets that have every character, the one with the
   * fewest segments is taken.
   * @example count('ş'.repeat(100), { nationalLanguages: ['turkish'] }).segments //=> 1
   */
  nationalLanguages?: 'auto' | readonly NationalLanguage[];
  /**
   * The unit that no cut divides: `'character'` (default), `'grapheme'` for user-perceived characters, such as an emoji with its modifiers,
   * or `'word'`.
   * @example split('a'.repeat(65) + '👨‍👩‍👧‍👦', { boundary: 'grapheme' })[0].units //=> 65
   */
  boundary?: 'character' | 'grapheme' | 'word';
  /**
   * Whether each segment begins with a counter, `(1/3) `, where a text is cut at words and has several; `false` by default.
   * It counts among the units of its segment, and is the property `counter` of a {@link NumberedPart}.
   * @example split('three '.repeat(30), { boundary: 'word', counters: true })[0].counter //=> '(1/2) '
   */
  counters?: boolean;
  /**
   * What is sent before the text, such as the name of the sender, and is part of the count. Places and texts in results are
   * those of the whole; suggestions leave it alone.
   * @example count('Sale today', { prefix: 'ACME: ' }).units //=> 16
   */
  prefix?: string;
  /**
   * What is sent after the text, such as how to opt out, and is part of the count.
   * @example count('Sale today', { suffix: ' Reply STOP to opt out' }).units //=> 32
   */
  suffix?: string;
  /**
   * `'crlf'` makes CRLF of each line end, as browsers do when a form is submitted: the value of a field, which scripts see,
   * has LF, one character less. `'as-is'` (default) counts the text as it is given.
   * @example count('a\nb', { lineEnds: 'crlf' }).units //=> 4
   */
  lineEnds?: 'as-is' | 'crlf';
  /**
   * Counts what becomes of the text by {@link smartEncode}; `false` (default) counts the text as it is.
   * @example count('“Hello”', { smartEncoding: 'typography' }).encoding //=> 'GSM-7'
   */
  smartEncoding?: false | SmartRules;
  /**
   * The language of the text, for `smartEncoding: 'transliteration'` and what {@link suggest} transliterates, where its letters do not tell.
   * @example count('Đakovo', { smartEncoding: 'transliteration', textLanguage: 'hr' }).units //=> 7
   */
  textLanguage?: TextLanguage;
  /**
   * Bits of the reference number that joins the segments of a text: 8 (default) or 16, which takes one more octet of
   * each segment.
   * @example count('a'.repeat(161), { referenceBits: 16 }).unitsPerSegment //=> 152
   */
  referenceBits?: 8 | 16;
}

/** The cost of a text. */
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
   * Its start in the whole text, in UTF-16 units: 0 or more.
   * @example split(']'.repeat(153))[1].start //=> 76
   */
  start: number;
  /**
   * Its end in the whole text, in UTF-16 units; the `start` of the next part.
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

/** A part of a text that is cut with the option `counters`. */
export interface NumberedPart extends Part {
  /** What is sent before its text, `(1/3) `, and is not part of it; none where there is one part alone. */
  counter?: string;
}

/**
 * The reasons of an {@link SmsError}. A wrong argument is a `TypeError` instead.
 *
 * Of a text and its options:
 * - `unencodable`: GSM-7 was required, and the character at `index` has no code in it;
 * - `text-too-long`: more than 1,000,000 units where each character is reported on;
 * - `malformed-template`: a field or a block that starts at `index` is not closed, or cannot be read;
 * - `missing-value`: a row has no value for a field of a template.
 *
 * Of the environment, the same from every function:
 * - `wasm-unsupported`: there is no WebAssembly, as in React Native;
 * - `wasm-no-simd`: there is WebAssembly without SIMD (before Chrome 91, Firefox 89, Safari 16.4, Node 16.4);
 * - `wasm-blocked`: a policy forbids to compile it, as a rule a Content-Security-Policy without `'wasm-unsafe-eval'`;
 * - `wasm-malformed`: what was given or fetched is not a WebAssembly module, such as an HTML page;
 * - `out-of-memory`: there is not enough memory for what was asked; the next call works;
 * - `not-initialized`: a function of `septet/slim` was called before `init`.
 *
 * Of `septet/octets`:
 * - `too-many-segments`: a text of more than 255 segments cannot be sent;
 * - `not-concatenable`: a text of several segments has the profile `single`;
 * - `undefined-septet`: a code has no character, and `strict` was asked for;
 * - `malformed`: octets are not what they should be; `field` and `index` say where.
 *
 * Of `septet/messages`:
 * - `invalid-address`: not a number, short code or sender name; there may be a `suggestion`;
 * - `malformed-parameter`: a parameter of a webhook, named by `field`, is missing, repeated or cannot be read;
 * - `no-token`: the token of an account is empty;
 * - `wrong-command`: the words of a command are empty, taken, or an opt-out;
 * - `twiml`: the provider would refuse or ignore the reply;
 * - `no-plan`: a message is longer than a day allows, or a batch would take more than ten years.
 */
export type SmsErrorCode =
  | 'unencodable' | 'malformed-template' | 'missing-value' | 'text-too-long' | 'out-of-memory' | 'not-initialized'
  | 'wasm-unsupported' | 'wasm-no-simd' | 'wasm-blocked' | 'wasm-malformed'
  | 'too-many-segments' | 'not-concatenable' | 'undefined-septet' | 'malformed'
  | 'invalid-address' | 'malformed-parameter' | 'no-token' | 'wrong-command' | 'twiml' | 'no-plan';

/** A demand that a text cannot meet. */
export class SmsError extends Error {
  /**
   * Made by the functions of this package; public, so that `expect(f).toThrow(SmsError)` and `instanceof` type-check.
   * @param code what went wrong, for programs
   * @param message the same for people
   */
  constructor(code: SmsErrorCode, message: string);
  /** Always `'SmsError'`. */
  readonly name: 'SmsError';
  /**
   * The kind of error, for programs.
   * @example catchError(() => count('—', { encoding: 'GSM-7' })).code //=> 'unencodable'
   */
  readonly code: SmsErrorCode;
  /**
   * Index in the text, in UTF-16 units, if the error is about one position.
   * @example catchError(() => count('5 —', { encoding: 'GSM-7' })).index //=> 2
   */
  readonly index?: number;
  /**
   * Index of the text among several, from 0.
   * @example catchError(() => countMany(['a', '—'], { encoding: 'GSM-7' })).item //=> 1
   */
  readonly item?: number;
  /** The field of a short message (`septet/octets`), or the parameter of a form (`septet/messages`), that is wrong. */
  readonly field?: string;
  /** The value that was probably meant, by `septet/messages`. */
  readonly suggestion?: string;
}

/**
 * Counts a text: its encoding, its segments, what is left. Any string has an answer, of any length and with any
 * lone surrogates; an empty one is a single segment of 0 units.
 *
 * @param text the text as it is written
 * @param options how it is counted; without any, in GSM-7 or UCS-2 by the standard
 * @throws {SmsError} `unencodable` if `encoding` is `'GSM-7'` and a character has no code in it
 * @throws {TypeError} for a text that is not a string, or a wrong or unknown option
 * @throws {SmsError} `wasm-…` or `out-of-memory` where the WebAssembly module cannot be used: {@link SmsErrorCode}
 *
 * @example
 * count('Hello €')
 * //=> { encoding: 'GSM-7', segments: 1, units: 8, unitsPerSegment: 160, unitsRemaining: 152, lockingShift: null, singleShift: null }
 */
export function count(text: string, options?: CountOptions): Count;

/**
 * Cuts a text into its segments, in order; at least one.
 *
 * @param text the text to cut
 * @param options how it is counted and cut
 * @throws {SmsError} `unencodable` if `encoding` is `'GSM-7'` and a character has no code in it
 * @throws {TypeError} for a text that is not a string, or a wrong or unknown option
 *
 * @example
 * split(']'.repeat(153)).map((part) => part.units) //=> [152, 152, 2]
 */
export function split(text: string, options: CountOptions & { counters: true }): NumberedPart[];
export function split(text: string, options?: CountOptions): Part[];

/** The cost of many texts: a column for each property, a row for each text in their order. */
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
  /** Its start, in UTF-16 units: 0 or more.
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
 * Counts many texts, faster than one by one and without an object for each: an array, or the lines of a `Uint8Array` of
 * UTF-8. There a line feed ends a text, with a carriage return before it or without; octets that are not UTF-8 count as U+FFFD, and
 * a byte order mark at the very start as nothing.
 *
 * @param texts strings, or the lines of UTF-8
 * @param options how each is counted
 * @throws {SmsError} `unencodable` if `encoding` is `'GSM-7'` and a character has no code in it; `item` says in which text
 * @throws {TypeError} for a text that is not a string, or a wrong or unknown option
 *
 * @example
 * countMany(['Hello', 'a'.repeat(161)]).totalSegments //=> 3
 */
export function countMany(texts: readonly string[] | Uint8Array, options?: CountOptions): Counts;

/** One character (Unicode scalar value, or lone surrogate) of a text. */
export interface Character {
  /** Its start, in UTF-16 units: 0 or more.
   * The character.
   * @example analyze('5€').characters[1].text //=> '€'
   */
  text: string;
  /**
   * Its start, in UTF-16 units: 0 or more.
   * @example analyze('👋€').characters[1].start //=> 2
   */
  start: number;
  /**
   * Its end, in UTF-16 units: one or two after `start`.
   * @example analyze('👋€').characters[0].end //=> 2
   */
  end: number;
  /**
   * Its code point: 0 to 0x10FFFF.
   * @example analyze('€').characters[0].codePoint //=> 8364
   */
  codePoint: number;
  /**
   * Code units that it takes in the encoding of the text: 1 or 2.
   * @example analyze('€').characters[0].units //=> 2
   */
  units: number;
  /**
   * Its septets, an escape (27) first where there are two; `null` in a UCS-2 text.
   * @example analyze('€').characters[0].septets //=> [27, 101]
   */
  septets: number[] | null;
  /**
   * The segment it travels in, counted from 0.
   * @example analyze('a'.repeat(161)).characters[160].segment //=> 1
   */
  segment: number;
  /**
   * True if it is one of the characters that force the text to UCS-2.
   * @example analyze('5 —').characters.map((character) => character.forcesUcs2) //=> [false, false, true]
   */
  forcesUcs2: boolean;
}

/** A character that forces a text to UCS-2. */
export interface Offender {
  /**
   * The character.
   * @example analyze('„Hallo“').offenders[0].text //=> '„'
   */
  text: string;
  /**
   * Its code point: 0 to 0x10FFFF.
   * @example analyze('„Hallo“').offenders[0].codePoint //=> 8222
   */
  codePoint: number;
  /**
   * Its positions, in UTF-16 units, in order; at least one.
   * @example analyze('5 — 6 — 7').offenders[0].positions //=> [2, 6]
   */
  positions: number[];
}

/** A stretch of a text. */
export interface Range {
  /**
   * Its start, in UTF-16 units: 0 or more.
   * @example analyze(`${'a'.repeat(160)} `).warnings[0].ranges[0].start //=> 160
   */
  start: number;
  /**
   * Its end, in UTF-16 units.
   * @example analyze(`${'a'.repeat(160)} `).warnings[0].ranges[0].end //=> 161
   */
  end: number;
}

/** A change to a text. */
export interface Edit extends Range {
  /**
   * The replacement for the range; empty to remove it.
   * @example suggest('We’ll be with you between 2 and 4 pm. Please keep your phone at hand, and the dog inside.')[0].edits[0].replacement //=> "'"
   */
  replacement: string;
}

/** The subject of a warning, for programs. */
export type WarningCode =
  | 'not-concatenated' | 'too-many-segments' | 'many-segments' | 'long-body' | 'ucs2-forced' | 'decomposed-accents'
  | 'invisible-characters' | 'misread-characters' | 'doubled-blanks' | 'few-characters-over' | 'crlf' | 'trailing-white-space' | 'one-character-over' | 'cut-grapheme' | 'public-link-shortener';

/** Something about a text that changes its price or its delivery. */
export interface Warning {
  /**
   * Its subject, for programs.
   * @example analyze('a'.repeat(161)).warnings[0].code //=> 'one-character-over'
   */
  code: WarningCode;
  /**
   * The warning as an English sentence.
   * @example analyze('a'.repeat(161)).warnings[0].message //=> 'The last character alone costs 1 segment.'
   */
  message: string;
  /** The places that it is about, in order. */
  ranges: Range[];
  /** The changes that put it right; `null` where there is nothing to be done to the text. */
  fix: Edit[] | null;
}

/** Everything there is to say about a text. */
export interface Analysis extends Count {
  /**
   * Its segments, as {@link split} gives them.
   * @example analyze('a'.repeat(161)).parts.length //=> 2
   */
  parts: Part[];
  /**
   * Its characters in order.
   * @example analyze('a]').characters.map((character) => character.units) //=> [1, 2]
   */
  characters: Character[];
  /**
   * The characters that force UCS-2, each once, in the order of their first places; none for GSM-7.
   * @example analyze('5 — 6').offenders.length //=> 1
   */
  offenders: Offender[];
  /**
   * The cost without the national languages in use; `null` if none is.
   * @example analyze('ş'.repeat(100), { nationalLanguages: 'auto' }).withoutLanguages.segments //=> 2
   */
  withoutLanguages: Count | null;
  /** Problems that change price or delivery, with the remedy. */
  warnings: Warning[];
}

/**
 * Analyzes a text: its count, segments, characters one by one, offenders and warnings.
 *
 * @param text the text, up to 1,000,000 UTF-16 units
 * @param options how it is counted and cut
 * @throws {SmsError} `text-too-long` for more than 1,000,000 units; `unencodable`
 * @throws {TypeError} for a text that is not a string, or a wrong or unknown option
 *
 * @example
 * analyze('See you at 5 – don’t be late').offenders.map((offender) => offender.text) //=> ['–', '’']
 */
export function analyze(text: string, options?: CountOptions): Analysis;

/** The reason for replacing a character. */
export type SmartReason =
  | 'invisible' | 'joiner' | 'space' | 'line-break' | 'quote' | 'dash' | 'ellipsis' | 'bullet' | 'slash' | 'canonical'
  | 'composition' | 'misread' | 'symbol' | 'look-alike' | 'number' | 'width' | 'ligature' | 'fraction' | 'superscript' | 'subscript'
  | 'enclosed' | 'stylised' | 'mark' | 'letter' | 'greek' | 'cyrillic' | 'currency' | 'provider' | 'custom';

/** The language that a text is spelled in, as ISO 639-1 has it. */
export type TextLanguage =
  | 'be' | 'bg' | 'bs' | 'hr' | 'hu' | 'it' | 'kk' | 'ky' | 'mk' | 'mn' | 'ru' | 'sr' | 'tg' | 'tt' | 'uk' | 'vi';

/**
 * The syntaxes of merge fields: `{{x}}`, `%%x%%`, `[[x]]`, `*|x|*`, `<%x%>`, `<<x>>`, `{!x}`, `${x}`, `{x}`, `[x]`, `%x%` and `((x))`, in
 * this order.
 */
export type FieldSyntax =
  | 'double-braces' | 'double-percent' | 'double-brackets' | 'star-pipe' | 'angle-percent' | 'double-angles'
  | 'exclamation-braces' | 'dollar-braces' | 'braces' | 'brackets' | 'percent' | 'double-parentheses';

/** The extent of substitutions; each level includes the one before. */
export type SmartLevel = 'typography' | 'compatibility' | 'transliteration';

/**
 * A provider whose smart encoding is predicted, as far as it publishes what it does. `'sinch'` changes only texts of several
 * segments; `'bird'` and `'webex'` all or nothing: a text is changed if all of it then is GSM-7. Sinch and Bird are given
 * Twilio's list, as theirs is not published in full; Plivo, Infobip and Brevo, which replace letters, transliteration.
 */
export type SmartProvider = 'twilio' | 'telnyx' | 'sinch' | 'bird' | 'webex' | 'plivo' | 'infobip' | 'brevo';

/** A list of substitutions: a provider's own, or one of the levels of septet; or what a provider does. */
export type SmartRules = 'twilio' | 'telnyx' | SmartLevel | { provider: SmartProvider };

/** A possible replacement for a character that forces UCS-2. */
export interface Alternative {
  /**
   * The replacement.
   * @example explain('—')[0].alternative.replacement //=> '-'
   */
  replacement: string;
  /**
   * The level at which it is replaced.
   * @example explain('—')[0].alternative.level //=> 'typography'
   */
  level: SmartLevel;
  /**
   * The reason for it.
   * @example explain('—')[0].alternative.reason //=> 'dash'
   */
  reason: SmartReason;
}

/** The cost of a character, and its possible replacement. */
export interface Explanation extends Character {
  /**
   * The possible replacement; `null` if none is needed or known.
   * @example explain('a')[0].alternative //=> null
   */
  alternative: Alternative | null;
}

/**
 * Explains a text character by character.
 *
 * @param text the text, up to 1,000,000 UTF-16 units
 * @param options how it is counted and cut
 * @throws {SmsError} `text-too-long` for more than 1,000,000 units; `unencodable`
 * @throws {TypeError} for a text that is not a string, or a wrong or unknown option
 *
 * @example
 * explain('5 —')[2].alternative.replacement //=> '-'
 */
export function explain(text: string, options?: CountOptions): Explanation[];

/** Options for encoding, besides those for counting. */
export interface SmartEncodeOptions extends Omit<CountOptions, 'smartEncoding' | 'prefix' | 'suffix' | 'lineEnds'> {
  /**
   * The treatment of a text that still needs UCS-2: `'keep'` the substitutions (default for providers) or `'revert'` them (default for
   * levels).
   * @example smartEncode('“Hi” 👋', 'typography', { residue: 'keep', apply: 'always' }).text //=> '"Hi" 👋'
   */
  residue?: 'keep' | 'revert';
  /**
   * The condition for substituting: `'always'` (default for providers), `'when-it-helps'` (default for levels: fewer segments, or as many
   * in GSM-7) or `'when-segments-saved'`.
   * @example smartEncode('“Hi”', 'typography', { apply: 'when-segments-saved' }).outcome //=> 'reverted-without-gain'
   */
  apply?: 'always' | 'when-it-helps' | 'when-segments-saved';
  /**
   * Replacements of your own by character, whatever the rules say; `null` for a character that has to stay.
   * @example smartEncode('5€', 'typography', { replacements: { '€': 'EUR' }, apply: 'always' }).text //=> '5EUR'
   */
  replacements?: Readonly<Record<string, string | null>>;
  /**
   * The syntax of merge fields, which stay as they are. The first eight stay without it.
   * @example smartEncode('Žádost {číslo}', 'transliteration', { fieldSyntax: 'braces', residue: 'keep', apply: 'always' }).text //=> 'Zadost {číslo}'
   */
  fieldSyntax?: FieldSyntax;
}

/** One substitution. */
export interface Substitution {
  /** The original text. */
  original: string;
  /** The replacement; empty if the original was removed. */
  replacement: string;
  /** Start in the original, in UTF-16 units: 0 or more. */
  start: number;
  /** End in the original, in UTF-16 units. */
  end: number;
  /** Start of the replacement in the result, in UTF-16 units: 0 or more. */
  resultStart: number;
  /** End of the replacement in the result, in UTF-16 units. */
  resultEnd: number;
  /** The level that asks for it; `null` for a provider's rule or your own. */
  level: SmartLevel | null;
  /** The reason. */
  reason: SmartReason;
}

/** A text after its substitutions, and what they changed. */
export interface SmartEncoded {
  /**
   * The text to send.
   * @example smartEncode('“Hello” – it’s 5…', 'typography').text //=> `"Hello" - it's 5...`
   */
  text: string;
  /**
   * The outcome, with the reason if nothing was substituted. `'composed'`: the text stays in UCS-2, and takes fewer segments because
   * letters and their combining marks are one character now (NFC).
   * @example smartEncode('Hello', 'typography').outcome //=> 'nothing-to-do'
   */
  outcome: 'applied' | 'composed' | 'nothing-to-do' | 'reverted-for-residue' | 'reverted-without-gain';
  /**
   * The cost of the original.
   * @example smartEncode('“Hello”', 'typography').before.encoding //=> 'UCS-2'
   */
  before: Count;
  /**
   * The cost of the result.
   * @example smartEncode('“Hello”', 'typography').after.encoding //=> 'GSM-7'
   */
  after: Count;
  /**
   * Every substitution made, in order.
   * @example smartEncode('“Hello”', 'typography').substitutions.length //=> 2
   */
  substitutions: Substitution[];
}

/**
 * Rewrites a text in characters that cost less, and reports each change.
 *
 * @param text the text to rewrite, up to 1,000,000 UTF-16 units
 * @param rules which characters may be replaced: a level, or the list of a provider
 * @param options when it is applied, what becomes of the rest, and how it is counted
 * @throws {SmsError} `text-too-long` for more than 1,000,000 units
 * @throws {TypeError} for a wrong argument, or a wrong or unknown option
 *
 * @example
 * smartEncode('𝗦𝗔𝗟𝗘 ½ price™', 'compatibility').text //=> 'SALE 1/2 price(TM)'
 */
export function smartEncode(text: string, rules: SmartRules, options?: SmartEncodeOptions): SmartEncoded;

/** A way to spend fewer segments. */
export interface Suggestion {
  /** The kind of suggestion. */
  kind: 'clean-up' | 'smart-encoding' | 'national-language' | 'remove-offenders' | 'shorten';
  /** The level of smart encoding, `null` for the other kinds. */
  level: SmartLevel | null;
  /** The language of the locking shift table, `null` where there is none. */
  lockingShift: NationalLanguage | null;
  /** The language of the single shift table, `null` where there is none. */
  singleShift: NationalLanguage | null;
  /** The resulting text. */
  text: string;
  /** The changes that lead to it, in order. */
  edits: Edit[];
  /** Characters that are changed or removed: 0 or more. */
  changed: number;
  /** Segments saved: 1 or more. */
  saved: number;
  /** The cost of the resulting text. */
  count: Count;
  /** A condition that the sender must meet, such as sending it with a national language table; `null` if there is none. */
  note: string | null;
}

/**
 * Ways to spend fewer segments, the least harmful first; of those that do as much harm, the one with the fewest segments.
 *
 * @param text the text, up to 1,000,000 UTF-16 units
 * @param options how it is counted and cut
 * @throws {SmsError} `text-too-long` for more than 1,000,000 units
 * @throws {TypeError} for a text that is not a string, or a wrong or unknown option
 *
 * @example
 * suggest('We’ll be with you between 2 and 4 pm. Please keep your phone at hand, and the dog inside.')[0].kind //=> 'smart-encoding'
 */
export function suggest(text: string, options?: CountOptions): Suggestion[];

/** Options for cutting, besides those for counting. */
export interface TruncateOptions extends Omit<CountOptions, 'prefix' | 'suffix'> {
  /**
   * `'word'` (default) cuts at white space where there is some near, `'grapheme'` between any user-perceived characters.
   * @example truncate('a b '.repeat(50), 1, { cutAt: 'grapheme' }).kept //=> 159
   */
  cutAt?: 'word' | 'grapheme';
  /**
   * The text after a cut, counted with it; empty by default. `…` is not GSM-7, `...` is.
   * @example truncate('Your parcel arrives today. '.repeat(8), 1, { ellipsis: '...' }).text.slice(-10) //=> 'arrives...'
   */
  ellipsis?: string;
}

/** The longest beginning of a text that fits. */
export interface Truncated {
  /** The text that was kept, with the ellipsis if something was cut. */
  text: string;
  /**
   * True if something was cut.
   * @example truncate('Hello', 1).cut //=> false
   */
  cut: boolean;
  /** Length of the original that was kept, in UTF-16 units. */
  kept: number;
  /**
   * The cost of the result.
   * @example truncate('a '.repeat(200), 2).count.segments //=> 2
   */
  count: Count;
}

/**
 * Cuts a text to at most `maxSegments` segments (1 or more), never within a user-perceived character or a link.
 *
 * @param text the text to shorten
 * @param maxSegments the maximum number of segments: 1 to 4,294,967,295
 * @param options where it may be cut, what follows the cut, and how it is counted
 * @throws {SmsError} `unencodable` if `encoding` is `'GSM-7'` and a character has no code in it
 * @throws {TypeError} for a wrong argument, or a wrong or unknown option
 *
 * @example
 * truncate('Your parcel arrives today. '.repeat(8), 1, { ellipsis: '...' }).count.segments //=> 1
 */
export function truncate(text: string, maxSegments: number, options?: TruncateOptions): Truncated;

/** Known facts about the values of a field. */
export interface FieldOptions {
  /** The length of the shortest value, in characters (code points): 0 (default) to 100,000. */
  shortest?: number;
  /** The length of the longest value, in characters (code points): 0 to 100,000, by default 40. */
  longest?: number;
  /** True if all values are GSM-7, such as numbers and codes; `false` by default. */
  gsm7Only?: boolean;
}

/** Known facts about a template, besides the options for counting. */
export interface TemplateOptions extends CountOptions {
  /** Known facts about the fields, by name. */
  fields?: Readonly<Record<string, FieldOptions>>;
  /** Values of every field, by name, for each message to be sent. */
  rows?: readonly Readonly<Record<string, string>>[];
  /**
   * The syntax of the fields. Without it, that in which the template has most of the names in `rows` and `fields`; double
   * braces if there is none.
   * @example template('Hi *|NAME|*', { fieldSyntax: 'star-pipe' }).fields //=> ['NAME']
   */
  fieldSyntax?: FieldSyntax;
}

/** The cost of the messages made from some rows. */
export interface Distribution {
  /** Number of rows: 0 or more. */
  rows: number;
  /** Segments of all messages together: 0 or more. */
  totalSegments: number;
  /** Messages in UCS-2: 0 or more. */
  ucs2Rows: number;
  /** The cheapest message; `null` without rows. */
  minimum: Count | null;
  /** The dearest message; `null` without rows. */
  maximum: Count | null;
  /** Rows for each number of segments, the fewest segments first. */
  segments: { segments: number; rows: number }[];
  /** The dearest rows, counted from 0, the dearest first; 10 at most. */
  dearest: { row: number; count: Count }[];
}

/** The cost of a template. */
export interface TemplatePrices {
  /**
   * The names of its fields, each once, in the order of their first places.
   * @example template('Hi {{name}}, it is {{time}}, {{name}}').fields //=> ['name', 'time']
   */
  fields: string[];
  /**
   * Minimum and maximum cost of a message.
   * @example template('Hi {{name}}').estimate.maximum.encoding //=> 'UCS-2'
   */
  estimate: { minimum: Count; maximum: Count };
  /**
   * The cost of the messages of `rows`; `null` without `rows`.
   * @example template('Hi {{name}}', { rows: [{ name: 'Zoë' }, { name: 'Ann' }] }).distribution.ucs2Rows //=> 1
   */
  distribution: Distribution | null;
  /**
   * True if there are conditions or loops, of which the longest branch counts.
   * @example template('{% if vip %}Dear{% else %}Hi{% endif %} {{name}}').hasBranches //=> true
   */
  hasBranches: boolean;
  /**
   * Another syntax that the fields seem to be written in; `null` if there are fields, or seem to be none.
   * @example template('Hi *|NAME|*').otherSyntax //=> 'star-pipe'
   */
  otherSyntax: FieldSyntax | null;
}

/**
 * Estimates the messages made from a text with fields in double braces.
 *
 * @param text the text with its fields
 * @param options the fields or the rows that fill them, the syntax, and how each message is counted
 * @throws {SmsError} `malformed-template`, with the `index`; `missing-value` where a row has no value for a field
 * @throws {TypeError} for a wrong argument, or a wrong or unknown option
 *
 * @example
 * template('Hi {{name}}', { rows: [{ name: 'Ann' }, { name: 'Łukasz' }] }).distribution.ucs2Rows //=> 1
 */
export function template(text: string, options?: TemplateOptions): TemplatePrices;

/** A link in a text. */
export interface Link extends Range {
  /**
   * The link.
   * @example links('See example.com/a?b=1.')[0].text //=> 'example.com/a?b=1'
   */
  text: string;
  /**
   * The name of its host.
   * @example links('See https://example.com/a')[0].host //=> 'example.com'
   */
  host: string;
}

/**
 * The links of a text, in order.
 *
 * @param text the text to search
 * @throws {TypeError} for a text that is not a string
 *
 * @example
 * links('See https://example.com/a or bit.ly/x')[0].text //=> 'https://example.com/a'
 */
export function links(text: string): Link[];

/** Options for RCS: the region in which a message is billed. */
export interface RcsOptions {
  /**
   * `'united-states'` (default) bills units of 160 bytes, `'elsewhere'` messages of two classes.
   * @example rcs('Hello', { region: 'elsewhere' }).class //=> 'basic'
   */
  region?: 'united-states' | 'elsewhere';
}

/** The cost of a text as RCS. */
export interface RcsCount {
  /**
   * The price class: `'rich'` in the United States; elsewhere `'basic'` up to 160 bytes, else `'single'`.
   * @example rcs('Hello').class //=> 'rich'
   */
  class: 'rich' | 'basic' | 'single';
  /**
   * Its length in bytes of UTF-8.
   * @example rcs('é').bytes //=> 2
   */
  bytes: number;
  /**
   * Units billed: 0 for an empty text.
   * @example rcs('é'.repeat(81)).units //=> 2
   */
  units: number;
}

/**
 * Counts a text as RCS.
 *
 * @param text the text of the message
 * @param options the region, and whether it is rich
 * @throws {TypeError} for a text that is not a string, or a wrong or unknown option
 *
 * @example
 * rcs('é'.repeat(81)).units //=> 2
 */
export function rcs(text: string, options?: RcsOptions): RcsCount;
