/** Wrong arguments: a `TypeError` that names the option; what cannot be done: an `SmsError` that says why. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as messages from 'septet/messages';

const { check, checkMedia, MessageBuilder, parseAddress, parseInbound, pickSender, plan, Router, senderRules, signForm, signatureProblem, twiml, verifySignature } = messages;
const now = '2026-05-15T12:00:00Z';
const start = now;

const wrong = [
  [() => parseAddress(5), 'text must be a string, not 5'],
  [() => checkMedia([], {}), 'option channel must be a channel, not undefined'],
  [() => checkMedia([], { channel: 'fax' }), 'option channel must be one of mms, rcs, whatsapp, whatsapp-cloud-api, sinch-mms, signalwire-mms, telnyx-mms, google-rcs, not "fax"'],
  [() => checkMedia([], { channel: 'mms', chanel: 1 }), 'there is no option called chanel: channel, reading, sender, carrier'],
  [() => checkMedia([{ bytes: -1 }], { channel: 'mms' }), 'items[0].bytes must be an integer from 0 to 9007199254740991, not -1'],
  [() => checkMedia([{ bytes: 1.5 }], { channel: 'mms' }), 'items[0].bytes must be an integer from 0 to 9007199254740991, not 1.5'],
  [() => checkMedia({ firstBytes: [1] }, { channel: 'mms' }), 'items.firstBytes must be a Uint8Array, not an array'],
  [() => check({ too: '+1' }, { now }), 'there is no property of message called too: to, from, '],
  [() => check({ mediaUrl: [{ url: 5 }] }, { now }), 'message.mediaUrl[0].url must be a string, not 5'],
  [() => check({ attempt: '1' }, { now }), 'message.attempt must be an integer from -9007199254740991 to 9007199254740991, not "1"'],
  [() => check({}, {}), 'option now must be a Date, or a time of ISO 8601 with Z or an offset, not undefined'],
  [() => check({}, { now: 'noon' }), 'option now must be a Date, or a time of ISO 8601 with Z or an offset, not "noon"'],
  [() => check({}, { now: new Date(NaN) }), 'option now must be a Date, or a time of ISO 8601 with Z or an offset, not an object'],
  [() => check('Hi', { now }), 'message must be an object, not "Hi"'],
  [() => senderRules('Germany'), 'country must be a country by two letters of ISO 3166-1, not "Germany"'],
  [() => pickSender([{ adress: '+14155550199' }], '+14155552671'), 'pool[0].address must be a string, not undefined'],
  [() => plan([0], { tier: 'twilio-toll-free' }, { start }), 'batch[0] must be an integer from 1 to 4294967295, not 0'],
  [() => plan([1], { tier: 'none' }, { start }), 'pace.tier must be the id of a tier that has a rate, with a trustScore where it depends on one, not "none"'],
  [() => plan([1], { rate: { units: 0, seconds: 1 } }, { start }), 'pace.rate.units must be an integer from 1 to 86400000, not 0'],
  [() => twiml({ text: 'Hi' }), 'there is no property of verbs called text: redirect, body, '],
  [() => twiml('a', { replaceForbidden: 'ab' }), 'option replaceForbidden must be one character, not "ab"'],
  [() => new Router({ provider: 'x' }), 'option provider must be one of twilio, telnyx, aws, bird, other, not "x"'],
];

for (const [call, message] of wrong) {
  test(message, () => assert.throws(call, (error) => error.constructor === TypeError && (assert.ok(error.message.startsWith(message), error.message), true)));
}

const failures = [
  [() => parseAddress('(415) 555-2671'), 'invalid-address', '`(415) 555-2671` is not an E.164 number: it does not start with `+`', {}],
  [() => parseAddress('1 415 555 2671'), 'invalid-address', '`1 415 555 2671` is not an E.164 number: it does not start with `+`', { suggestion: '+14155552671' }],
  [() => parseInbound('Body=%ff'), 'malformed-parameter', 'parameter "Body" is not UTF-8', { field: 'Body' }],
  [() => signForm('https://example.com', 'a=b', ''), 'no-token', 'the auth token is empty', {}],
  [() => new Router().command('Stop', 1), 'wrong-command', 'the words are an opt-out or a call for help', {}],
  [() => new Router().command('a', 1).command('A!', 2), 'wrong-command', 'the words are those of another command', {}],
  [() => twiml('ring the \u0007bell'), 'twiml', 'the body of message or redirect 0 has U+0007, which XML cannot write: remove it, or have it replaced', {}],
  [() => plan([11], { rate: { units: 1, seconds: 1 }, perDay: 10 }, { start }), 'no-plan', 'message 0 has 11 segments: a day allows 10', {}],
];

for (const [call, code, message, more] of failures) {
  test(`${code}: ${message}`, () => assert.throws(call, (error) => {
    assert.ok(error instanceof messages.SmsError);
    assert.deepEqual({ code: error.code, message: error.message, ...Object.fromEntries(Object.entries(error).filter(([name]) => name !== 'code')) }, { code, message, ...more });
    return true;
  }));
}

test('signatures reveal nothing, and the empty token signs nothing', () => {
  const request = { url: 'https://example.com/sms', body: 'Body=Hi', signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' };
  const problem = signatureProblem(request, '12345');
  assert.deepEqual([problem.reason, problem.httpStatus], ['mismatch', 403]);
  assert.ok(!problem.message.includes(signForm(request.url, request.body, '12345')));
  assert.equal(signatureProblem(request, '').reason, 'no-token');
  assert.equal(verifySignature(request, ''), false);
  const parsed = { url: request.url, body: { Body: 'Hi' }, signature: signForm(request.url, 'Body=Hi', '12345') };
  assert.equal(verifySignature(parsed, '12345'), true);
  assert.equal(verifySignature({ ...parsed, body: new URLSearchParams({ Body: 'Hi' }) }, '12345'), true);
});

test('a schedule of any length, in portions', () => {
  const planned = plan([{ messages: 10_000, segments: 1 }, 2], { rate: { units: 10, seconds: 1 } }, { start: new Date(now) });
  const all = [...planned.schedule()];
  assert.deepEqual([all.length, all[9999], all[10_000]], [10_001, { message: 9999, segments: 1, afterSeconds: 999.9 }, { message: 10_000, segments: 2, afterSeconds: 1000 }]);
  assert.deepEqual(planned.endsAt, new Date('2026-05-15T12:16:41Z'));
  const thirds = [...plan([{ messages: 6, segments: 2 }], { rate: { units: 3, seconds: 1 } }, { start }).schedule()];
  assert.equal(thirds[5].afterSeconds, 3.333333334, 'rounded once');
  assert.deepEqual([...plan([], { tier: 'twilio-toll-free' }, { start }).schedule()], []);
});

test('a message built step by step', () => {
  const builder = new MessageBuilder('whatsapp:+14155552671').from('whatsapp:+14155550199').template('HX0123456789abcdef0123456789abcdef', { 1: 'Ada' }).validFor(60).media('https://example.com/a.png');
  assert.equal(builder.form(), 'To=whatsapp%3A%2B14155552671&From=whatsapp%3A%2B14155550199&MediaUrl=https%3A%2F%2Fexample.com%2Fa.png&ContentSid=HX0123456789abcdef0123456789abcdef&ContentVariables=%7B%221%22%3A%22Ada%22%7D&ValidityPeriod=60');
  assert.deepEqual(builder.check({ now }).violations.map(({ rule }) => rule), ['media-with-template']);
});
