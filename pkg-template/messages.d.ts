/**
 * `septet/messages`: what surrounds a text. Before it is sent: addresses, media, the message as a whole. When it
 * fails: error codes and statuses. What came in: webhooks, their signatures, keywords, replies. And senders by
 * country, and the pace of a bulk send. Pure functions: no request is made, no clock read; the time is an argument.
 * Each of the three tasks has a WebAssembly module of its own, started by the first call; a bundler leaves out what is
 * not imported.
 *
 * A wrong type or an unknown option is a `TypeError` that names the option; what cannot be done is an {@link SmsError}.
 * Rules and tables name their sources, one in each row.
 *
 * @packageDocumentation
 */

import type { Count } from './index.js';

export type { Count, SmsErrorCode } from './index.js';
export { SmsError } from './index.js';

// ─── Addresses ───

/** A channel as an address shows it: `whatsapp:+14155552671` is on WhatsApp, one without a prefix on SMS and MMS. */
export type Channel = 'sms' | 'whatsapp' | 'messenger' | 'rcs';

/** What kind of sender of SMS and MMS an address is. */
export type SenderKind = 'long-code' | 'toll-free' | 'short-code' | 'alphanumeric';

/** A sender or recipient, taken apart. */
export interface Address {
  /**
   * The address as it is sent.
   * @example parseAddress('whatsapp:+14155552671').address //=> 'whatsapp:+14155552671'
   */
  address: string;
  /**
   * The channel its prefix names.
   * @example parseAddress('whatsapp:+14155552671').channel //=> 'whatsapp'
   */
  channel: Channel;
  /**
   * What it is: an E.164 number of one of four kinds, a short code (5 or 6 digits), a sender name (1 to 11 characters), or
   * the name of an agent, page or user on another channel.
   * @example parseAddress('+18005550199').kind //=> 'toll-free'
   */
  kind: 'phone-number' | 'toll-free' | 'premium' | 'non-geographic' | 'short-code' | 'alphanumeric' | 'name';
  /**
   * What it is as a sender of SMS and MMS; `null` on other channels.
   * @example parseAddress('Septet').senderKind //=> 'alphanumeric'
   */
  senderKind: SenderKind | null;
  /**
   * The E.164 number; `null` for what is none.
   * @example parseAddress('whatsapp:+14155552671').number //=> '+14155552671'
   */
  number: string | null;
  /**
   * The country calling code, 1 to 3 digits; `null` if it is not a number, or is not in a country.
   * @example parseAddress('+4915112345678').callingCode //=> '49'
   */
  callingCode: string | null;
  /**
   * The country by two letters (ISO 3166), in North America by area code; `null` where the number tells none.
   * @example parseAddress('+18765551234').country //=> 'JM'
   */
  country: string | null;
  /**
   * Why a number of this shape cannot exist; `null` where nothing speaks against it.
   * @example parseAddress('+9995552671').problem //=> 'no country has a code that starts with its digits'
   */
  problem: string | null;
}

/**
 * Takes an address apart: E.164, short code, sender name, or one of these behind `whatsapp:`, `messenger:` or `rcs:`.
 * {@link SmsError} `invalid-address`, with a `suggestion` where a number was written otherwise.
 *
 * @param text the address
 * @throws {SmsError} `invalid-address`, with a `suggestion` where a number was written otherwise
 * @throws {TypeError} for anything but a string
 *
 * @example
 * parseAddress('72345').kind //=> 'short-code'
 */
export function parseAddress(text: string): Address;

/** What an identifier of the provider stands for, by its first two letters. */
export type SidKind =
  | 'message' | 'media-message' | 'media' | 'account' | 'phone-number' | 'messaging-service' | 'content' | 'application'
  | 'alpha-sender' | 'domain' | 'unknown';

/**
 * What an identifier stands for: two letters and 32 hexadecimal digits; `null` for what is none.
 *
 * @param text the identifier
 * @throws {TypeError} for anything but a string
 *
 * @example
 * sidKind('MG0123456789abcdef0123456789abcdef') //=> 'messaging-service'
 */
export function sidKind(text: string): SidKind | null;

// ─── Media ───

/** Where media is to be sent. `'mms'`, `'rcs'` and `'whatsapp'` are through Twilio. */
export type MediaChannel =
  | 'mms' | 'rcs' | 'whatsapp' | 'whatsapp-cloud-api' | 'sinch-mms' | 'signalwire-mms' | 'telnyx-mms' | 'google-rcs';

/** Which of two published rules holds where sources disagree. */
export type Reading = 'stricter' | 'looser';

/** One file, as far as it is known. */
export interface MediaItem {
  /**
   * Its MIME type as its server declares it, parameters and all; a malformed one is a `TypeError`.
   * @example checkMedia({ contentType: 'IMAGE/JPG; q=1', bytes: 1000 }, { channel: 'mms' }).verdicts[0].mediaType //=> 'image/jpg; q=1'
   */
  contentType?: string | null;
  /**
   * Its size in bytes: a whole number from 0.
   * @example checkMedia({ contentType: 'image/png', bytes: 0 }, { channel: 'mms' }).verdicts[0].reason //=> 'empty'
   */
  bytes?: number | null;
  /**
   * Its first bytes, to tell its type by: 262 are enough, Office files need 6,000.
   * @example checkMedia({ firstBytes: Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61), bytes: 9 }, { channel: 'mms' }).verdicts[0].mediaType //=> 'image/gif'
   */
  firstBytes?: Uint8Array | null;
}

/** What is known of a send besides the files. */
export interface MediaOptions {
  /**
   * Where they are to be sent.
   * @example checkMedia({ contentType: 'image/png', bytes: 9e6 }, { channel: 'rcs' }).accepted //=> true
   */
  channel: MediaChannel;
  /**
   * The kind of sender, on which some limits depend; by default the strictest holds.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 6e5 }, { channel: 'mms', sender: 'short-code', reading: 'looser' }).accepted //=> true
   */
  sender?: SenderKind | null;
  /**
   * The carrier of the recipient, where it is known; by default the strictest holds.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 12e5 }, { channel: 'mms', sender: 'long-code', carrier: 't-mobile', reading: 'looser' }).accepted //=> true
   */
  carrier?: 'att' | 't-mobile' | 'verizon' | null;
  /**
   * Which limit holds where sources disagree; `'stricter'` by default. `'looser'` believes the carriers about MMS with
   * anything but images.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 6e5 }, { channel: 'mms' }).accepted //=> false
   */
  reading?: Reading;
}

/** A published limit. */
export interface MediaLimit {
  /** The most bytes. */
  bytes: number;
  /** What else its row says; empty if nothing. */
  note: string;
  /** Where it is written. */
  source: string;
}

/** What to do about a file. */
export type MediaAction =
  | { kind: 'none' | 'send-as-link' | 'replace' | 'find-out' }
  /** Another type that the channel takes. */
  | { kind: 'convert'; mediaType: string }
  /** The bytes it may have. */
  | { kind: 'shrink'; bytes: number }
  /** What its server should declare. */
  | { kind: 'declare'; mediaType: string };

/** What becomes of one file. */
export interface MediaVerdict {
  /**
   * `'supported'`: it is taken and shown. `'passed-on'`: it is taken as it is, and the carrier or the handset decides.
   * `'unknown'`: what is known of it does not suffice. `'refused'`: it is not taken.
   * @example checkMedia({ contentType: 'application/pdf', bytes: 1e5 }, { channel: 'mms' }).verdicts[0].outcome //=> 'passed-on'
   */
  outcome: 'supported' | 'passed-on' | 'unknown' | 'refused';
  /**
   * Why; `'resized'` is supported and made smaller on the way if need be.
   * @example checkMedia({ contentType: 'image/png', bytes: 1e6 }, { channel: 'mms' }).verdicts[0].reason //=> 'resized'
   */
  reason:
    | 'supported' | 'resized' | 'accepted-only' | 'no-published-limit' | 'size-unknown' | 'type-unknown'
    | 'unsupported-type' | 'too-large' | 'empty' | 'contradiction';
  /** Its type: the declared one, else the one its first bytes show; `null` if neither is known. */
  mediaType: string | null;
  /** Its size in bytes; `null` if it is not known. */
  bytes: number | null;
  /**
   * The limit that holds; `null` where none is published.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 9e5 }, { channel: 'mms' }).verdicts[0].limit.bytes //=> 512000
   */
  limit: MediaLimit | null;
  /** Limits of other sources that disagree. */
  otherLimits: MediaLimit[];
  /**
   * What to do, for a program.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 9e5 }, { channel: 'mms' }).verdicts[0].action //=> { kind: 'shrink', bytes: 512000 }
   */
  action: MediaAction;
  /** The error code the provider would give; `null` where it has none. */
  code: number | null;
  /**
   * What is to be said, as a sentence without a full stop.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 9e5 }, { channel: 'mms' }).verdicts[0].message //=> 'video/mp4 of 900,000 bytes is over the 512,000 bytes MMS takes'
   */
  message: string;
  /**
   * What to do, as a sentence without a full stop; empty where nothing is to be done.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 9e5 }, { channel: 'mms' }).verdicts[0].fix //=> 'shrink it to 512,000 bytes, or send a link to it'
   */
  fix: string;
  /** What else the row of its type says; empty if nothing. */
  note: string;
  /** Where the rule is written. */
  source: string;
}

/** What is wrong with the files of one message together. */
export interface MediaProblem {
  /** Twilio's error code: 21623 for too many files, 11751 for too many bytes. */
  code: 21623 | 11751;
  /**
   * How many files, or bytes, are too many for one message; 1 or more.
   * @example checkMedia([{ contentType: 'image/png', bytes: 3e6 }, { contentType: 'image/png', bytes: 3e6 }], { channel: 'mms' }).problems[0].excess //=> 757120
   */
  excess: number;
  /** What is wrong, in English. */
  message: string;
  /** What to do about it, in English. */
  fix: string;
}

/** What becomes of the files of one message. */
export interface MediaReport {
  /**
   * Whether no file is refused, and their number and bytes together are within limits.
   * @example checkMedia([{ contentType: 'image/png', bytes: 9 }, { contentType: 'video/mp4', bytes: 9e5 }], { channel: 'mms' }).accepted //=> false
   */
  accepted: boolean;
  /** The channel. */
  channel: MediaChannel;
  /** The known bytes of all files together. */
  bytes: number;
  /** The verdict on each file, in order. */
  verdicts: MediaVerdict[];
  /**
   * What is wrong with the files together: more than 10, or more bytes than a message holds (MMS: 5 MB in all).
   * @example checkMedia([{ contentType: 'image/png', bytes: 3e6 }, { contentType: 'image/png', bytes: 3e6 }], { channel: 'mms' }).problems[0].fix //=> 'shrink them by 757,120 bytes, or send several messages'
   */
  problems: MediaProblem[];
  /** Where the limits of a message are written; empty where there are none. */
  source: string;
}

/**
 * Whether a channel takes files, and what becomes of them: each by type, bytes and first bytes, and all together.
 *
 * @param items one file, or all files of a message
 * @param options the channel, and what is known of sender and carrier
 * @throws {TypeError} for a wrong type, a malformed MIME type, or an unknown option
 *
 * @example
 * checkMedia({ contentType: 'image/jpeg', bytes: 5242880 }, { channel: 'mms' }).accepted //=> true
 * checkMedia({ contentType: 'image/jpeg', bytes: 5242881 }, { channel: 'mms' }).accepted //=> false
 */
export function checkMedia(items: MediaItem | readonly MediaItem[], options: MediaOptions): MediaReport;

// ─── Before you send ───

/** A time: a `Date`, or text as ISO 8601 writes it, with `Z` or an offset. */
export type Time = Date | string;

/** Media of a message: its URL, and what is known of the file behind it. */
export interface Attachment extends MediaItem {
  /** The URL as it is sent. */
  url: string;
}

/** The parameters of the call that creates a message, by the names of the provider's Node library; nothing is checked yet. */
export interface OutboundMessage {
  /** The recipient: an E.164 number or an address on a channel. */
  to?: string | null;
  /** The sender: a number, short code, sender name or address on a channel. */
  from?: string | null;
  /** The sender of SMS or MMS where RCS cannot be used. */
  fallbackFrom?: string | null;
  /** The messaging service that chooses the sender: `MG` and 32 hexadecimal digits. */
  messagingServiceSid?: string | null;
  /** The text: up to 1,600 UTF-16 units. */
  body?: string | null;
  /** Media: at most 10. */
  mediaUrl?: string | Attachment | readonly (string | Attachment)[] | null;
  /** The content template: `HX` and 32 hexadecimal digits. */
  contentSid?: string | null;
  /** Its variables, as the text of a JSON object. */
  contentVariables?: string | null;
  /** The URL that status changes are reported to. */
  statusCallback?: string | null;
  /** The application whose callback is used: `AP` and 32 hexadecimal digits. */
  applicationSid?: string | null;
  /** The highest price in US dollars, as decimal text; without effect since June 2024. */
  maxPrice?: string | number | null;
  /** Whether the recipient will confirm the message with feedback. */
  provideFeedback?: boolean | null;
  /** The attempts to send it, this one included: from 1. */
  attempt?: number | null;
  /** Seconds it may wait in the provider's queue: 1 to 36,000. */
  validityPeriod?: number | null;
  /** Whether sending to a landline is attempted. */
  forceDelivery?: boolean | null;
  /** Whether the text is kept: `retain` or `discard`. */
  contentRetention?: string | null;
  /** Whether the numbers are kept: `retain` or `obfuscate`. */
  addressRetention?: string | null;
  /** Whether the provider replaces characters that force UCS-2. */
  smartEncoded?: boolean | null;
  /** Actions of a channel, such as `geo:48.85,2.35|Paris` on WhatsApp. */
  persistentAction?: string | readonly string[] | null;
  /** The traffic type: `free`. */
  trafficType?: string | null;
  /** Whether the provider shortens links. */
  shortenUrls?: boolean | null;
  /** How it is scheduled: `fixed`. */
  scheduleType?: string | null;
  /** When it is sent: 300 seconds to 35 days ahead. */
  sendAt?: Time | null;
  /** Whether it is an MMS even without media. */
  sendAsMms?: boolean | null;
  /** Its purpose, such as `otp` or `marketing`. */
  messageIntent?: string | null;
  /** The protection against SMS pumping: `enable` or `disable`. */
  riskCheck?: string | null;
}

/** What is known of a messaging service. */
export interface Service {
  /** All senders of its pool; unknown by default. */
  senders?: readonly string[] | null;
  /** The domain of its shortened links, without `https://`; `null` if it has none, unknown by default. */
  linkDomain?: string | null;
  /** Whether it replaces characters that force UCS-2 unless a message says otherwise; `false` by default. */
  smartEncoding?: boolean;
}

/** What is known besides the message. */
export interface CheckOptions {
  /**
   * The time at which the message is handed over.
   * @example check({ to: '+14155552671', from: '+14155550199', body: 'Hi' }, { now: '2026-05-15T12:00:00Z' }).acceptable //=> true
   */
  now: Time;
  /** Which rule holds where sources disagree; `'stricter'` by default. */
  reading?: Reading;
  /**
   * When the recipient last wrote on WhatsApp; `null` if never. By default the 24-hour window is not checked.
   * @example check({ to: 'whatsapp:+14155552671', from: 'whatsapp:+14155550199', body: 'Hi' }, { now: '2026-05-15T12:00:00Z', lastInbound: null }).violations[0].rule //=> 'window-closed'
   */
  lastInbound?: Time | null;
  /** The settings of the messaging service that the message names. */
  service?: Service | null;
  /** The text of the content template that the message names, with its `{{variables}}`. */
  template?: string | null;
  /** Whether the account is on trial; `false` by default. */
  trial?: boolean;
}

/** One thing that is wrong with a message. */
export interface Violation {
  /**
   * The rule, for programs; the list may grow.
   * @example check({ to: '+14155552671', from: '+14155550199' }, { now: '2026-05-15T12:00:00Z' }).violations[0].rule //=> 'content-missing'
   */
  rule: string;
  /** The parameter, as the API writes it, such as `MediaUrl`. */
  field: string;
  /** The place in a parameter that stands several times, from 0; else `null`. */
  index: number | null;
  /** `'error'`: it is refused or not delivered. `'warning'`: it does something else than it seems to ask for. */
  severity: 'error' | 'warning';
  /** The error code the provider would give; `null` where it has none. */
  code: number | null;
  /** What is wrong, as a sentence without a full stop. */
  message: string;
  /** What would be right, as a sentence without a full stop. */
  fix: string;
  /** Where the rule is written. */
  source: string;
}

/** What a check found. */
export interface MessageReport {
  /** Whether nothing is an error; warnings are none. */
  acceptable: boolean;
  /** The channel, by the recipient's address. */
  channel: Channel;
  /** Everything that is wrong, at once. */
  violations: Violation[];
  /** The text as it travels: links shortened where the domain is known, smart encoded if asked for; `null` without one. */
  text: string | null;
  /** What that text costs; `null` unless it is an SMS. */
  count: Count | null;
  /** What becomes of the media; `null` without media, and on channels with no published limits. */
  media: MediaReport | null;
}

/**
 * Checks a message before it is sent: all violations at once, what its text costs, what becomes of its media.
 *
 * @param message the parameters of the call
 * @param options the time of the call, and what is known of the account
 * @throws {TypeError} for a wrong type or an unknown parameter; what the provider would refuse is a violation instead
 *
 * @example
 * check({ to: '4155552671', from: '+14155550199', body: 'Hi' }, { now: '2026-05-15T12:00:00Z' }).violations[0].message
 * //=> '`4155552671` is not an E.164 number: it does not start with `+`'
 */
export function check(message: OutboundMessage, options: CheckOptions): MessageReport;

/**
 * The exact body of the call that creates a message (`application/x-www-form-urlencoded`), right or wrong.
 *
 * @param message the parameters of the call
 * @throws {TypeError} for a wrong type or an unknown parameter
 *
 * @example
 * messageForm({ to: '+14155552671', from: '+14155550199', body: '50% off & more' })
 * //=> 'To=%2B14155552671&From=%2B14155550199&Body=50%25+off+%26+more'
 */
export function messageForm(message: OutboundMessage): string;

/**
 * Builds a message step by step; each step changes and returns the builder.
 *
 * @example
 * new MessageBuilder('+14155552671').from('+14155550199').body('Hi').form() //=> 'To=%2B14155552671&From=%2B14155550199&Body=Hi'
 */
export class MessageBuilder {
  /** To one recipient. */
  constructor(to: string);
  /** The message so far. */
  readonly message: OutboundMessage;
  /** Sets parameters by their names. */
  set(parameters: OutboundMessage): this;
  /** From a number, short code, sender name or address on a channel. */
  from(sender: string): this;
  /** Through a messaging service, `MG…`. */
  service(sid: string): this;
  /** With a text. */
  body(text: string): this;
  /** With one more piece of media. */
  media(media: string | Attachment): this;
  /** With a content template, `HX…`, and its variables. */
  template(sid: string, variables?: Readonly<Record<string, string>>): this;
  /** With a URL that status changes are reported to. */
  statusCallback(url: string): this;
  /** For so many seconds, 1 to 36,000. */
  validFor(seconds: number): this;
  /** Sent at a time, 300 seconds to 35 days ahead. */
  scheduledAt(time: Time): this;
  /** With characters that force UCS-2 replaced by the provider. */
  smartEncoded(): this;
  /** With links shortened by the provider. */
  shorteningUrls(): this;
  /** As MMS even without media. */
  asMms(): this;
  /** Checks it: see {@link check}. */
  check(options: CheckOptions): MessageReport;
  /** The body of the call: see {@link messageForm}. */
  form(): string;
}

/** An update of a message that exists: `'cancel'` while it is scheduled, `'redact'` takes its text away; or the parameters themselves. */
export type MessageUpdate = 'cancel' | 'redact' | { status?: string | null; body?: string | null };

/**
 * Everything that is wrong with an update; with the status of the message where it is known.
 *
 * @param update the update: cancel or redact
 * @param options the present status of the message, if it is known
 * @throws {TypeError} for a wrong argument or option
 *
 * @example
 * checkUpdate('cancel', { status: 'sent' })[0].code //=> 30409
 */
export function checkUpdate(update: MessageUpdate, options?: { status?: string | null }): Violation[];

/**
 * The exact body of the call that updates a message.
 *
 * @param update the update: cancel or redact
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * updateForm('cancel') //=> 'Status=canceled'
 * updateForm('redact') //=> 'Body='
 */
export function updateForm(update: MessageUpdate): string;

/** The parameters of a request that creates or updates a messaging service, or adds a sender to it. */
export interface ServiceConfig {
  /** 1 to 64 characters. */
  friendlyName?: string | null;
  /** Called when a message arrives for a number of the pool. */
  inboundRequestUrl?: string | null;
  /** `GET` or `POST`. */
  inboundMethod?: string | null;
  fallbackUrl?: string | null;
  /** `GET` or `POST`. */
  fallbackMethod?: string | null;
  statusCallback?: string | null;
  stickySender?: boolean | null;
  mmsConverter?: boolean | null;
  smartEncoding?: boolean | null;
  /** `inherit`, `enable` or `disable`. */
  scanMessageContent?: string | null;
  /** Obsolete. */
  fallbackToLongCode?: boolean | null;
  areaCodeGeomatch?: boolean | null;
  /** 1 to 36,000 seconds. */
  validityPeriod?: number | null;
  synchronousValidation?: boolean | null;
  /** `notifications`, `marketing`, `verification`, `discussion`, `poll` or `undeclared`. */
  usecase?: string | null;
  useInboundWebhookOnNumber?: boolean | null;
  /** A number to add, `PN…`: alone, in a request of its own. */
  phoneNumberSid?: string | null;
  /** A short code to add, `SC…`: alone, in a request of its own. */
  shortCodeSid?: string | null;
}

/**
 * Everything that is wrong with the configuration of a messaging service: to create one, with `update` to change one, with
 * `phoneNumberSid` or `shortCodeSid` to add a sender.
 *
 * @param config the parameters of the call
 * @param options whether an existing service is changed (`update`)
 * @throws {TypeError} for a wrong type or an unknown parameter or option
 *
 * @example
 * checkService({ friendlyName: 'Alerts', useInboundWebhookOnNumber: true, validityPeriod: 0 }).violations[0].rule //=> 'service-validity-range'
 */
export function checkService(config: ServiceConfig, options?: { update?: boolean }): { acceptable: boolean; violations: Violation[] };

/**
 * The body of that request, whether it is right or wrong.
 *
 * @param config the parameters of the call
 * @throws {TypeError} for a wrong type or an unknown parameter
 *
 * @example
 * serviceForm({ friendlyName: 'Alerts', stickySender: true }) //=> 'FriendlyName=Alerts&StickySender=true'
 */
export function serviceForm(config: ServiceConfig): string;

/**
 * Why WhatsApp would not approve the text of a template; empty where nothing speaks against it.
 *
 * @param text the text of the template
 * @throws {TypeError} for anything but a string
 *
 * @example
 * checkTemplate('{{1}} is ready').problems[0].problem //=> 'variable-first'
 */
export function checkTemplate(text: string): {
  /** The names of its variables, each once, in order. */
  variables: string[];
  /** What is wrong, with a sentence. */
  problems: { problem: 'variable-first' | 'variable-last' | 'variables-adjacent' | 'too-many-variables' | 'too-long' | 'number-missing' | 'numbers-and-names' | 'empty-variable' | 'forbidden-name' | 'unbalanced-braces'; message: string }[];
};

// ─── When it fails ───

/** What kind of failure an error code is to a program. */
export type ErrorClass =
  | 'opted-out' | 'bad-recipient' | 'bad-sender' | 'registration' | 'content' | 'filtering' | 'rate' | 'timing' | 'temporary'
  | 'request' | 'account' | 'setup' | 'inbound' | 'notice' | 'unknown';

/** What a program should do about an error code. */
export interface Advice {
  /**
   * The next step; `'review'` for codes that the catalogue does not have.
   * @example errorCode(21610).advice.action //=> 'suppress-recipient'
   */
  action:
    | 'retry' | 'suppress-recipient' | 'change-sender' | 'fix-content' | 'fix-request' | 'fix-account' | 'fix-setup' | 'register'
    | 'review-content' | 'review' | 'none';
  /**
   * How long to wait before the first retry: seconds, twice as many before each further one, or until the next midnight in
   * California; `null` unless the step is to retry.
   * @example errorCode(30003).advice.wait //=> { seconds: 1800 }
   */
  wait: { seconds: number } | 'pacificMidnight' | null;
}

/** All that the catalogue has of an error code; the texts of an unknown one are `null`. */
export interface ErrorDetails {
  /** The code: 0 to 4,294,967,295. */
  code: number;
  /**
   * A name of a few words.
   * @example errorCode(21617).name //=> 'Body too long'
   */
  name: string | null;
  /** What it means, in a sentence. */
  meaning: string | null;
  /** What most often leads to it; `null` also where nothing typical is known. */
  cause: string | null;
  /**
   * What it is about, a word.
   * @example errorCode(30003).category //=> 'delivery'
   */
  category: string | null;
  /**
   * What kind of failure it is.
   * @example errorCode(30007).class //=> 'filtering'
   */
  class: ErrorClass;
  /** Whether the same request may succeed later. 404 of the 419 recommendations are our own judgement; the provider's pages say the others. */
  retry: 'yes' | 'maybe' | 'after-fix' | 'no' | 'info' | null;
  /** Where it shows up: the answer of a call, a status callback, the provider's log, an inbound message. */
  seen: 'create' | 'update' | 'callback' | 'debugger' | 'inbound' | null;
  /** What to do. */
  advice: Advice;
  /** The provider's page about it. */
  page: string;
  /** The date of its source, such as `2025-02`, or `read 2026-11-23`: the day on which it was read. */
  date: string | null;
}

/**
 * What an error code means and what to do about it; unknown codes are kept, with the class `'unknown'`.
 *
 * @param code the provider's error code: an integer from 0
 * @throws {TypeError} for anything else
 *
 * @example
 * errorCode(21610).class //=> 'opted-out'
 */
export function errorCode(code: number): ErrorDetails;

/**
 * Every code of the catalogue, from the lowest.
 *
 * @throws {SmsError} `wasm-…` or `out-of-memory` where the WebAssembly module cannot be used
 *
 * @example
 * errorCodes().length //=> 419
 */
export function errorCodes(): number[];

/**
 * Seconds to wait before a retry, the wait doubled with each attempt up to one day; `null` if repeating is of no use.
 * `attempt` counts retries from 1; `failedAt` is the time of the failure.
 *
 * @param code the error code of the failure
 * @param attempt which retry it would be: from 1
 * @param failedAt when the message failed
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * retryAfter(30003, 2, '2026-07-01T12:00:00Z') //=> 3600
 */
export function retryAfter(code: number, attempt: number, failedAt: Time): number | null;

/** A status of a message. */
export interface StatusDetails {
  /** Its name as the provider writes it. */
  status: string;
  /** Whether the catalogue has it. */
  known: boolean;
  /** Whether nothing more will happen to the message; `false` for unknown ones. */
  terminal: boolean;
  /** Which messages have it; `null` for unknown ones. */
  direction: 'outbound' | 'inbound' | 'both' | null;
  /** What it says of the message; `null` for unknown ones. */
  meaning: string | null;
  /** The statuses that may come directly after it, and how far that is vouched for. */
  next: { status: string; basis: 'documented' | 'inferred' | 'disorder' }[];
}

/**
 * What a status says; unknown ones are kept.
 *
 * @param status a status of the provider
 * @throws {TypeError} for anything but a string
 *
 * @example
 * statusDetails('undelivered').terminal //=> true
 */
export function statusDetails(status: string): StatusDetails;

/**
 * Every status of the catalogue.
 *
 * @throws {SmsError} `wasm-…` or `out-of-memory` where the WebAssembly module cannot be used
 *
 * @example
 * statuses().length //=> 13
 */
export function statuses(): string[];

/** What became of one message, by the callbacks seen so far. A plain object: keep it as JSON. */
export interface Delivery {
  /** The most telling status so far; `null` before the first. */
  status: string | null;
  /** The error code that came with it. */
  errorCode: number | null;
  /** Whether nothing more will happen to the message. */
  final: boolean;
  /** Whether callbacks came of which neither leads to the other, such as `delivered` and `undelivered`. */
  contradictory: boolean;
  /** The known statuses seen, in the order a message goes through them. */
  seen: string[];
}

/**
 * Folds status callbacks into what became of one message: whatever their order, and however often each comes, the result
 * is the same. `before` is the result so far, which more callbacks are folded into.
 *
 * @param callbacks the callbacks, in any order
 * @param before the result so far
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * mergeStatuses([{ status: 'undelivered', errorCode: 30005 }, { status: 'sent' }])
 * //=> { status: 'undelivered', errorCode: 30005, final: true, contradictory: false, seen: ['sent', 'undelivered'] }
 */
export function mergeStatuses(
  callbacks: readonly { readonly status: string; readonly errorCode?: number | null }[],
  before?: Delivery | null,
): Delivery;

// ─── What came in ───

/** `URLSearchParams`, where the environment has types for it. */
type FormParameters = typeof globalThis extends { URLSearchParams: { prototype: infer Parameters } } ? Parameters : never;

/** A form body: as it came, taken apart, or as a web framework parses it (a repeated parameter is an array). */
export type FormBody = string | Uint8Array | FormParameters | Readonly<Record<string, string | readonly string[]>>;

/** Where a number is registered, as far as known; rarely where its owner is. */
export interface Place {
  city: string | null;
  state: string | null;
  zip: string | null;
  /** Two letters. */
  country: string | null;
}

/** What is wrong with a parameter that is not needed. */
export interface ParameterProblem {
  parameter: string;
  problem: 'missing' | 'malformed' | 'repeated' | 'not-utf8';
  /** The same as a sentence, without the value. */
  message: string;
}

/** A message from a person. What was not sent is `null`. */
export interface InboundMessage {
  /** The message, `SM…` or `MM…`. The same message may come twice: this tells. */
  messageSid: string | null;
  /** The account, `AC…`. */
  accountSid: string | null;
  /** The messaging service of the number, `MG…`. */
  messagingServiceSid: string | null;
  /** Who wrote: E.164, a short code, or an address of another channel. */
  from: string;
  /** Whom they wrote to. */
  to: string;
  /** The text, at most 1,600 UTF-16 units: a longer one is cut (error 21617). Empty with media alone, and where the parameter is missing. */
  body: string;
  /** Segments as the provider counts them. */
  numSegments: number | null;
  /** Pieces of media, however many of them are listed. */
  numMedia: number | null;
  /** The pieces of media listed, at most 10: where to fetch each, and to delete it afterwards. */
  media: { url: string; contentType: string | null }[];
  fromPlace: Place;
  toPlace: Place;
  /** What Advanced Opt-Out made of the message, and has acted on: `STOP`, `START` or `HELP`. */
  optOutType: string | null;
  /** What that is: see {@link Keyword}. */
  optOut: Intent | null;
  /** The name a person goes by on WhatsApp. */
  profileName: string | null;
  /** The person's identifier on WhatsApp. */
  waId: string | null;
  /** Whether it was forwarded once (WhatsApp). */
  forwarded: boolean | null;
  /** Whether it was forwarded often (WhatsApp). */
  frequentlyForwarded: boolean | null;
  /** The button that was pressed. */
  button: { text: string | null; payload: string | null; type: string | null } | null;
  /** An interactive answer, as JSON text. */
  interactiveData: string | null;
  /** An answer from WhatsApp Flows, as JSON text. */
  flowData: string | null;
  /** What the channel adds, as JSON text. */
  channelMetadata: string | null;
  /** A shared location, in degrees. */
  location: { latitude: number; longitude: number; address: string | null; label: string | null } | null;
  /** The advertisement that led to the message (WhatsApp). */
  referral: {
    body: string | null; headline: string | null; sourceId: string | null; sourceType: string | null; sourceUrl: string | null;
    mediaId: string | null; mediaContentType: string | null; mediaUrl: string | null; numMedia: number | null; ctwaClid: string | null;
  } | null;
  /** The message that is answered. */
  repliedTo: { sender: string | null; sid: string | null } | null;
  /** The row of a list that was chosen (WhatsApp). */
  listReply: { id: string | null; title: string | null; description: string | null } | null;
  /** The person's identifier with this business (WhatsApp), such as `US.13491208655302741918`. */
  externalUserId: string | null;
  /** The address on the channel that was written to. */
  channelToAddress: string | null;
  /** The others who got the same group message. */
  otherRecipients: string[];
  /** What add-ons found out, as JSON text. */
  addOns: string | null;
  /** `received`, usually. */
  status: string | null;
  /** `2010-04-01`, usually. */
  apiVersion: string | null;
  /** `text`, `image` and so on (channels). */
  messageType: string | null;
  /** The provider's count of segments beside our own: `'agrees'`, `'differs'`, `'cut'` at 1,600 units, `'not-text'`, or `'unknown'` without a count. */
  segmentCheck:
    | { result: 'agrees' | 'cut' | 'not-text' | 'unknown' }
    | { result: 'differs'; reported: number; counted: number };
  /** Parameters that could not be read; their values are in `other`. */
  problems: ParameterProblem[];
  /** Parameters not named above, in the order of the body, and values that could not be read. */
  other: [name: string, value: string][];
}

/**
 * Reads the webhook of a message from a person, once its signature is verified. Only `From` and `To` are needed:
 * {@link SmsError} `malformed-parameter` names the one (`field`) that is missing or repeated, or a parameter that is not
 * UTF-8. Whatever else is missing is `null`, and what cannot be read is listed in `problems`.
 *
 * @param body the body of the request as it came, or its parameters
 * @throws {SmsError} `malformed-parameter`: `field` is missing, repeated or not UTF-8
 * @throws {TypeError} for a body of another type
 *
 * @example
 * parseInbound('MessageSid=SM0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef&From=%2B15005550006&To=%2B15005550001&Body=Hi&NumMedia=0&NumSegments=1').body
 * //=> 'Hi'
 */
export function parseInbound(body: FormBody): InboundMessage;

/** What became of a message of yours. What was not sent is `null`. */
export interface StatusCallback {
  /** The message, `SM…` or `MM…`. */
  messageSid: string;
  /** The account, `AC…`. */
  accountSid: string | null;
  /** The messaging service that sent it, `MG…`. */
  messagingServiceSid: string | null;
  /** What became of it. */
  status: string;
  /** Who sent it. */
  from: string | null;
  /** Whom it was sent to. */
  to: string | null;
  /** Why it failed. */
  errorCode: number | null;
  /** The same in words; not in the provider's list of parameters. */
  errorMessage: string | null;
  /** When the carrier says it was done, to the minute, in a time zone it does not tell. */
  carrierTime: { year: number; month: number; day: number; hour: number; minute: number } | null;
  /** The installation of the channel, `XE…`. */
  channelInstallSid: string | null;
  /** What the channel says. */
  channelStatusMessage: string | null;
  /** The channel. */
  channelPrefix: string | null;
  /** `READ` for read receipts. */
  eventType: string | null;
  /** `2010-04-01`, usually. */
  apiVersion: string | null;
  /** The address on the channel that it was sent to. */
  channelToAddress: string | null;
  /** The recipient's identifier with this business (WhatsApp). */
  externalUserId: string | null;
  /** Parameters that could not be read; their values are in `other`. */
  problems: ParameterProblem[];
  /** Parameters not named above, in the order of the body. */
  other: [name: string, value: string][];
}

/**
 * Reads a status callback, once its signature is verified. {@link SmsError} `malformed-parameter` as above.
 *
 * @param body the body of the request as it came, or its parameters
 * @throws {SmsError} `malformed-parameter`: `field` is missing, repeated or not UTF-8
 * @throws {TypeError} for a body of another type
 *
 * @example
 * parseStatusCallback('MessageSid=SM0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef&From=%2B15005550006&To=%2B15005550001&MessageStatus=sent').status
 * //=> 'sent'
 */
export function parseStatusCallback(body: FormBody): StatusCallback;

/** The header that carries the signature of a webhook: `X-Twilio-Signature`. */
export const SIGNATURE_HEADER: 'X-Twilio-Signature';

/** The header of a webhook that is signed with a shared key: `X-Twilio-Webhooks-Signature-Settings`. */
export const SIGNATURE_SETTINGS_HEADER: 'X-Twilio-Webhooks-Signature-Settings';

/**
 * What may have signed a request: the auth token, several of them while they are rotated, or tokens and the secrets of
 * shared keys. A request with the header {@link SIGNATURE_SETTINGS_HEADER} is signed with a shared key, any other with a token.
 */
export type SigningKeys = string | readonly string[] | { authTokens?: string | readonly string[]; sharedKeys?: string | readonly string[] };

/** A request, as it came. */
export interface SignedRequest {
  /** The URL as the provider called it, with scheme, host and query. */
  url: string;
  /** The body as it came; empty by default, as for GET. A body that is not a form needs its octets, unparsed. */
  body?: FormBody;
  /** The value of the header {@link SIGNATURE_HEADER}; `undefined` or `null` if it is not there. */
  signature?: string | null | undefined;
  /** The value of the header {@link SIGNATURE_SETTINGS_HEADER}; `undefined` or `null` if it is not there. */
  signatureSettings?: string | null | undefined;
}

/** Why a request is not taken for one of the provider; it never tells what would be right. */
export interface SignatureProblem {
  reason: 'no-token' | 'missing' | 'malformed' | 'mismatch' | 'no-body-hash' | 'body-mismatch' | 'form' | 'algorithm' | 'no-shared-key' | 'parsed-body';
  /** A sentence. */
  message: string;
  /** The HTTP status to answer with: 400, 403 or 500. */
  httpStatus: 400 | 403 | 500;
}

/**
 * Whether a request comes from the provider, by its signature: HMAC-SHA1 over the URL and every parameter, or over a URL
 * whose `bodySHA256` is that of the body. The URL is tried with and without its port; the comparison takes constant time.
 *
 * @param request the URL, the body and the signature of the request
 * @param authToken the token or the keys of the account
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * verifySignature({ url: 'https://mycompany.com/myapp.php?foo=1&bar=2', body: 'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212', signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' }, '12345')
 * //=> true
 */
export function verifySignature(request: SignedRequest, authToken: SigningKeys): boolean;

/**
 * The same with the reason: `null` if the request comes from the provider.
 *
 * @param request the URL, the body and the signature of the request
 * @param authToken the token or the keys of the account
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * signatureProblem({ url: 'https://example.com/sms', body: 'Body=Hi' }, '12345').httpStatus //=> 400
 */
export function signatureProblem(request: SignedRequest, authToken: SigningKeys): SignatureProblem | null;

/** A click on a shortened link. What was not sent is `null`. */
export interface LinkClick {
  /** The link that was shortened. */
  link: string;
  shortenedLink: string | null;
  /** The message that had the link, `SM…` or `MM…`. */
  messageSid: string | null;
  accountSid: string | null;
  messagingServiceSid: string | null;
  from: string | null;
  to: string | null;
  /** As ISO 8601. */
  clickTime: string | null;
  /** As ISO 8601. */
  linkCreateTime: string | null;
  userAgent: string | null;
  /** `click`, usually. */
  eventType: string | null;
  problems: ParameterProblem[];
  other: [name: string, value: string][];
}

/**
 * Reads the JSON body of a click callback, or of the events of an event stream, once its signature is verified.
 * {@link SmsError} `malformed-parameter` for anything else, or without `link`.
 *
 * @param body the JSON as it came
 * @throws {SmsError} `malformed-parameter` for anything else, or without `link`
 * @throws {TypeError} for a body of another type
 *
 * @example
 * parseLinkClicks('{"event_type":"click","link":"https://example.com"}')[0].link //=> 'https://example.com'
 */
export function parseLinkClicks(body: string | Uint8Array): LinkClick[];

/** The limits of a {@link RateLimiter}. */
export interface RateLimiterOptions {
  /**
   * Events of a key that are allowed in the window, from 1; 5 by default.
   * @example new RateLimiter({ limit: 1 }).allow('+15005550006', 0) //=> true
   */
  limit?: number;
  /**
   * Seconds of the window; 60 by default.
   * @example new RateLimiter({ windowSeconds: 3600 }).allow('+15005550006', 0) //=> true
   */
  windowSeconds?: number;
  /**
   * Keys that are remembered; 10,000 by default. Beyond, the key whose last event is the longest ago is forgotten.
   * @example new RateLimiter({ maxKeys: 100_000 }).size //=> 0
   */
  maxKeys?: number;
}

/** The state of a {@link RateLimiter}, for JSON. */
export interface RateLimiterState extends RateLimiterOptions {
  /** The times of the events of each key, in seconds. */
  keys: Record<string, number[]>;
}

/**
 * A limit on the messages of one number: at most `limit` in any `windowSeconds`. It has no clock, its memory is bounded, and
 * its state can be stored: the times of one key for Redis or a database, or everything as JSON.
 *
 * @example
 * const limiter = new RateLimiter({ limit: 2 });
 * [0, 1, 2, 60].map((now) => limiter.allow('+15005550006', now)) //=> [true, true, false, true]
 */
export class RateLimiter {
  constructor(options?: RateLimiterOptions);
  /** Allows an event at a time, in whole seconds since any moment, or a `Date`; a refused one does not count. */
  allow(key: string, now: number | Date): boolean;
  /** Seconds until the next event of the key is allowed; 0 if it is now. */
  retryAfter(key: string, now: number | Date): number;
  /** The times of the events of a key, to be stored. */
  times(key: string): number[];
  /** Restores the events of a key. */
  restore(key: string, times: Iterable<number>): this;
  /** Forgets the keys whose events no longer count. */
  expire(now: number | Date): void;
  /** Keys that are remembered. */
  readonly size: number;
  /** The whole state. */
  toJSON(): RateLimiterState;
  /** A limiter with a state. */
  static fromJSON(state: RateLimiterState): RateLimiter;
}

/**
 * The signature of a form, for tests of a server and for clients that play the provider. An empty token is an
 * {@link SmsError} `no-token`.
 *
 * @param url the URL as the provider would call it
 * @param form the parameters
 * @param authToken the token of the account
 * @throws {SmsError} `no-token` for an empty token
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * signForm('https://mycompany.com/myapp.php?foo=1&bar=2', { Digits: '1234', To: '+18005551212', From: '+14158675309', Caller: '+14158675309', CallSid: 'CA1234567890ABCDE' }, '12345')
 * //=> 'RSOYDt4T1cUTdK1PDd93/VVr8B8='
 */
export function signForm(url: string, form: FormBody, authToken: string): string;

/**
 * The URL with the hash of a body in its query, and the signature of that URL.
 *
 * @param url the URL as the provider would call it
 * @param body the body as it is sent
 * @param authToken the token of the account
 * @throws {SmsError} `no-token` for an empty token
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * signBody('https://mycompany.com/myapp.php?foo=1&bar=2', '{"property": "value", "boolean": true}', '12345').signature
 * //=> 'a9nBmqA0ju/hNViExpshrM61xv4='
 */
export function signBody(url: string, body: string | Uint8Array, authToken: string): { url: string; signature: string };

/** What a person asks for with a keyword. */
export type Intent = 'opt-out' | 'opt-in' | 'help';

/** Whose keywords. */
export interface KeywordOptions {
  /**
   * Who carries the messages; `'twilio'` by default.
   * @example recognizeKeyword('Stop it, please', { provider: 'aws' }).handled //=> true
   */
  provider?: 'twilio' | 'telnyx' | 'aws' | 'bird' | 'other';
  /**
   * The kind of sender that people write to; a long code by default.
   * @example recognizeKeyword('CANCEL', { sender: 'toll-free' }).handled //=> false
   */
  sender?: SenderKind | null;
  /** The channel; `'sms'` by default. */
  channel?: Channel;
  /**
   * The country of the recipients, two letters, for words of its language.
   * @example recognizeKeyword('baja', { country: 'MX' }).intent //=> 'opt-out'
   */
  country?: string | null;
  /**
   * Words or phrases of your own, such as those set in Advanced Opt-Out.
   * @example recognizeKeyword('Abmelden.', { own: { 'opt-out': ['abmelden'] } }).intent //=> 'opt-out'
   */
  own?: { readonly [intent in Intent]?: readonly string[] };
}

/** A message that is a keyword. */
export interface Keyword {
  /** What the person asks for. */
  intent: Intent;
  /** The keyword, in lower case. */
  keyword: string;
  /** Whether the provider or network acts on this very message by itself; if not, you must. */
  handled: boolean;
  /** The lists that have it. */
  lists: { provider: string; scope: string; note: string; source: string; date: string }[];
}

/**
 * The keyword that a message is; `null` if it is anything else. The whole message counts, letter case and whatever is
 * neither letter nor digit aside.
 *
 * @param message the text that came in
 * @param options the sender's kind, country and settings
 * @throws {TypeError} for a wrong argument or option
 *
 * @example
 * recognizeKeyword('Stop!').intent //=> 'opt-out'
 * recognizeKeyword('stop by later') //=> null
 */
export function recognizeKeyword(message: string, options?: KeywordOptions): Keyword | null;

/** Where a message leads. */
export type Route<T> =
  | { type: 'keyword'; keyword: Keyword }
  /** `argument` is what follows the word; empty for commands that take nothing. */
  | { type: 'command'; command: T; argument: string }
  | { type: 'other' };

/**
 * Leads a message to what you do with it: opt-outs and calls for help first, then your commands, then opt-ins. Words are
 * looked up in a list and nothing else: `constructor` and `__proto__` are words like any other.
 *
 * @example
 * new Router().command('opening hours', 'hours').route('Opening hours?') //=> { type: 'command', command: 'hours', argument: '' }
 * new Router().argument('vote', 'vote').route('Vote: Ada') //=> { type: 'command', command: 'vote', argument: 'Ada' }
 */
export class Router<T> {
  constructor(options?: KeywordOptions);
  /** Adds a command that is a whole message. {@link SmsError} `wrong-command` for words that are taken or an opt-out. */
  command<U = T>(words: string, command: U): Router<T | U>;
  /** Adds a command that is the first word of a message and takes what follows as its argument. */
  argument<U = T>(word: string, command: U): Router<T | U>;
  /** Where a message leads. */
  route(message: string): Route<T>;
}

// ─── Replies ───

/** What a reply does, in order: a text, a message, or another URL that is asked. */
export type TwimlVerb = string | TwimlMessage | TwimlRedirect;

/** One message of a reply: it has a text, or media, or both. */
export interface TwimlMessage {
  /** The text: up to 1,600 UTF-16 units. */
  body?: string | null;
  /** The URLs of its media: at most 10. */
  media?: string | readonly string[] | null;
  /** Somebody else than the person who wrote. */
  to?: string | null;
  /** Another sender than the one written to. */
  from?: string | null;
  /** A URL that is asked for what comes next; nothing after this message is reached. */
  action?: string | null;
  /** How the action is called. */
  method?: 'GET' | 'POST' | null;
  /** A URL that is told what becomes of the message. */
  statusCallback?: string | null;
}

/** Another URL that is asked for the reply. */
export interface TwimlRedirect {
  /** The URL, which may be relative. */
  redirect: string;
  /** How it is called. */
  method?: 'GET' | 'POST' | null;
}

/** The type of a reply, for the `Content-Type` header. */
export const TWIML_CONTENT_TYPE: 'text/xml; charset=utf-8';

/**
 * A reply as TwiML. What the provider would refuse or ignore is an {@link SmsError} `twiml`: more than 10 messages, 64,000
 * octets, characters that XML cannot write unless `replaceForbidden` says by which one they are replaced.
 *
 * @param verbs what the reply does, in order; nothing for no reply
 * @param options the character that replaces those that XML cannot write
 * @throws {SmsError} `twiml` for what the provider would refuse or ignore
 * @throws {TypeError} for a wrong argument or option
 *
 * @example
 * twiml('<3 & more') //=> '<?xml version="1.0" encoding="UTF-8"?><Response><Message><Body>&lt;3 &amp; more</Body></Message></Response>'
 * twiml() //=> '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
 */
export function twiml(verbs?: TwimlVerb | readonly TwimlVerb[], options?: { replaceForbidden?: string | null }): string;

/**
 * A URL with what a conversation remembers in its query (one parameter, `state`), in place of any that is there. The
 * provider signs the URL it calls, so what comes back in a verified request is what went out.
 *
 * @param url the URL, which may be relative
 * @param state names and values
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * withState('/survey?lang=en', { step: '2' }) //=> '/survey?lang=en&state=step%3D2'
 */
export function withState(url: string, state: Iterable<readonly [string, string]> | Readonly<Record<string, string>>): string;

/**
 * What a conversation remembers; empty without it. {@link SmsError} `malformed-parameter` for what is not UTF-8.
 *
 * @param url the URL as the provider called it
 * @throws {SmsError} `malformed-parameter` for what is not UTF-8
 * @throws {TypeError} for anything but a string
 *
 * @example
 * stateOf('/survey?lang=en&state=step%3D2').get('step') //=> '2'
 */
export function stateOf(url: string): Map<string, string>;

// ─── Senders ───

/** What becomes of senders of one kind in one country, with Twilio. */
export interface SenderSupport {
  /** Whether they are accepted. */
  acceptance: 'accepted' | 'once-registered' | 'refused' | 'unknown';
  /** What the recipient sees. */
  arrival: 'as-sent' | 'overwritten-unless-registered' | 'overwritten' | 'unknown';
  /** Whether they are to be registered; the stricter of provider and operator. */
  registration: 'not-needed' | 'optional' | 'required' | 'unavailable' | 'unknown';
  /** The error that a missing registration leads to, where it is known. */
  blockedWith: number | null;
  /** Whether another provider's table says otherwise. */
  disputed: boolean;
}

/** What a country takes. */
export interface SenderRules {
  /** Two letters. */
  country: string;
  /** In English. */
  name: string;
  /** Whether recipients can answer. */
  twoWay: boolean;
  /** Whether segments arrive joined; `null` if the page does not say. */
  concatenates: boolean | null;
  /** Media: as MMS, as a link in the text, or not at all. */
  media: 'mms' | 'link' | 'none';
  /** Whether sending to landlines is attempted. */
  landlines: boolean;
  /** Weeks that a short code takes, least and most; `null` if not known. */
  shortCodeWeeks: [number, number] | null;
  /** Whether short codes of the US are used. */
  sharesUsShortCodes: boolean;
  longCode: { domestic: SenderSupport; international: SenderSupport };
  alphanumeric: { domestic: SenderSupport; international: SenderSupport };
  shortCode: SenderSupport;
  tollFree: SenderSupport;
  /** The page. */
  source: string;
  /** The date of its source, such as `2025-02`, or `read 2026-11-23`: the day on which it was read. */
  date: string;
}

/**
 * What a country takes, by its two letters; `null` for one that the catalogue does not have.
 *
 * @param country the country by two letters (ISO 3166)
 * @throws {TypeError} for anything but two letters
 *
 * @example
 * senderRules('US').longCode.domestic.blockedWith //=> 30034
 */
export function senderRules(country: string): SenderRules | null;

/**
 * The countries of the catalogue with their names in English, by their two letters.
 *
 * @throws {SmsError} `wasm-…` or `out-of-memory` where the WebAssembly module cannot be used
 *
 * @example
 * countries()[0] //=> { country: 'AD', name: 'Andorra' }
 */
export function countries(): { country: string; name: string }[];

/** A sender of a pool. */
export interface PoolSender {
  /** A number, short code, sender name or address on a channel. */
  address: string;
  /** The country it is leased in or its owner is at home in, two letters; by default what its number tells. */
  country?: string | null;
  /** Whether it has the registration that its kind needs; `false` by default. */
  registered?: boolean;
  /** Whether it can send media; `false` by default. */
  media?: boolean;
}

/** What a message needs of its sender. */
export interface Need {
  /** It has media. */
  media?: boolean;
  /** The recipient must be able to answer it. */
  reply?: boolean;
  /** The sender that the recipient knows from earlier messages. */
  previous?: string | null;
}

/** The sender chosen, with the reasons for it and against the others. */
export interface Pick {
  /** Its place in the pool; `null` if none will do. */
  chosen: number | null;
  /** What speaks for it. */
  reasons: ('previous' | 'domestic' | 'registered' | 'arrives-as-sent' | 'overwritten' | 'undocumented' | 'tie-broken' | 'calling-code' | 'main-country-rules')[];
  /** What speaks against others, with the error they would lead to where it is known. */
  refused: {
    index: number;
    reason: 'other-channel' | 'same-address' | 'no-media' | 'no-reply' | 'not-accepted' | 'not-registered' | 'other-country';
    code: number | null;
  }[];
}

/**
 * Chooses a sender from a pool for a recipient: what the message needs and the country takes first, then what the
 * recipient knows, then what arrives as it is sent, then what is at home there. Of equals, a recipient always gets the
 * same one.
 *
 * @param pool the senders: addresses, or what is known of each
 * @param recipient the number of the recipient
 * @param need what the message needs
 * @throws {SmsError} `invalid-address` for a recipient or a sender that is not an address
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * pickSender(['Septet', { address: '+14155550101', registered: true }], '+12125550123').chosen //=> 1
 */
export function pickSender(pool: readonly (string | PoolSender)[], recipient: string, need?: Need): Pick;

// ─── Pace ───

/** Units in a time, both 1 to 86,400,000. */
export interface Rate {
  units: number;
  seconds: number;
}

/** A tier of senders: how fast, how much a day, how long a queue. */
export interface Tier {
  /** Provider and sender in lower case, joined by hyphens; several tiers by trust score have the same. */
  id: string;
  provider: string;
  sender: string;
  /** The trust scores it is for, least and most; `null` if it does not depend on them. */
  trustScores: [number, number] | null;
  /** `null` for tiers that limit a day only. */
  sms: Rate | null;
  /** Where it differs from SMS. */
  mms: Rate | null;
  /** Where it differs from SMS. */
  rcs: Rate | null;
  /** Segments a day, midnight to midnight in California. */
  perDay: number | null;
  /** What waits at most. */
  queue: Queue | null;
  /** What the rate counts. */
  unit: 'segments' | 'messages';
  note: string;
  source: string;
  /** The date of its source, such as `2025-02`, or `read 2026-11-23`: the day on which it was read. */
  date: string;
}

/** What waits at most: what is sent in so many seconds, or so many units. */
export type Queue = { seconds: number } | { units: number };

/**
 * Every tier of the table.
 *
 * @throws {SmsError} `wasm-…` or `out-of-memory` where the WebAssembly module cannot be used
 *
 * @example
 * tiers().find((tier) => tier.id === 'twilio-toll-free').sms //=> { units: 3, seconds: 1 }
 */
export function tiers(): Tier[];

/** The pace of a sender: a tier of the table, or numbers of your own. */
export type Pace =
  | {
    /** The `id` of a tier. */
    tier: string;
    /** The trust score of the brand, 0 to 100, where the tier depends on it. */
    trustScore?: number | null;
  }
  | {
    rate: Rate;
    /** What the rate counts; `'segments'` by default. */
    unit?: 'segments' | 'messages';
    /** Segments a day at most, midnight to midnight in California. */
    perDay?: number | null;
    /** What waits at most; endless by default. */
    queue?: Queue | null;
  };

/** When one message is sent. */
export interface Dispatch {
  /** Its place in the batch, from 0. */
  message: number;
  /** Its segments. */
  segments: number;
  /** Seconds after the start, with a fraction. */
  afterSeconds: number;
}

/** How long a batch takes. */
export interface Plan {
  messages: number;
  segments: number;
  /** From the start until the last segment is through, with a fraction. */
  seconds: number;
  /** When it is through. */
  endsAt: Date;
  /** On how many days, midnight to midnight in California, messages are sent. */
  days: number;
  /** What would not fit the queue if all messages were handed over at once; `null` if all would. */
  overflow: {
    /** The first message that does not fit, by its place in the batch. */
    first: number;
    /** How many do not fit. */
    messages: number;
    /** The shortest time to hand over the batch in, evenly, so that all fit. */
    handOverSeconds: number;
  } | null;
  /** When to hand over each message so that none ever waits in the provider's queue; made as it is read. */
  schedule(): IterableIterator<Dispatch>;
}

/**
 * How long a batch takes at the pace of a sender, and when each message is sent. A batch is the segments of each message,
 * or runs of messages with as many segments. {@link SmsError} `no-plan` if a message is longer than a day allows, or it
 * would take more than ten years.
 *
 * @param batch segments of each message, or runs of messages
 * @param pace the tier of the sender, or limits of your own
 * @param options when the batch starts
 * @throws {SmsError} `no-plan` if a message is longer than a day allows, or it would take more than ten years
 * @throws {TypeError} for a wrong argument
 *
 * @example
 * plan([{ messages: 5000, segments: 2 }], { tier: 'twilio-toll-free' }, { start: '2026-07-01T07:00:00Z' }).seconds //=> 3333.333333334
 */
export function plan(
  batch: readonly (number | { readonly messages: number; readonly segments: number })[] | Uint32Array,
  pace: Pace,
  options: { start: Time },
): Plan;
