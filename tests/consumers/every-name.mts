// Every name that the declarations export: the type that each function has, and a call of it that has to be an error. That
// none is missing here is a test of its own (`typescript.test.mjs`).

import {
  analyze, count, countMany, explain, links, rcs, smartEncode, SmsError, split, suggest, template, truncate,
  type Alternative, type Analysis, type Character, type Count, type CountOptions, type Counts, type Distribution, type Edit,
  type Encoding, type Explanation, type FieldOptions, type Limits, type Link, type NationalLanguage, type NumberedPart, type Offender, type Part,
  type Range, type RcsCount, type RcsOptions, type SmartEncoded, type SmartEncodeOptions, type SmartLevel, type SmartProvider, type SmartReason,
  type SmartRules, type SmsErrorCode, type Substitution, type Suggestion, type TemplateOptions, type TemplatePrices,
  type FieldSyntax, type TextLanguage, type Truncated, type TruncateOptions, type Warning, type WarningCode,
} from 'septet';
import { characterName } from 'septet/names';
import * as lean from 'septet/count';
import * as slim from 'septet/slim';
import {
  decodeSeptets, decodeSmpp, decodeUserData, encodeSeptets, encodeSubmit, encodeUserData, packSeptets, parseDcs, parseTpdu,
  Reassembler, unpackSeptets,
  type Abandoned, type AddressType, type AlphabetOptions, type ConcatenatedMessage, type Concatenation, type Dcs,
  type DecodeOptions, type DeliverSm, type EncodeOptions, type InformationElement, type ReassemblerOptions, type Receipt,
  type Received, type ReceivedUserData, type SmppFields, type SmppMessage, type StatusReport, type SubmitOptions,
  type SubmitPdu, type Tpdu, type TpduOptions, type UserData,
} from 'septet/octets';
import {
  check, checkMedia, checkService, checkTemplate, checkUpdate, countries, errorCode, errorCodes, mergeStatuses, MessageBuilder, messageForm,
  parseAddress, parseInbound, parseLinkClicks, parseStatusCallback, pickSender, plan, RateLimiter, recognizeKeyword, retryAfter,
  Router, senderRules, serviceForm, sidKind, SIGNATURE_SETTINGS_HEADER,
  signatureProblem, signBody, signForm, SIGNATURE_HEADER, stateOf, statusDetails, statuses, tiers, twiml, TWIML_CONTENT_TYPE,
  updateForm, verifySignature, withState,
  type Address, type Advice, type Attachment, type Channel, type CheckOptions, type Delivery, type Dispatch, type ErrorClass,
  type ErrorDetails, type FormBody, type InboundMessage, type Intent, type Keyword, type KeywordOptions, type LinkClick, type MediaAction,
  type MediaChannel, type MediaItem, type MediaLimit, type MediaOptions, type MediaProblem, type MediaReport, type MediaVerdict,
  type MessageReport, type MessageUpdate, type Need, type OutboundMessage, type Pace, type ParameterProblem, type Pick, type Place, type Plan,
  type PoolSender, type Queue, type Rate, type RateLimiterOptions, type RateLimiterState, type Reading, type Route, type SenderKind, type SenderRules, type SenderSupport,
  type Service, type ServiceConfig, type SidKind, type SignatureProblem, type SignedRequest, type SigningKeys, type StatusCallback, type StatusDetails, type Tier,
  type Time, type TwimlMessage, type TwimlRedirect, type TwimlVerb, type Violation,
} from 'septet/messages';
import {
  SmsMeter, type SmsMeterAttributes, type SmsMeterDetail, type SmsMeterEvent, type SmsMeterOffer, type SmsMeterOptions,
  type SmsMeterStrings, type SmsMeterText,
} from 'septet/element';
import {
  RcsSegmentedMessage, SegmentedMessage, type EncodedChar, type LineBreakStyle, type RcsMessageType, type RcsRegion,
  type RcsSegment, type Segment, type SmsEncoding, type UserDataHeader,
} from 'septet/compat';

/** Whether two types are the same, to the last modifier. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
declare function holds<A extends true, B extends true = true, C extends true = true, D extends true = true>(...claims: [A?, B?, C?, D?]): void;

// ─── septet ───

holds<Same<typeof count, (text: string, options?: CountOptions) => Count>>();
// @ts-expect-error: not a text
count(null);
holds<Same<typeof countMany, (texts: readonly string[] | Uint8Array, options?: CountOptions) => Counts>>();
// @ts-expect-error: octets of 16 bits are no UTF-8
countMany(new Uint16Array(1));
holds<Same<typeof split, {
  (text: string, options: CountOptions & { counters: true }): NumberedPart[];
  (text: string, options?: CountOptions): Part[];
}>>();
// @ts-expect-error: no such boundary
split('a', { boundary: 'line' });
holds<'sinch' extends SmartProvider ? true : false>();
holds<Same<NonNullable<CountOptions['boundary']>, 'character' | 'grapheme' | 'word'>, FieldSyntax extends string ? true : false, 'bg' extends TextLanguage ? true : false>();
holds<Same<typeof characterName, (codePoint: number) => string | null>>();
// @ts-expect-error: a code point
characterName('a');
holds<Same<typeof analyze, (text: string, options?: CountOptions) => Analysis>>();
// @ts-expect-error: no such language
analyze('a', { nationalLanguages: ['english'] });
holds<Same<typeof explain, (text: string, options?: CountOptions) => Explanation[]>>();
// @ts-expect-error: a number of bits
explain('a', { referenceBits: 12 });
holds<Same<typeof suggest, (text: string, options?: CountOptions) => Suggestion[]>>();
// @ts-expect-error: by its name, not by true
suggest('a', { smartEncoding: true });
holds<Same<typeof smartEncode, (text: string, rules: SmartRules, options?: SmartEncodeOptions) => SmartEncoded>>();
// @ts-expect-error: the rules are an argument
smartEncode('a', 'twilio', { smartEncoding: 'twilio' });
holds<Same<typeof truncate, (text: string, maxSegments: number, options?: TruncateOptions) => Truncated>>();
// @ts-expect-error: to how many segments
truncate('a');
holds<Same<typeof template, (text: string, options?: TemplateOptions) => TemplatePrices>>();
// @ts-expect-error: values are texts
template('{{a}}', { rows: [{ a: 1 }] });
holds<Same<typeof links, (text: string) => Link[]>>();
// @ts-expect-error: no options
links('a', {});
holds<Same<typeof rcs, (text: string, options?: RcsOptions) => RcsCount>>();
// @ts-expect-error: no such region
rcs('a', { region: 'us' });
holds<Same<SmsError['code'], SmsErrorCode>>();
// @ts-expect-error: only septet makes one
new SmsError();
holds<Same<Count['encoding'], Encoding>, Same<Count['lockingShift'], NationalLanguage | null>, Same<Counts['totalSegments'], number>>();
holds<Same<Analysis['warnings'], Warning[]>, Same<Analysis['characters'], Character[]>, Same<Analysis['offenders'], Offender[]>, Same<Analysis['parts'], Part[]>>();
holds<Same<Warning['code'], WarningCode>, Same<Warning['ranges'], Range[]>, Same<Suggestion['edits'], Edit[]>, Same<Suggestion['level'], SmartLevel | null>>();
holds<Same<Explanation['alternative'], Alternative | null>, Same<SmartEncoded['substitutions'], Substitution[]>, Same<Substitution['reason'], SmartReason>>();
holds<Same<TemplatePrices['distribution'], Distribution | null>, Same<NonNullable<TemplateOptions['fields']>[string], FieldOptions>>();
const limits: Limits = { single: 100, concatenated: 90 };
// @ts-expect-error: a limit of that name does not exist
const misnamed: Limits = { single: 100, concatenated: 90, ucs2: 40 };

// ─── septet/count, septet/slim ───

holds<Same<typeof lean.count, (text: string, options?: lean.BasicOptions) => lean.Count>, Same<typeof lean.split, (text: string, options?: lean.BasicOptions) => lean.Part[]>>();
holds<Same<typeof lean.countMany, (texts: readonly string[], options?: lean.BasicOptions) => lean.Counts>, Same<lean.SmsError, SmsError>>();
holds<Same<lean.Encoding, Encoding>, Same<lean.Limits, Limits>, Same<lean.NationalLanguage, NationalLanguage>, Same<lean.SmsErrorCode, SmsErrorCode>>();
// @ts-expect-error: in the default alphabet alone
lean.count('a', { nationalLanguages: 'auto' });
// @ts-expect-error: no lines of UTF-8
lean.countMany(new Uint8Array(1));
// @ts-expect-error: between characters alone
lean.split('a', { boundary: 'grapheme' });
holds<Same<typeof slim.init, (source: slim.WasmSource | Promise<slim.WasmSource>) => Promise<void>>, Same<typeof slim.count, typeof count>>();
// @ts-expect-error: a place, octets or a module
slim.init(null);

// ─── septet/octets ───

holds<Same<typeof encodeSeptets, (text: string, options?: AlphabetOptions) => Uint8Array>>();
// @ts-expect-error: no such language
encodeSeptets('a', { lockingShift: 'english' });
holds<Same<typeof decodeSeptets, (septets: Uint8Array, options?: AlphabetOptions & DecodeOptions) => string>>();
// @ts-expect-error: octets, not a list of numbers
decodeSeptets([65]);
holds<Same<typeof packSeptets, (septets: Uint8Array, fillBits?: number) => Uint8Array>>();
// @ts-expect-error: a number of bits
packSeptets(new Uint8Array(1), '1');
holds<Same<typeof unpackSeptets, (octets: Uint8Array, count: number, fillBits?: number) => Uint8Array>>();
// @ts-expect-error: how many septets
unpackSeptets(new Uint8Array(1));
holds<Same<typeof encodeUserData, (text: string, options?: EncodeOptions) => UserData[]>>();
// @ts-expect-error: the text is sent as it is
encodeUserData('a', { smartEncoding: 'twilio' });
holds<Same<typeof decodeUserData, (part: ReceivedUserData, options?: DecodeOptions) => UserData>>();
// @ts-expect-error: whether there is a header
decodeUserData({ dcs: 0, udl: 0, octets: new Uint8Array(0) });
holds<Same<typeof parseDcs, (octet: number) => Dcs>>();
// @ts-expect-error: one octet
parseDcs(new Uint8Array(1));
holds<Same<ReturnType<Reassembler['insert']>, Received>, Same<ReturnType<Reassembler['expireBefore']>, Abandoned[]>, Same<Received['message'], ConcatenatedMessage | null>>();
holds<Same<UserData['concatenation'], Concatenation | null>, Same<UserData['smpp'], SmppFields>, Same<UserData['elements'], InformationElement[]>>();
holds<Same<typeof parseTpdu, (octets: Uint8Array | string, options?: TpduOptions) => Tpdu | StatusReport>, Same<Tpdu['addressType'], AddressType>>();
// @ts-expect-error: octets or their digits
parseTpdu([0]);
holds<Same<typeof decodeSmpp, (message: DeliverSm) => SmppMessage>, Same<SmppMessage['receipt'], Receipt | null>>();
// @ts-expect-error: in which alphabet
decodeSmpp({ shortMessage: new Uint8Array(1) });
holds<Same<typeof encodeSubmit, (text: string, to: string, options?: SubmitOptions) => SubmitPdu[]>>();
// @ts-expect-error: to whom
encodeSubmit('a');
const waiting: ReassemblerOptions = { maxMessages: 1 };
// @ts-expect-error: no such option
new Reassembler({ maxParts: 1 });

// ─── septet/messages ───

holds<Same<typeof parseAddress, (text: string) => Address>, Same<Address['channel'], Channel>, Same<Address['senderKind'], SenderKind | null>>();
// @ts-expect-error: a text
parseAddress(15005550006);
holds<Same<typeof sidKind, (text: string) => SidKind | null>>();
// @ts-expect-error: a text
sidKind();
holds<Same<typeof checkMedia, (items: MediaItem | readonly MediaItem[], options: MediaOptions) => MediaReport>, Same<MediaOptions['channel'], MediaChannel>>();
// @ts-expect-error: on which channel
checkMedia([]);
holds<Same<MediaReport['problems'], MediaProblem[]>, Same<MediaProblem['code'], 21623 | 11751>>();
holds<Same<MediaReport['verdicts'], MediaVerdict[]>, Same<MediaVerdict['action'], MediaAction>, Same<MediaVerdict['limit'], MediaLimit | null>, Same<NonNullable<MediaOptions['reading']>, Reading>>();
holds<Same<typeof check, (message: OutboundMessage, options: CheckOptions) => MessageReport>, Same<CheckOptions['now'], Time>, Same<MessageReport['violations'], Violation[]>>();
// @ts-expect-error: no clock is read here
check({ to: '+14155552671' });
holds<Same<typeof messageForm, (message: OutboundMessage) => string>>();
// @ts-expect-error: to whom
messageForm({ body: 1 });
holds<Same<ReturnType<MessageBuilder['check']>, MessageReport>>();
// @ts-expect-error: to whom
new MessageBuilder();
holds<Same<typeof checkUpdate, (update: MessageUpdate, options?: { status?: string | null }) => Violation[]>>();
// @ts-expect-error: no such update
checkUpdate('resend');
holds<Same<typeof updateForm, (update: MessageUpdate) => string>>();
// @ts-expect-error: no such update
updateForm('resend');
holds<Same<typeof checkService, (config: ServiceConfig, options?: { update?: boolean }) => { acceptable: boolean; violations: Violation[] }>>();
// @ts-expect-error: seconds
checkService({ validityPeriod: '60' });
holds<Same<typeof serviceForm, (config: ServiceConfig) => string>>();
// @ts-expect-error: a configuration
serviceForm('Alerts');
holds<Same<ReturnType<typeof checkTemplate>['variables'], string[]>>();
// @ts-expect-error: a text
checkTemplate({});
holds<Same<typeof errorCode, (code: number) => ErrorDetails>, Same<ErrorDetails['advice'], Advice>, Same<ErrorDetails['class'], ErrorClass>>();
// @ts-expect-error: a number
errorCode('30003');
holds<Same<typeof errorCodes, () => number[]>>();
// @ts-expect-error: all of them
errorCodes(30003);
holds<Same<typeof retryAfter, (code: number, attempt: number, failedAt: Time) => number | null>>();
// @ts-expect-error: when it failed
retryAfter(30003, 1);
holds<Same<typeof statusDetails, (status: string) => StatusDetails>, Same<typeof statuses, () => string[]>>();
// @ts-expect-error: a name
statusDetails(1);
// @ts-expect-error: all of them
statuses('sent');
holds<Same<ReturnType<typeof mergeStatuses>, Delivery>>();
// @ts-expect-error: callbacks, not names
mergeStatuses(['sent']);
holds<Same<typeof parseInbound, (body: FormBody) => InboundMessage>, Same<InboundMessage['fromPlace'], Place>>();
// @ts-expect-error: a form
parseInbound(1);
holds<Same<typeof parseStatusCallback, (body: FormBody) => StatusCallback>>();
// @ts-expect-error: a form
parseStatusCallback(null);
holds<Same<typeof parseLinkClicks, (body: string | Uint8Array) => LinkClick[]>, Same<LinkClick['problems'], ParameterProblem[]>>();
// @ts-expect-error: as it arrived
parseLinkClicks({ link: 'https://example.com' });
holds<Same<ConstructorParameters<typeof RateLimiter>, [options?: RateLimiterOptions | undefined]>, Same<ReturnType<RateLimiter['toJSON']>, RateLimiterState>>();
// @ts-expect-error: a number
new RateLimiter({ limit: '5' });
holds<Same<typeof verifySignature, (request: SignedRequest, authToken: SigningKeys) => boolean>>();
// @ts-expect-error: by which token
verifySignature({ url: 'https://example.com' });
holds<Same<typeof signatureProblem, (request: SignedRequest, authToken: SigningKeys) => SignatureProblem | null>>();
// @ts-expect-error: of which address
signatureProblem({}, 'token');
holds<Same<typeof signForm, (url: string, form: FormBody, authToken: string) => string>>();
// @ts-expect-error: by which token
signForm('https://example.com', {});
holds<Same<typeof signBody, (url: string, body: string | Uint8Array, authToken: string) => { url: string; signature: string }>>();
// @ts-expect-error: as it is sent
signBody('https://example.com', {}, 'token');
holds<Same<typeof recognizeKeyword, (message: string, options?: KeywordOptions) => Keyword | null>, Same<Keyword['intent'], Intent>>();
// @ts-expect-error: no such provider
recognizeKeyword('STOP', { provider: 'nobody' });
holds<Same<ReturnType<Router<1>['route']>, Route<1>>>();
// @ts-expect-error: what it stands for
new Router().command('vote');
holds<Same<TwimlVerb, string | TwimlMessage | TwimlRedirect>, Same<ReturnType<typeof twiml>, string>>();
// @ts-expect-error: no such verb
twiml({ say: 'Hi' });
holds<Same<ReturnType<typeof withState>, string>, Same<typeof stateOf, (url: string) => Map<string, string>>>();
// @ts-expect-error: texts
withState('https://example.com', { question: 1 });
// @ts-expect-error: an address
stateOf(new URL('https://example.com'));
holds<Same<typeof senderRules, (country: string) => SenderRules | null>, Same<SenderRules['longCode']['international'], SenderSupport>, Same<ReturnType<typeof countries>[0], { country: string; name: string }>>();
// @ts-expect-error: by its letters
senderRules(44);
// @ts-expect-error: all of them
countries('GB');
holds<Same<typeof pickSender, (pool: readonly (string | PoolSender)[], recipient: string, need?: Need) => Pick>>();
// @ts-expect-error: a pool
pickSender('+14155550101', '+14155552671');
holds<Same<typeof tiers, () => Tier[]>, Same<Parameters<typeof plan>[1], Pace>, Same<ReturnType<typeof plan>, Plan>, Same<ReturnType<Plan['schedule']>, IterableIterator<Dispatch>>>();
// @ts-expect-error: all of them
tiers('toll-free');
// @ts-expect-error: at which pace
plan([1]);
holds<Same<Extract<Pace, { rate: Rate }>['rate'], Rate>, Same<NonNullable<Extract<Pace, { rate: Rate }>['queue']>, Queue>>();
holds<Same<typeof SIGNATURE_HEADER, 'X-Twilio-Signature'>, Same<typeof SIGNATURE_SETTINGS_HEADER, 'X-Twilio-Webhooks-Signature-Settings'>, Same<typeof TWIML_CONTENT_TYPE, 'text/xml; charset=utf-8'>>();
const service: Service = {};
const attachment: Attachment = { url: 'https://example.com' };

// ─── septet/element, septet/compat ───

holds<Same<SmsMeter['detail'], SmsMeterDetail>, Same<SmsMeterEvent['detail'], SmsMeterDetail>, Same<SmsMeterDetail['offer'], SmsMeterOffer | null>, Same<SmsMeter['options'], SmsMeterOptions>>();
holds<Same<SmsMeter['strings'], SmsMeterStrings>, Same<SmsMeterStrings['segments'], SmsMeterText>>();
const attributes: SmsMeterAttributes = { for: 'message', 'max-segments': 2 };
// @ts-expect-error: computed, not set
new SmsMeter().detail = null;
holds<Same<SegmentedMessage['segments'], Segment[]>, Same<SegmentedMessage['encodingName'], SmsEncoding>, Same<SegmentedMessage['lineBreakStyle'], LineBreakStyle>, Same<SegmentedMessage['encodedChars'], EncodedChar[]>>();
// @ts-expect-error: a boolean
new SegmentedMessage('a', 'auto', 'twilio');
holds<Same<RcsSegmentedMessage['segments'], RcsSegment[]>, Same<RcsSegmentedMessage['region'], RcsRegion>, Same<RcsSegmentedMessage['messageType'], RcsMessageType>, Same<UserDataHeader['isUserDataHeader'], boolean>>();
// @ts-expect-error: no such region
new RcsSegmentedMessage('a', 'eu');
export { attachment, attributes, limits, misnamed, service, waiting };
