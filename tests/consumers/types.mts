// What the declarations promise, checked against the package as installed: exact types, and what has to be an error.

import { count, countMany, SmsError, split, type Count, type Counts, type Encoding, type Part } from 'septet';
import { count as lean } from 'septet/count';
import { check, checkMedia, type Count as SameCount, mergeStatuses, parseInbound, plan, type Route, Router, twiml, verifySignature } from 'septet/messages';
import { RcsSegmentedMessage, SegmentedMessage, type EncodedChar, type Segment, type UserDataHeader } from 'septet/compat';
import { SmsMeter, type SmsMeterDetail, type SmsMeterEvent, type SmsMeterStrings } from 'septet/element';

/** Whether two types are the same, to the last modifier. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
declare function holds<Claim extends true>(...claim: Claim[]): void;

holds<Same<Encoding, 'GSM-7' | 'UCS-2'>>();
holds<Same<ReturnType<typeof count>, Count>>();
holds<Same<ReturnType<typeof split>, Part[]>>();
holds<Same<ReturnType<typeof countMany>, Counts>>();
holds<Same<Counts['segments'], Uint32Array>>();
holds<Same<SmsError['index'], number | undefined>>();
count('a', { encoding: 'UCS-2', profile: { single: 100, concatenated: 90 } });
countMany(['a'] as const);
lean('a', { profile: 'toll-free' });
// @ts-expect-error: a text is a string
count(new String('a'));
// @ts-expect-error: no such encoding
count('a', { encoding: 'gsm7' });
// @ts-expect-error: no such option
count('a', { enconding: 'auto' });
// @ts-expect-error: limits come in pairs
count('a', { profile: { single: 100 } });
// As `expect(f).toThrow(SmsError)` takes it.
const errors: new (...values: never[]) => Error = SmsError;

const message = new SegmentedMessage('a', 'auto', true);
holds<Same<typeof message.encodingName, 'GSM-7' | 'UCS-2'>>();
holds<Same<typeof message.lineBreakStyle, 'LF' | 'CRLF' | 'LF+CRLF' | undefined>>();
holds<Same<typeof message.segments, Segment[]>>();
// What compiled with the other package still does.
const raw: string[] = message.segments.flatMap((segment) => segment.filter((item) => !item.isReservedChar).map((item) => item.raw));
const item: EncodedChar | UserDataHeader | undefined = message.segments[0]?.[0];
holds<Same<(typeof message.encodedChars)[0]['codeUnits'], number[]>>();
holds<Same<RcsSegmentedMessage['messageType'], 'Rich' | 'Basic' | 'Single'>>();
// @ts-expect-error: no such encoding
new SegmentedMessage('a', 'UTF-8');
// @ts-expect-error: no such region
new RcsSegmentedMessage('a', 'eu');
// @ts-expect-error: computed, not set
message.segmentsCount = 2;

const meter = document.createElement('sms-meter');
holds<Same<typeof meter, SmsMeter>>();
const found = document.querySelector('sms-meter');
holds<Same<typeof found, SmsMeter | null>>();
meter.addEventListener('sms-change', (event) => {
  holds<Same<typeof event, SmsMeterEvent>>();
  holds<Same<typeof event.detail, SmsMeterDetail>>();
});
meter.strings = { segments: { one: '{n} part', other: '{n} parts' } };
holds<Same<typeof meter.strings, SmsMeterStrings>>();
meter.options = { nationalLanguages: 'auto' } as typeof meter.options;
// @ts-expect-error: the encoding is that of the text
meter.options = { encoding: 'UCS-2' };
// @ts-expect-error: the plural needs a last resort
meter.strings = { segments: { one: '{n} part' } };
holds<Same<JSX.IntrinsicElements['sms-meter']['for'], string | undefined>>();
// @ts-expect-error: no such profile
const attributes: JSX.IntrinsicElements['sms-meter'] = { profile: 'tollfree' };

holds<Same<Count, SameCount>>();
holds<Same<ReturnType<typeof verifySignature>, boolean>>();
const report = check({ to: '+14155552671', mediaUrl: ['https://example.com', { url: 'https://example.com', bytes: 1 }] }, { now: new Date() });
holds<Same<typeof report.count, Count | null>>();
const verdict = checkMedia([], { channel: 'mms' }).verdicts[0];
if (verdict?.action.kind === 'shrink') holds<Same<typeof verdict.action.bytes, number>>();
const { segmentCheck } = parseInbound(new URLSearchParams());
if (segmentCheck.result === 'differs') holds<Same<typeof segmentCheck.counted, number>>();
const router = new Router<never>().command('hours', 1 as const).argument('vote', 'vote' as const);
holds<Same<ReturnType<typeof router.route>, Route<1 | 'vote'>>>();
for (const { afterSeconds } of plan([1, { messages: 2, segments: 3 }], { tier: 'twilio-toll-free' }, { start: '2026-05-15T12:00:00Z' }).schedule()) holds<Same<typeof afterSeconds, number>>();
mergeStatuses([{ status: 'sent' }], mergeStatuses([]));
twiml(['Hi', { redirect: '/next' }], { replaceForbidden: '?' });
// @ts-expect-error: the time is an argument
check({ to: '+14155552671' }, {});
// @ts-expect-error: no such parameter
check({ too: '+14155552671' }, { now: new Date() });
// @ts-expect-error: no such channel
checkMedia([], { channel: 'fax' });
// @ts-expect-error: a pace is a tier or a rate
plan([1], {}, { start: new Date() });
export { attributes, item, raw };
