/**
 * The interface of npm `sms-segments-calculator` 1.3.0, by the rules of septet: to switch, change the import.
 *
 * @packageDocumentation
 */

export type SmsEncoding = 'GSM-7' | 'UCS-2';
export type LineBreakStyle = 'LF' | 'CRLF' | 'LF+CRLF' | undefined;
export type RcsRegion = 'us' | 'international';
export type RcsMessageType = 'Rich' | 'Basic' | 'Single';

/** A user-perceived character in an encoding. */
export interface EncodedChar {
  /**
   * The character as it is in the message.
   * @example new SegmentedMessage('€').encodedChars[0]?.raw //=> '€'
   */
  raw: string;
  /**
   * Its code units: one or two septets in GSM-7, 16-bit units in UCS-2.
   * @example new SegmentedMessage('€').encodedChars[0]?.codeUnits //=> [0x1B, 0x65]
   */
  codeUnits: number[];
  /**
   * True if it is a single character of GSM-7, whatever the encoding of the message.
   * @example new SegmentedMessage('€中').encodedChars[0]?.isGSM7 //=> true
   */
  isGSM7: boolean;
  /**
   * The encoding of the message.
   * @example new SegmentedMessage('€中').encodedChars[0]?.encoding //=> 'UCS-2'
   */
  encoding: SmsEncoding;
  /** Bits: 7 in GSM-7, 8 in UCS-2. */
  codeUnitSizeInBits(): number;
  /** Bits of all its code units: 7 or 14 in GSM-7, a multiple of 16 in UCS-2. */
  sizeInBits(): number;
}

/** An octet of the header that a segment begins with. */
export interface UserDataHeader {
  /** Always true. */
  isReservedChar: boolean;
  /** Always true. */
  isUserDataHeader: boolean;
  /** Bits: 8. */
  sizeInBits(): number;
}

/**
 * A segment: six items {@link UserDataHeader} if there is more than one segment, then items {@link EncodedChar}. As in the
 * other package their type is `any`, so that what compiled goes on to.
 */
export interface Segment extends Array<any> {
  /**
   * True if the segment has a header.
   * @example new SegmentedMessage('a'.repeat(161)).segments[0]?.hasTwilioReservedBits //=> true
   */
  hasTwilioReservedBits: boolean;
  /**
   * True if the segment has a header and is not the first.
   * @example new SegmentedMessage('a'.repeat(161)).segments[0]?.hasUserDataHeader //=> false
   */
  hasUserDataHeader: boolean;
  /** Bits, header included: 0 to 1120. */
  sizeInBits(): number;
  /** Bits, header excluded: 0 to 1120. */
  messageSizeInBits(): number;
  /** Bits left: 0 to 1120. */
  freeSizeInBits(): number;
  /** Puts a header in front, unless there is one; takes away and gives the characters that do not fit any more. */
  addHeader(): EncodedChar[];
}

/** A text as SMS. */
export class SegmentedMessage {
  /**
   * @param message the text
   * @param encoding `'GSM-7'` throws an `Error` for a text that it cannot carry
   * @param smartEncoding whether to replace characters as Twilio does
   */
  constructor(message: string, encoding?: SmsEncoding | 'auto', smartEncoding?: boolean);
  /** The encoding asked for. */
  encoding: SmsEncoding | 'auto';
  /**
   * The segments: 1 or more.
   * @example new SegmentedMessage('a'.repeat(161)).segments.map((segment) => segment.length) //=> [159, 14]
   */
  segments: Segment[];
  /**
   * User-perceived characters (UAX #29); `\r\n` is two.
   * @example new SegmentedMessage('👩‍🚀!').graphemes //=> ['👩‍🚀', '!']
   */
  graphemes: string[];
  /**
   * The encoding in which it travels.
   * @example new SegmentedMessage('👩‍🚀!').encodingName //=> 'UCS-2'
   */
  encodingName: SmsEncoding;
  /**
   * Characters (Unicode scalar values): 0 or more.
   * @example new SegmentedMessage('👩‍🚀!').numberOfUnicodeScalars //=> 4
   */
  numberOfUnicodeScalars: number;
  /**
   * Septets in GSM-7, user-perceived characters in UCS-2: 0 or more.
   * @example new SegmentedMessage('👩‍🚀!').numberOfCharacters //=> 2
   */
  numberOfCharacters: number;
  /** The user-perceived characters with their code units, in order. */
  encodedChars: EncodedChar[];
  /**
   * The line breaks in the text; `undefined` if there are none.
   * @example new SegmentedMessage('a\r\nb').lineBreakStyle //=> 'CRLF'
   */
  lineBreakStyle: LineBreakStyle;
  /** A sentence about line breaks if there are any. */
  warnings: string[];
  /** Returns `encodingName`. */
  getEncodingName(): string;
  /**
   * Bits of all segments, headers included.
   * @example new SegmentedMessage('a'.repeat(161)).totalSize //=> 1223
   */
  get totalSize(): number;
  /**
   * Bits of all segments, headers excluded.
   * @example new SegmentedMessage('a'.repeat(161)).messageSize //=> 1127
   */
  get messageSize(): number;
  /**
   * Segments: 1 or more.
   * @example new SegmentedMessage('a'.repeat(161)).segmentsCount //=> 2
   */
  get segmentsCount(): number;
  /**
   * The user-perceived characters that are not a single character of GSM-7, in order.
   * @example new SegmentedMessage('5 € 中').getNonGsmCharacters() //=> ['中']
   */
  getNonGsmCharacters(): string[];
}

/** A unit of RCS. */
export interface RcsSegment {
  /** Its place: 0 or more. */
  index: number;
  /** Octets that it holds: 160, or 1600 of a `Single` message. */
  capacity: number;
  /** Octets used: 1 or more. */
  used: number;
}

/** A text as RCS. */
export class RcsSegmentedMessage {
  constructor(message: string, region?: RcsRegion);
  encodingName: 'UTF-8';
  /** The text. */
  message: string;
  /** The region in which it is billed. */
  region: RcsRegion;
  /**
   * Octets of UTF-8: 0 or more.
   * @example new RcsSegmentedMessage('5 €').numberOfBytes //=> 5
   */
  numberOfBytes: number;
  /** Bits. */
  messageSize: number;
  /** Bits; the same as `messageSize`. */
  totalSize: number;
  /**
   * Units billed: 0 for an empty text.
   * @example new RcsSegmentedMessage('a'.repeat(161)).segmentsCount //=> 2
   */
  segmentsCount: number;
  /** The units; one of another kind where units are not billed. */
  segments: RcsSegment[];
  /**
   * The price class: `Rich` in the United States, elsewhere `Basic` up to 160 octets and `Single` above.
   * @example new RcsSegmentedMessage('a'.repeat(161), 'international').messageType //=> 'Single'
   */
  messageType: RcsMessageType;
}
