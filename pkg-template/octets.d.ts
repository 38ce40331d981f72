/**
 * `septet/octets`: septets and user data, out and in, for those who speak SMPP or to a modem (3GPP TS 23.038 and
 * 23.040). It has a WebAssembly module of its own, so that pages which only count do not load it.
 *
 * @packageDocumentation
 */

import type { CountOptions, NationalLanguage } from './index.js';

export type { CountOptions, Encoding, Limits, NationalLanguage, SmsErrorCode } from './index.js';
export { SmsError } from './index.js';

/** The alphabet in force. */
export interface AlphabetOptions {
  /**
   * The language of the locking shift table; `null` (default) for the default alphabet.
   * @example encodeSeptets('ş', { lockingShift: 'turkish' }).length //=> 1
   */
  lockingShift?: NationalLanguage | null;
  /**
   * The language of the single shift table; `null` (default) for the default extension table.
   * @example encodeSeptets('ş', { singleShift: 'turkish' }).length //=> 2
   */
  singleShift?: NationalLanguage | null;
}

/** Options for decoding, for cases that the standard leaves open. */
export interface DecodeOptions {
  /**
   * True to throw an `SmsError` for faults instead of decoding them as receivers do; `false` by default.
   * @example decodeSeptets(Uint8Array.of(0x41, 0x1B)) //=> 'A '
   */
  strict?: boolean;
}

/**
 * The septets of a text, one in each octet: 0 to 127. `SmsError` `unencodable` where the alphabet has no code.
 *
 * @param text the text to encode
 * @param options the alphabet: the default one unless a national language is named
 * @throws {SmsError} `unencodable` where the alphabet has no code
 * @throws {TypeError} for a wrong argument or option
 *
 * @example
 * encodeSeptets('A€') //=> Uint8Array [65, 27, 101]
 */
export function encodeSeptets(text: string, options?: AlphabetOptions): Uint8Array;

/**
 * The text of septets. `SmsError` `undefined-septet`, if `strict`.
 *
 * @param septets one septet, 0 to 127, in each octet
 * @param options the alphabet, and whether a code that it does not have is an error (`strict`)
 * @throws {SmsError} `undefined-septet`, if `strict`
 * @throws {TypeError} for a wrong argument or option
 *
 * @example
 * decodeSeptets(Uint8Array.of(65, 27, 101)) //=> 'A€'
 */
export function decodeSeptets(septets: Uint8Array, options?: AlphabetOptions & DecodeOptions): string;

/**
 * Packs septets into octets, after 0 (default) to 6 fill bits. `SmsError` `malformed` for more, or for a code above 127.
 *
 * @param septets one septet, 0 to 127, in each octet
 * @param fillBits the number of zero bits before the first septet: 0 to 6
 * @throws {SmsError} `malformed` for more fill bits, or for a code above 127
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * packSeptets(encodeSeptets('hello')) //=> Uint8Array [232, 50, 155, 253, 6]
 */
export function packSeptets(septets: Uint8Array, fillBits?: number): Uint8Array;

/**
 * Takes `count` septets out of octets, after 0 (default) to 6 fill bits. `SmsError` `malformed` if there are fewer.
 *
 * @param octets the packed septets
 * @param count the number of septets to take out
 * @param fillBits the number of bits to skip before the first: 0 to 6
 * @throws {SmsError} `malformed` if there are fewer septets, or for more fill bits
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * unpackSeptets(Uint8Array.of(232, 50, 155, 253, 6), 5) //=> Uint8Array [104, 101, 108, 108, 111]
 */
export function unpackSeptets(octets: Uint8Array, count: number, fillBits?: number): Uint8Array;

/** Options for encoding. */
export interface EncodeOptions extends Omit<CountOptions, 'smartEncoding'> {
  /**
   * The reference number that joins the segments: 0 (default) to 65,535, for example a counter. With 8 bits it wraps
   * after 255, except in `sar.msgRefNum`; a text of one segment ignores it.
   * @example encodeUserData('a'.repeat(161), { reference: 42 })[0].concatenation.reference //=> 42
   */
  reference?: number;
}

/** Four fields of an SMS-DELIVER. For a whole message see {@link parseTpdu}, for an SMPP `deliver_sm` {@link decodeSmpp}. */
export interface ReceivedUserData {
  /** TP-DCS, the data coding scheme: 0 to 255. */
  dcs: number;
  /** TP-UDHI, whether the user data begins with a header. */
  udhi: boolean;
  /** TP-UDL, the length of the user data: septets for GSM-7, else octets, 0 to 255. */
  udl: number;
  /** TP-UD, the user data with its header: up to 140 octets. */
  octets: Uint8Array;
}

/** The position of a segment in a concatenated text. */
export interface Concatenation {
  /** The reference number: 0 to 65,535. */
  reference: number;
  /** Bits of the reference number. */
  referenceBits: 8 | 16;
  /** Segments of the text: 1 to 255. */
  total: number;
  /** The number of this segment, from 1. */
  sequence: number;
}

/** An information element of a header. */
export interface InformationElement {
  /** Its identifier: 0 to 255. */
  identifier: number;
  /** Its name, in English; `null` if the standard reserves it. */
  name: string | null;
  /** Offset of its first octet in the user data. */
  offset: number;
  /** Its data. */
  data: Uint8Array;
}

/** The message as fields of SMPP. */
export interface SmppFields {
  /** `data_coding`: 0 to 255. */
  dataCoding: number;
  /** `esm_class`: 0x40 where there is a header. */
  esmClass: number;
  /** `short_message`. */
  shortMessage: Uint8Array;
  /** `dest_addr_subunit`, for class 0 and 2; `null` otherwise. */
  destAddrSubunit: number | null;
  /** With `sar_*` parameters instead of a header; `null` for a text of one segment. */
  sar: {
    /** `esm_class`. */
    esmClass: number;
    /** `short_message`. */
    shortMessage: Uint8Array;
    /** `sar_msg_ref_num`: 0 to 65,535. */
    msgRefNum: number;
    /** `sar_total_segments`: 1 to 255. */
    totalSegments: number;
    /** `sar_segment_seqnum`, counted from 1. */
    segmentSeqnum: number;
  } | null;
}

/** The user data of one short message. */
export interface UserData extends ReceivedUserData {
  /** The header, its length octet included; `null` without one. */
  udh: Uint8Array | null;
  /** The character set of the octets after the header. */
  characterSet: 'GSM-7' | '8-bit' | 'UCS-2';
  /** The language of the locking shift table; `null` for the default alphabet. */
  lockingShift: NationalLanguage | null;
  /** The language of the single shift table; `null` for the default extension table. */
  singleShift: NationalLanguage | null;
  /** The position in a concatenated text; `null` if it stands alone. */
  concatenation: Concatenation | null;
  /** The elements of the header, in order. */
  elements: InformationElement[];
  /** The text; `null` for 8-bit data. */
  text: string | null;
  /** The data; `null` for text. */
  data: Uint8Array | null;
  /** The fields for SMPP. */
  smpp: SmppFields;
}

/**
 * The user data of each segment of a text, ready to be sent. `SmsError` `unencodable`, `too-many-segments` (above 255) or
 * `not-concatenable` (profile `single`).
 *
 * @param text the text to send
 * @param options how it is counted and cut, and the reference number of its segments
 * @throws {SmsError} `unencodable`, `too-many-segments` (above 255) or `not-concatenable` (profile `single`)
 * @throws {TypeError} for a wrong argument or option
 *
 * @example
 * encodeUserData('hello')[0].octets //=> Uint8Array [232, 50, 155, 253, 6]
 */
export function encodeUserData(text: string, options?: EncodeOptions): UserData[];

/**
 * Decodes user data. `SmsError` `malformed` names the `field` and the octet at `index`.
 *
 * @param part the octets of one message, its coding scheme and its length
 * @param options whether undefined codes are errors
 * @throws {SmsError} `malformed`, which names the `field` and the octet at `index`; if `strict`, also for a code without a character
 * @throws {TypeError} for a wrong argument or option
 *
 * @example
 * decodeUserData({ dcs: 0, udhi: false, udl: 5, octets: Uint8Array.of(232, 50, 155, 253, 6) }).text //=> 'hello'
 */
export function decodeUserData(part: ReceivedUserData, options?: DecodeOptions): UserData;

/** A data coding scheme (3GPP TS 23.038, clause 4). */
export interface Dcs {
  /** The octet: 0 to 255. */
  octet: number;
  /** The coding group. */
  group: 'general' | 'automatic-deletion' | 'reserved' | 'waiting-discard' | 'waiting-store' | 'waiting-store-ucs2' | 'data-class';
  /**
   * The character set of the text's octets.
   * @example parseDcs(8).characterSet //=> 'UCS-2'
   */
  characterSet: 'GSM-7' | '8-bit' | 'UCS-2';
  /**
   * The message class: 0 (shown at once) to 3; `null` without one.
   * @example parseDcs(0x10).messageClass //=> 0
   */
  messageClass: number | null;
  /** True if the text is compressed. */
  compressed: boolean;
  /** True if the message deletes itself once read. */
  automaticDeletion: boolean;
  /** The kind of waiting messages; `null` if it does not say. */
  messageWaiting: { kind: 'voicemail' | 'fax' | 'email' | 'other'; active: boolean; discardable: boolean } | null;
}

/**
 * Reads a data coding scheme: 0 to 255.
 *
 * @param octet the data coding scheme: 0 to 255
 * @throws {TypeError} for anything but an integer from 0 to 255
 *
 * @example
 * parseDcs(0x08).characterSet //=> 'UCS-2'
 */
export function parseDcs(octet: number): Dcs;

/** Limits on the parts that may wait. */
export interface ReassemblerOptions {
  /** Messages that may wait for parts: 1 or more, by default 1,024. */
  maxMessages?: number;
  /** Octets that may wait: 40,800 (one message) or more, by default 1,048,576. */
  maxOctets?: number;
}

/** A message joined from its parts, or as much of it as came. */
export interface ConcatenatedMessage {
  /** Number of its parts: 1 to 255. */
  total: number;
  /** The numbers of the parts that did not come, counted from 1. */
  missing: number[];
  /** The text of the parts that came; `null` for 8-bit data. */
  text: string | null;
  /** The data of the parts that came; `null` for text. */
  data: Uint8Array | null;
  /** The parts that came, in order. */
  parts: UserData[];
}

/** A message that was given up. */
export interface Abandoned {
  /** The sender. */
  sender: string;
  /** Its reference was used again, there was no more room, or it was too old. */
  reason: 'replaced' | 'memory' | 'expired';
  /** As much as came. */
  message: ConcatenatedMessage;
}

/** The result of adding a part. */
export interface Received {
  /** It completed a message, others are missing, or it was there already. */
  status: 'complete' | 'waiting' | 'duplicate';
  /** The message, if it is complete. */
  message: ConcatenatedMessage | null;
  /** The numbers of the parts that are missing, counted from 1. */
  missing: number[];
  /** The messages that were given up for it. */
  abandoned: Abandoned[];
}

/**
 * Joins parts that come in any order, more than once, from many senders at once, in bounded memory.
 *
 * @example
 * const parts = encodeUserData('Parts may come in any order. '.repeat(8), { reference: 42 });
 * const reassembler = new Reassembler();
 * reassembler.insert('+15550100', parts[1], 0).missing //=> [1]
 * reassembler.insert('+15550100', parts[0], 1).message.text.length //=> 232
 */
export class Reassembler {
  constructor(options?: ReassemblerOptions);
  /**
   * Takes a part.
   * @param sender whatever tells senders apart: an address, or an address and a receiving number
   * @param now when it came, a whole number of whatever you count time in
   */
  insert(sender: string, part: ReceivedUserData, now: number): Received;
  /** Gives up the messages whose last part came before `time`. */
  expireBefore(time: number): Abandoned[];
  /** Octets that wait: 0 or more. */
  readonly octets: number;
}

/** Options for reading a message. */
export interface TpduOptions extends DecodeOptions {
  /**
   * True if the service centre's address comes first, as modems show it; `null` (default) to choose the better reading.
   * @example parseTpdu('0107048121430000' + '0141', { serviceCentre: false }).text //=> 'A'
   */
  serviceCentre?: boolean | null;
  /**
   * The length that the modem announced in `+CMGR`, `+CMT` or `+CDS`, in octets without the service centre's address: it
   * decides whether there is one. 1 to 65,535.
   * @example parseTpdu('0001070481214300000141', { length: 10 }).text //=> 'A'
   */
  length?: number | null;
}

/** The type-of-address octet, and what it says. */
export interface AddressType {
  /** 0x80 to 0xFF. */
  octet: number;
  /** Such as `international number`. */
  typeOfNumber: string;
  /** Such as `E.164`. */
  numberingPlan: string;
}

/** A whole message. */
export interface Tpdu {
  type: 'SMS-DELIVER' | 'SMS-SUBMIT';
  direction: 'deliver' | 'submit';
  /** The service centre's address; `null` where the octets had none. */
  serviceCentre: string | null;
  /** The sender of a delivered message, the recipient of a submitted one: a number with its `+`, or a name. */
  address: string;
  addressType: AddressType;
  /** TP-MR of a submitted message: 0 to 255. */
  reference: number | null;
  /** TP-PID: 0 to 255. */
  protocolIdentifier: number;
  /** The meaning of TP-PID, such as `plain short message`. */
  protocol: string;
  /** TP-SCTS of a delivered message, as RFC 3339; `null` where it is not a time. */
  timestamp: string | null;
  /** TP-VP of a submitted message, in words, in seconds, or with the time at which it ends. */
  validityPeriod: { format: 'relative' | 'absolute' | 'enhanced'; description: string; seconds: number | null; until: string | null } | null;
  /** TP-MMS of a delivered message: more messages wait. */
  moreMessages: boolean | null;
  /** TP-RD of a submitted message. */
  rejectsDuplicates: boolean | null;
  /** TP-SRI or TP-SRR. */
  wantsStatusReport: boolean;
  /** TP-RP. */
  replyPath: boolean;
  /** TP-DCS: 0 to 255. */
  dcs: number;
  /** TP-UDHI. */
  udhi: boolean;
  /** TP-UDL: 0 to 255. */
  udl: number;
  /** The text; `null` for data. */
  text: string | null;
  userData: UserData;
  /** The fault that strict reading would have refused, as a sentence; `null` if there is none. */
  fault: string | null;
}

/** A report on a submitted message: SMS-STATUS-REPORT. */
export interface StatusReport {
  type: 'SMS-STATUS-REPORT';
  /** The service centre's address; `null` where the octets had none. */
  serviceCentre: string | null;
  /** TP-MR, the number of the message: 0 to 255. */
  reference: number;
  /** TP-RA. */
  recipient: string;
  recipientType: AddressType;
  /** TP-SCTS, when the message was submitted, as RFC 3339. */
  timestamp: string | null;
  /** TP-DT, when it was delivered or last tried, as RFC 3339. */
  dischargeTime: string | null;
  /** TP-ST: 0 to 255. */
  status: number;
  /** The range of TP-ST. */
  outcome: 'completed' | 'pending' | 'failed' | 'gave-up' | 'reserved';
  /** The meaning of TP-ST, such as `received by the recipient`. */
  meaning: string;
  /** The report is about an SMS-COMMAND (TP-SRQ). */
  answersCommand: boolean;
  moreMessages: boolean;
  protocolIdentifier: number | null;
  protocol: string | null;
  userData: UserData | null;
  /** The fault that strict reading would have refused, as a sentence; `null` if there is none. */
  fault: string | null;
}

/**
 * Reads a whole message or a status report as a modem shows it: octets, or hexadecimal digits. `SmsError` `malformed` for
 * anything else; its message names SMS-COMMAND, reports of RP-ERROR and SMPP.
 *
 * @param octets the message, as octets or as hexadecimal digits
 * @param options the direction and whether a service centre's address comes first
 * @throws {SmsError} `malformed` for anything else, with `field` and `index`; its message names SMS-COMMAND, reports of RP-ERROR and SMPP
 * @throws {TypeError} for a wrong argument or option
 *
 * @example
 * parseTpdu('07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37').text //=> 'hellohello'
 */
export function parseTpdu(octets: Uint8Array | string, options?: TpduOptions): Tpdu | StatusReport;

/** The fields of an SMPP `deliver_sm` that carry its content. */
export interface DeliverSm {
  /** `data_coding`: 0 to 255. 0 is GSM-7 with a septet in each octet, 1 ASCII, 3 Latin-1, 4 data, 8 UCS-2. */
  dataCoding: number;
  /** `esm_class`: 0 (default) to 255; says whether there is a header, and whether it is a receipt. */
  esmClass?: number;
  /** `short_message`. */
  shortMessage?: Uint8Array | null;
  /** `message_payload`, of any length, in place of `shortMessage`. */
  messagePayload?: Uint8Array | null;
}

/**
 * The fields of a delivery receipt, as the service centre wrote them; `null` for what it left out. They are read as ASCII
 * whatever `dataCoding` says, `text` by `dataCoding`.
 */
export interface Receipt {
  id: string | null;
  sub: string | null;
  dlvrd: string | null;
  submitDate: string | null;
  doneDate: string | null;
  /** Such as `DELIVRD` or `UNDELIV`. */
  stat: string | null;
  err: string | null;
  text: string | null;
  /** The outcome by `stat`; `null` for a state that SMPP 3.4 does not have. */
  outcome: 'completed' | 'pending' | 'failed' | null;
}

/** The content of a `deliver_sm`. */
export interface SmppMessage {
  characterSet: 'GSM-7' | '8-bit' | 'UCS-2';
  /** The text; `null` for data. */
  text: string | null;
  data: Uint8Array | null;
  /** The user data of one segment, for a {@link Reassembler}; `null` if it is longer than one. */
  userData: UserData | null;
  /** The delivery receipt, if `esmClass` says that it is one. */
  receipt: Receipt | null;
}

/**
 * Reads an SMPP `deliver_sm`. `SmsError` `malformed` for a header longer than the octets, or a GSM-7 octet over 127; a
 * receipt with such an octet is read as data.
 *
 * @param message the fields of the PDU that matter
 * @throws {SmsError} `malformed` for a header longer than the octets, or a GSM-7 octet above 127
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * decodeSmpp({ dataCoding: 0, esmClass: 4, shortMessage: new TextEncoder().encode('id:4711 stat:DELIVRD err:000') }).receipt.id //=> '4711'
 */
export function decodeSmpp(message: DeliverSm): SmppMessage;

/** Options for submitting a text through a modem. */
export interface SubmitOptions extends EncodeOptions {
  /**
   * The service centre to send through; `null` (default) for the one that the modem has stored.
   * @example encodeSubmit('A', '1234', { serviceCentre: '+4912' })[0].pdu //=> '0391942101000481214300000141'
   */
  serviceCentre?: string | null;
  /**
   * The time for which the service centre tries to deliver, in seconds, rounded up to a value of TP-VP; `null` (default) leaves it to the
   * service centre.
   * @example encodeSubmit('A', '1234', { validitySeconds: 3600 })[0].length //=> 11
   */
  validitySeconds?: number | null;
  /**
   * True to request a status report; `false` by default.
   * @example encodeSubmit('A', '1234', { statusReport: true })[0].pdu.startsWith('0021') //=> true
   */
  statusReport?: boolean;
}

/** One SMS-SUBMIT. */
export interface SubmitPdu {
  /** The length to announce: `AT+CMGS=${length}`. */
  length: number;
  /** The octets as hexadecimal digits, the service centre's address first; the modem expects Ctrl-Z after them. */
  pdu: string;
}

/**
 * Writes the SMS-SUBMIT of each segment of a text for `AT+CMGS`. `to` is `+` and digits, or digits alone.
 *
 * @param text the text to send
 * @param to the recipient: `+` and digits, or digits alone
 * @param options how it is cut, its reference number, its validity, and whether a report is requested
 * @throws {SmsError} `malformed` for another recipient; `unencodable`, `too-many-segments`, `not-concatenable`
 * @throws {TypeError} for a wrong argument or option
 *
 * @example
 * encodeSubmit('hellohello', '+46708251358')[0] //=> { length: 22, pdu: '0001000B916407281553F800000AE8329BFD4697D9EC37' }
 */
export function encodeSubmit(text: string, to: string, options?: SubmitOptions): SubmitPdu[];
