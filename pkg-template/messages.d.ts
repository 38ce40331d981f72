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

/** The kind of sender of SMS and MMS that an address is. */
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
   * Its kind: an E.164 number of one of four kinds, a short code (5 or 6 digits), a sender name (1 to 11 characters), or the name of an
   * agent, page or user on another channel.
   * @example parseAddress('+18005550199').kind //=> 'toll-free'
   */
  kind: 'phone-number' | 'toll-free' | 'premium' | 'non-geographic' | 'short-code' | 'alphanumeric' | 'name';
  /**
   * Its kind as a sender of SMS and MMS; `null` on other channels.
   * @example parseAddress('Septet').senderKind //=> 'alphanumeric'
   */
  senderKind: SenderKind | null;
  /**
   * The E.164 number; `null` if the address is not a number.
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
   * The reason why a number of this shape cannot exist; `null` if none is known.
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

/** The kinds of the provider's identifiers, by their first two letters. */
export type SidKind =
  | 'message' | 'media-message' | 'media' | 'account' | 'phone-number' | 'messaging-service' | 'content' | 'application'
  | 'alpha-sender' | 'domain' | 'unknown';

/**
 * Returns the kind of an identifier: two letters and 32 hexadecimal digits; `null` if the text is not one.
 *
 * @param text the identifier
 * @throws {TypeError} for anything but a string
 *
 * @example
 * sidKind('MG0123456789abcdef0123456789abcdef') //=> 'messaging-service'
 */
export function sidKind(text: string): SidKind | null;

// ─── Media ───

/** The channel for media. `'mms'`, `'rcs'` and `'whatsapp'` are through Twilio. */
export type MediaChannel =
  | 'mms' | 'rcs' | 'whatsapp' | 'whatsapp-cloud-api' | 'sinch-mms' | 'signalwire-mms' | 'telnyx-mms' | 'google-rcs';

/** The rule to apply if two sources disagree. */
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

/** Known facts about a send besides the files. */
export interface MediaOptions {
  /**
   * The channel that the files are to be sent on.
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
   * The limit to apply if sources disagree; `'stricter'` by default. `'looser'` follows the carriers for MMS with anything but images.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 6e5 }, { channel: 'mms' }).accepted //=> false
   */
  reading?: Reading;
}

/** A published limit. */
export interface MediaLimit {
  /** The most bytes. */
  bytes: number;
  /** Remarks of its row; empty if there are none. */
  note: string;
  /** URL of the source. */
  source: string;
}

/** The action to take on a file. */
export type MediaAction =
  | { kind: 'none' | 'send-as-link' | 'replace' | 'find-out' }
  /** Another type that the channel takes. */
  | { kind: 'convert'; mediaType: string }
  /** The bytes it may have. */
  | { kind: 'shrink'; bytes: number }
  /** The type that its server should declare. */
  | { kind: 'declare'; mediaType: string };

/** The verdict on one file. */
export interface MediaVerdict {
  /**
   * `'supported'`: accepted and shown. `'passed-on'`: accepted unchanged; the carrier or the handset decides. `'unknown'`: too little is
   * known about it. `'refused'`: not accepted.
   * @example checkMedia({ contentType: 'application/pdf', bytes: 1e5 }, { channel: 'mms' }).verdicts[0].outcome //=> 'passed-on'
   */
  outcome: 'supported' | 'passed-on' | 'unknown' | 'refused';
  /**
   * The reason; `'resized'` is supported, and made smaller on the way if necessary.
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
   * The action to take, for a program.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 9e5 }, { channel: 'mms' }).verdicts[0].action //=> { kind: 'shrink', bytes: 512000 }
   */
  action: MediaAction;
  /** The error code the provider would give; `null` where it has none. */
  code: number | null;
  /**
   * The verdict as a sentence without a full stop.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 9e5 }, { channel: 'mms' }).verdicts[0].message //=> 'video/mp4 of 900,000 bytes is over the 512,000 bytes MMS takes'
   */
  message: string;
  /**
   * The action to take, as a sentence without a full stop; empty if there is nothing to do.
   * @example checkMedia({ contentType: 'video/mp4', bytes: 9e5 }, { channel: 'mms' }).verdicts[0].fix //=> 'shrink it to 512,000 bytes, or send a link to it'
   */
  fix: string;
  /** Remarks of the row of its type; empty if there are none. */
  note: string;
  /** URL of the rule. */
  source: string;
  /** The channel it was judged for. */
  channel: MediaChannel;
}

/** A problem of the files of one message taken together. */
export interface MediaProblem {
  /** Twilio's error code: 21623 for too many files, 11751 for too many bytes. */
  code: 21623 | 11751;
  /**
   * The files or bytes above the maximum for one message; 1 or more.
   * @example checkMedia([{ contentType: 'image/png', bytes: 3e6 }, { contentType: 'image/png', bytes: 3e6 }], { channel: 'mms' }).problems[0].excess //=> 757120
   */
  excess: number;
  /** The problem, in English. */
  message: string;
  /** The action to take, in English. */
  fix: string;
}

/** The verdicts on the files of one message. */
export interface MediaReport {
  /**
   * True if no file is refused, and their number and total bytes are within limits.
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
   * Problems of the files taken together: more than 10, or more bytes than a message holds (MMS: 5 MB in all).
   * @example checkMedia([{ contentType: 'image/png', bytes: 3e6 }, { contentType: 'image/png', bytes: 3e6 }], { channel: 'mms' }).problems[0].fix //=> 'shrink them by 757,120 bytes, or send several messages'
   */
  problems: MediaProblem[];
  /** URL of the limits of a message; empty if there are none. */
  source: string;
  /** What the source adds; empty if nothing. */
  note: string;
}

/**
 * Checks files against a channel: each by type, bytes and first bytes, and all of them together.
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
  /** True if the recipient will confirm the message with feedback. */
  provideFeedback?: boolean | null;
  /** The attempts to send it, this one included: from 1. */
  attempt?: number | null;
  /** Seconds it may wait in the provider's queue: 1 to 36,000. */
  validityPeriod?: number | null;
  /** True to attempt delivery to a landline. */
  forceDelivery?: boolean | null;
  /** Retention of the text: `retain` or `discard`. */
  contentRetention?: string | null;
  /** Retention of the numbers: `retain` or `obfuscate`. */
  addressRetention?: string | null;
  /** True if the provider replaces characters that force UCS-2. */
  smartEncoded?: boolean | null;
  /** Actions of a channel, such as `geo:48.85,2.35|Paris` on WhatsApp. */
  persistentAction?: string | readonly string[] | null;
  /** The traffic type: `free`. */
  trafficType?: string | null;
  /** True if the provider shortens links. */
  shortenUrls?: boolean | null;
  /** The kind of schedule: `fixed`. */
  scheduleType?: string | null;
  /** The time to send it: 300 seconds to 35 days ahead. */
  sendAt?: Time | null;
  /** True to send an MMS even without media. */
  sendAsMms?: boolean | null;
  /** Its purpose, such as `otp` or `marketing`. */
  messageIntent?: string | null;
  /** The protection against SMS pumping: `enable` or `disable`. */
  riskCheck?: string | null;
}

/** Known facts about a messaging service. */
export interface Service {
  /** All senders of its pool; unknown by default. */
  senders?: readonly string[] | null;
  /** The domain of its shortened links, without `https://`; `null` if it has none, unknown by default. */
  linkDomain?: string | null;
  /** True if it replaces characters that force UCS-2 unless a message says otherwise; `false` by default. */
  smartEncoding?: boolean;
}

/** Known facts besides the message. */
export interface CheckOptions {
  /**
   * The time at which the message is handed over.
   * @example check({ to: '+14155552671', from: '+14155550199', body: 'Hi' }, { now: '2026-05-15T12:00:00Z' }).acceptable //=> true
   */
  now: Time;
  /** The rule to apply if sources disagree; `'stricter'` by default. */
  reading?: Reading;
  /**
   * The time of the recipient's last message on WhatsApp; `null` if there is none. By default the 24-hour window is not checked.
   * @example check({ to: 'whatsapp:+14155552671', from: 'whatsapp:+14155550199', body: 'Hi' }, { now: '2026-05-15T12:00:00Z', lastInbound: null }).violations[0].rule //=> 'window-closed'
   */
  lastInbound?: Time | null;
  /** The settings of the messaging service that the message names. */
  service?: Service | null;
  /** The text of the content template that the message names, with its `{{variables}}`. */
  template?: string | null;
  /** True if the account is on trial; `false` by default. */
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
  /** The fault, as a sentence without a full stop. */
  message: string;
  /** The action to take, as a sentence without a full stop. */
  fix: string;
  /** URL of the rule. */
  source: string;
}

/** The result of a check. */
export interface MessageReport {
  /** True if no violation is an error; warnings are allowed. */
  acceptable: boolean;
  /** The channel, by the recipient's address. */
  channel: Channel;
  /** Everything that is wrong, at once. */
  violations: Violation[];
  /** The text as it travels: links shortened where the domain is known, smart encoded if asked for; `null` without one. */
  text: string | null;
  /** The cost of that text; `null` unless it is an SMS. */
  count: Count | null;
  /** The verdicts on the media; `null` without media, and on channels with no published limits. */
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
 * Lists the problems for which WhatsApp would not approve the text of a template; empty if there are none.
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
  /** The problems, each with a sentence. */
  problems: { problem: 'variable-first' | 'variable-last' | 'variables-adjacent' | 'too-many-variables' | 'too-long' | 'number-missing' | 'numbers-and-names' | 'empty-variable' | 'forbidden-name' | 'unbalanced-braces'; message: string }[];
};

// ─── When it fails ───

/** The kind of failure that an error code is to a program. */
export type ErrorClass =
  | 'opted-out' | 'bad-recipient' | 'bad-sender' | 'registration' | 'content' | 'filtering' | 'rate' | 'timing' | 'temporary'
  | 'request' | 'account' | 'setup' | 'inbound' | 'notice' | 'unknown';

/** The step that a program should take on an error code. */
export interface Advice {
  /**
   * The next step; `'review'` for codes that the catalogue does not have.
   * @example errorCode(21610).advice.action //=> 'suppress-recipient'
   */
  action:
    | 'retry' | 'suppress-recipient' | 'change-sender' | 'fix-content' | 'fix-request' | 'fix-account' | 'fix-setup' | 'register'
    | 'review-content' | 'review' | 'none';
  /**
   * The delay before the first retry: seconds, doubled before each further one, or until the next midnight in California; `null` unless the
   * step is to retry.
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
  /** Its meaning, as a sentence. */
  meaning: string | null;
  /** The most frequent cause; `null` also if no typical one is known. */
  cause: string | null;
  /**
   * Its subject, a word.
   * @example errorCode(30003).category //=> 'delivery'
   */
  category: string | null;
  /**
   * The kind of failure that it is.
   * @example errorCode(30007).class //=> 'filtering'
   */
  class: ErrorClass;
  /**
   * The prospect of the same request if it is sent again later. 410 of the 425 recommendations are our own judgement; the provider's pages
   * give the others.
   */
  retry: 'yes' | 'maybe' | 'after-fix' | 'no' | 'info' | null;
  /** The place in which it is reported: the response to a request, a status callback, the provider's log, an inbound message. */
  seen: 'create' | 'update' | 'callback' | 'debugger' | 'inbound' | null;
  /** The step to take. */
  advice: Advice;
  /** The provider's page about it. */
  page: string;
  /** The date of its source, such as `2025-02`, or `read 2026-11-23`: the day on which it was read. */
  date: string | null;
}

/**
 * Looks up an error code, with advice; unknown codes are kept, with the class `'unknown'`.
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
 * errorCodes().length //=> 425
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
  /** True if the catalogue has it. */
  known: boolean;
  /** True if the message will not change any more; `false` for unknown ones. */
  terminal: boolean;
  /** The direction of the messages with this status; `null` for unknown ones. */
  direction: 'outbound' | 'inbound' | 'both' | null;
  /** Its meaning; `null` for unknown ones. */
  meaning: string | null;
  /** The statuses that may follow it directly, each with the evidence for the step. */
  next: { status: string; basis: 'documented' | 'inferred' | 'disorder' }[];
}

/**
 * Looks up a status; unknown ones are kept.
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

/** The delivery state of one message, from the callbacks received so far. A plain object: keep it as JSON. */
export interface Delivery {
  /** The most telling status so far; `null` before the first. */
  status: string | null;
  /** The error code that came with it. */
  errorCode: number | null;
  /** True if the message will not change any more. */
  final: boolean;
  /** True if two callbacks contradict each other, such as `delivered` and `undelivered`: neither leads to the other. */
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

/** The place in which a number is registered, as far as known; rarely the owner's location. */
export interface Place {
  city: string | null;
  state: string | null;
  zip: string | null;
  /** Two letters. */
  country: string | null;
}

/** A problem of a parameter that is not required. */
export interface ParameterProblem {
  parameter: string;
  problem: 'missing' | 'malformed' | 'repeated' | 'not-utf8';
  /** The problem as a sentence, without the value. */
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
  /** The person who wrote: E.164, a short code, or an address of another channel. */
  from: string;
  /** The recipient. */
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
  /** The keyword that Advanced Opt-Out recognised and has acted on: `STOP`, `START` or `HELP`. */
  optOutType: string | null;
  /** The intent of that keyword: see {@link Keyword}. */
  optOut: Intent | null;
  /** The name a person goes by on WhatsApp. */
  profileName: string | null;
  /** The person's identifier on WhatsApp. */
  waId: string | null;
  /** True if it was forwarded once (WhatsApp). */
  forwarded: boolean | null;
  /** True if it was forwarded often (WhatsApp). */
  frequentlyForwarded: boolean | null;
  /** The button that was pressed. */
  button: { text: string | null; payload: string | null; type: string | null } | null;
  /** An interactive answer, as JSON text. */
  interactiveData: string | null;
  /** An answer from WhatsApp Flows, as JSON text. */
  flowData: string | null;
  /** Data of the channel, as JSON text. */
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
  /** Results of add-ons, as JSON text. */
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
 * {@link SmsError} `malformed-parameter` names the one (`field`) that is missing or repeated. Whatever else is missing is
 * `null`, and what cannot be read is listed in `problems`: octets that are not UTF-8 have become U+FFFD (`not-utf8`).
 *
 * @param body the body of the request as it came, or its parameters
 * @throws {SmsError} `malformed-parameter`: `field` is missing, repeated, or cannot be read
 * @throws {TypeError} for a body of another type
 *
 * @example
 * parseInbound('MessageSid=SM0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef&From=%2B15005550006&To=%2B15005550001&Body=Hi&NumMedia=0&NumSegments=1').body
 * //=> 'Hi'
 */
export function parseInbound(body: FormBody): InboundMessage;

/** The status of a message of yours. Values that were not sent are `null`. */
export interface StatusCallback {
  /** The message, `SM…` or `MM…`. */
  messageSid: string;
  /** The account, `AC…`. */
  accountSid: string | null;
  /** The messaging service that sent it, `MG…`. */
  messagingServiceSid: string | null;
  /** The status. */
  status: string;
  /** The sender. */
  from: string | null;
  /** The recipient. */
  to: string | null;
  /** The error code of a failure. */
  errorCode: number | null;
  /** The error in words; not in the provider's list of parameters. */
  errorMessage: string | null;
  /** The time of the event as reported by the carrier, to the minute, in an unknown time zone. */
  carrierTime: { year: number; month: number; day: number; hour: number; minute: number } | null;
  /** The installation of the channel, `XE…`. */
  channelInstallSid: string | null;
  /** The status message of the channel. */
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
 * @throws {SmsError} `malformed-parameter`: `field` is missing, repeated, or cannot be read
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
 * Keys that may have signed a request: the auth token, several of them while they are rotated, or tokens and the secrets of
 * shared keys. A request with the header {@link SIGNATURE_SETTINGS_HEADER} is signed with a shared key, any other with a token.
 */
export type SigningKeys = string | Iterable<string> | { authTokens?: string | Iterable<string>; sharedKeys?: string | Iterable<string> };

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

/** The reason for rejecting a request; it never contains the right value. */
export interface SignatureProblem {
  reason: 'no-token' | 'missing' | 'malformed' | 'mismatch' | 'no-body-hash' | 'body-mismatch' | 'form' | 'algorithm' | 'no-shared-key' | 'parsed-body';
  /** A sentence. */
  message: string;
  /** The HTTP status to answer with: 400, 403 or 500. */
  httpStatus: 400 | 403 | 500;
}

/**
 * Verifies by its signature that a request comes from the provider: HMAC-SHA1 over the URL and every parameter, or over a URL whose
 * `bodySHA256` is that of the body. The URL is tried with and without its port; the comparison takes constant time.
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
 * As {@link verifySignature}, with the reason: `null` if the request comes from the provider.
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

/** The intent of a person who sends a keyword. */
export type Intent = 'opt-out' | 'opt-in' | 'help';

/** Whose keywords. */
export interface KeywordOptions {
  /**
   * The provider; `'twilio'` by default.
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
  /** The intent of the person. */
  intent: Intent;
  /** The keyword, in lower case. */
  keyword: string;
  /** True if the provider or network acts on this message by itself; if false, you must. */
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

/** The destination of a message. */
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
  /** Routes a message. */
  route(message: string): Route<T>;
}

// ─── Replies ───

/** A step of a reply, in order: a text, a message, or the URL to request next. */
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
  /** The HTTP method for the action. */
  method?: 'GET' | 'POST' | null;
  /** A URL that receives the status of the message. */
  statusCallback?: string | null;
}

/** Another URL that is asked for the reply. */
export interface TwimlRedirect {
  /** The URL, which may be relative. */
  redirect: string;
  /** The HTTP method for the URL. */
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
 * Reads the state of a conversation; empty without one. {@link SmsError} `malformed-parameter` for text that is not UTF-8.
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

/** Support for senders of one kind in one country, by Twilio. */
export interface SenderSupport {
  /** Their acceptance. */
  acceptance: 'accepted' | 'once-registered' | 'refused' | 'unknown';
  /** The sender that the recipient sees. */
  arrival: 'as-sent' | 'overwritten-unless-registered' | 'overwritten' | 'unknown';
  /** The need to register; the stricter of provider and operator. */
  registration: 'not-needed' | 'optional' | 'required' | 'unavailable' | 'unknown';
  /** The error that a missing registration leads to, if it is known. */
  blockedWith: number | null;
  /** True if another provider's table contradicts this one. */
  disputed: boolean;
}

/** The senders that a country accepts. */
export interface SenderRules {
  /** Two letters. */
  country: string;
  /** In English. */
  name: string;
  /** True if recipients can reply. */
  twoWay: boolean;
  /** True if segments arrive joined; `null` if the page does not say. */
  concatenates: boolean | null;
  /** Media: as MMS, as a link in the text, or not at all. */
  media: 'mms' | 'link' | 'none';
  /** True if messages to landlines are attempted. */
  landlines: boolean;
  /** Minimum and maximum number of weeks that a short code takes; `null` if unknown. */
  shortCodeWeeks: [number, number] | null;
  /** True if short codes of the US are valid. */
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
 * Looks up the senders that a country accepts, by its two letters; `null` for one that the catalogue does not have.
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
  /** True if it has the registration that its kind needs; `false` by default. */
  registered?: boolean;
  /** True if it can send media; `false` by default. */
  media?: boolean;
}

/** The requirements of a message on its sender. */
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
  /** The reasons to choose it, most important first. */
  reasons: ('previous' | 'domestic' | 'registered' | 'arrives-as-sent' | 'overwritten' | 'undocumented' | 'tie-broken' | 'calling-code' | 'main-country-rules')[];
  /** The senders that were rejected, each with the reason and the error that it would lead to, if known. */
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
  /** The rate for MMS; `null` if it is the rate for SMS. */
  mms: Rate | null;
  /** The rate for RCS; `null` if it is the rate for SMS. */
  rcs: Rate | null;
  /** Segments a day, midnight to midnight in California. */
  perDay: number | null;
  /** The maximum that waits in the queue. */
  queue: Queue | null;
  /** The unit that the rate counts. */
  unit: 'segments' | 'messages';
  note: string;
  source: string;
  /** The date of its source, such as `2025-02`, or `read 2026-11-23`: the day on which it was read. */
  date: string;
}

/** The maximum that waits in a queue: the amount that is sent in so many seconds, or so many units. */
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
    /** The unit that the rate counts; `'segments'` by default. */
    unit?: 'segments' | 'messages';
    /** Segments a day at most, midnight to midnight in California. */
    perDay?: number | null;
    /** The maximum that waits in the queue; unlimited by default. */
    queue?: Queue | null;
  };

/** The time at which one message is sent. */
export interface Dispatch {
  /** Its index in the batch, from 0. */
  message: number;
  /** Its segments. */
  segments: number;
  /** Seconds after the start, with a fraction. */
  afterSeconds: number;
}

/** The duration of a batch. */
export interface Plan {
  messages: number;
  segments: number;
  /** From the start until the last segment is through, with a fraction. */
  seconds: number;
  /** The time at which the batch ends. */
  endsAt: Date;
  /** The number of days, midnight to midnight in California, on which messages are sent. */
  days: number;
  /** The messages that would not fit the queue if all were submitted at once; `null` if all would. */
  overflow: {
    /** The first message that does not fit, by its index in the batch. */
    first: number;
    /** Messages that do not fit. */
    messages: number;
    /** The minimum time in which to submit the batch, evenly, so that all fit. */
    handOverSeconds: number;
  } | null;
  /** The times at which to submit each message so that none waits in the provider's queue; computed as it is read. */
  schedule(): IterableIterator<Dispatch>;
}

/**
 * Plans a batch at the pace of a sender: its duration, and the time of each message. A batch is the segments of each message,
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
