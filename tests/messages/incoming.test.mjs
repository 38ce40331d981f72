// Webhooks, checks and facts as real carriers, providers and people have them: `tests/data/incoming-cases.jsonl`, a call and
// a part of its result in each row; and what the package adds to the octets of the crate.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as messages from 'septet/messages';
import * as octets from 'septet/octets';

const functions = { ...messages, ...octets };
const rows = readFileSync(new URL('../data/incoming-cases.jsonl', import.meta.url), 'utf8').trim().split('\n').map((row) => JSON.parse(row));

const hex = (digits) => Uint8Array.from(digits.match(/../g), (pair) => Number.parseInt(pair, 16));
const revived = (value) => {
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value) return hex(value.$bytes);
  return Array.isArray(value) ? value.map(revived) : Object.fromEntries(Object.entries(value).map(([key, member]) => [key, revived(member)]));
};
const at = (value, path) => path.split('.').reduce((inner, key) => inner?.[key], value);

/** A partial match: `x!` is not equal, `x^` begins with, `a|b` is one of them. */
function matches(result, expected) {
  if (typeof expected !== 'object' || expected === null) return assert.deepEqual(result, expected);
  if (Array.isArray(expected)) return expected.forEach((item, index) => matches(result?.[index], item));
  for (const [key, value] of Object.entries(expected)) {
    const name = key.replace(/[!^]$/, '');
    const found = name.split('|').map((path) => at(result, path)).find((member) => member !== undefined);
    if (key.endsWith('!')) assert.notDeepEqual(found, value, key);
    else if (key.endsWith('^')) assert.ok(found.startsWith(value), `${key}: ${found}`);
    else matches(found, value);
  }
}

for (const { kind, call, args, expect } of rows) {
  test(`${kind}: ${JSON.stringify(args).slice(0, 90)}`, () => {
    const run = () => functions[call](...args.map(revived));
    if (expect?.throws !== undefined) assert.throws(run, (error) => error.message.includes(expect.throws));
    else matches(run(), expect);
  });
}

test('messages, status reports and what is neither', () => {
  const message = octets.parseTpdu('07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37');
  matches(message, { type: 'SMS-DELIVER', address: '27838890001', text: 'hellohello', fault: null, moreMessages: false, 'addressType.typeOfNumber': 'subscriber number' });
  const report = octets.parseTpdu(hex('00060505810531F1010150610000400101506100004000'));
  matches(report, { type: 'SMS-STATUS-REPORT', reference: 5, recipient: '50131', outcome: 'completed', status: 0 });
  const short = '07912143658709F1040B918100551512F20000111010214365000BE8329BFD4697D9EC37';
  matches(octets.parseTpdu(short), { text: 'hellohello', 'fault^': 'TP-UD: TP-UDL counts 11 septets' });
  assert.throws(() => octets.parseTpdu(short, { strict: true }), { code: 'malformed', field: 'TP-UDL' });
  assert.throws(() => octets.parseTpdu('0207000002 02028121 00'.replaceAll(' ', '')), /SMS-COMMAND|TP-/);
  assert.throws(() => octets.parseTpdu('0G'), TypeError);
  assert.throws(() => octets.parseTpdu('00', { len: 1 }), TypeError);
});

test('what an SMPP link delivers', () => {
  const ascii = (text) => new TextEncoder().encode(text);
  matches(octets.decodeSmpp({ dataCoding: 0, shortMessage: ascii('Hello') }), { text: 'Hello', receipt: null, characterSet: 'GSM-7' });
  matches(octets.decodeSmpp({ dataCoding: 3, shortMessage: hex('636166E9') }), { text: 'café' });
  const units = hex('4E2D'.repeat(300));
  matches(octets.decodeSmpp({ dataCoding: 8, messagePayload: units }), { text: '中'.repeat(300), userData: null });
  matches(octets.decodeSmpp({ dataCoding: 8, shortMessage: hex('D83D') }), { text: '\uD83D' });
  const data = octets.decodeSmpp({ dataCoding: 4, shortMessage: hex('CAFE') });
  assert.deepEqual([data.text, [...data.data]], [null, [0xCA, 0xFE]]);
  const receipt = octets.decodeSmpp({ dataCoding: 0, esmClass: 4, shortMessage: ascii('id:7 stat:UNDELIV err:027 text:x') }).receipt;
  matches(receipt, { id: '7', stat: 'UNDELIV', err: '027', text: 'x', outcome: 'failed', doneDate: null });
  const named = octets.decodeSmpp({ dataCoding: 0, esmClass: 4, shortMessage: ascii('id:a_b mccmnc:31041 stat:UNDELIV text:x') }).receipt;
  matches(named, { id: 'a_b', stat: 'UNDELIV', text: 'x' });
  matches(octets.decodeSmpp({ dataCoding: 0, esmClass: 4, shortMessage: hex('69643A3720746578743AE9') }), { text: null, receipt: { id: '7', text: 'é' } });
  assert.throws(() => octets.decodeSmpp({ dataCoding: 0 }), TypeError);
});

test('messages for a modem', () => {
  const text = 'a'.repeat(161);
  const pdus = octets.encodeSubmit(text, '+46708251358', { reference: 300, statusReport: true, validitySeconds: 86_400 });
  assert.equal(pdus.length, 2);
  const parts = pdus.map(({ length, pdu }) => octets.parseTpdu(pdu, { length, strict: true }));
  assert.equal(parts.map((part) => part.text).join(''), text);
  matches(parts[0], { type: 'SMS-SUBMIT', address: '+46708251358', wantsStatusReport: true, 'validityPeriod.seconds': 86_400, 'userData.concatenation.reference': 44 });
  assert.equal(octets.encodeUserData(text, { reference: 300 })[0].smpp.sar.msgRefNum, 300);
  assert.throws(() => octets.encodeSubmit('a', 'Bob'), { code: 'malformed' });
});

test('bodies that were parsed are refused, not thrown', () => {
  const { url, signature } = messages.signBody('https://example.com/a', '{}', '12345');
  assert.equal(messages.signatureProblem({ url, body: '{}', signature }, '12345'), null);
  for (const body of [{ a: 1 }, [], [1], { a: { b: 'c' } }, 5]) {
    for (const address of [url, 'https://example.com/a']) {
      const problem = messages.signatureProblem({ url: address, body, signature }, '12345');
      if (Array.isArray(body) && body.length === 0 && address !== url) continue;
      assert.deepEqual([problem.reason, problem.httpStatus], ['parsed-body', 403], JSON.stringify(body));
    }
  }
});

test('several tokens, and shared keys', () => {
  const body = { Body: 'Hi' };
  const request = { url: 'https://example.com/sms', body, signature: messages.signForm('https://example.com/sms', body, 'old') };
  assert.ok(messages.verifySignature(request, ['new', 'old']));
  assert.ok(messages.verifySignature(request, { authTokens: 'old', sharedKeys: ['secret'] }));
  // Anything that can be iterated is a list of tokens, not an object of settings.
  for (const tokens of [new Set(['new', 'old']), ['new', 'old'].values(), new Map([['old', 1]]).keys()]) assert.ok(messages.verifySignature(request, tokens));
  assert.ok(!messages.verifySignature(request, new Set(['new'])));
  assert.equal(messages.signatureProblem(request, new Set()).reason, 'no-token');
  assert.ok(!messages.verifySignature(request, ['new', 'other']));
  const shared = { ...request, signatureSettings: 'key=webhooks_sharedkey_01,algorithm=HMAC_SHA1' };
  assert.ok(messages.verifySignature(shared, { authTokens: [], sharedKeys: 'old' }));
  assert.equal(messages.signatureProblem(shared, 'old').reason, 'no-shared-key');
  assert.equal(messages.signatureProblem({ ...shared, signatureSettings: 'algorithm=MD5' }, 'old').reason, 'algorithm');
});

test('lone surrogates in replies', () => {
  assert.throws(() => messages.twiml('a\uD83D'), { code: 'twiml' });
  assert.match(messages.twiml('a\uD83Db', { replaceForbidden: '?' }), />a\?b</);
  assert.match(messages.twiml({ body: '\uDE00' }, { replaceForbidden: '-' }), />-</);
});

test('a limit of messages', () => {
  const limiter = new messages.RateLimiter({ limit: 2, windowSeconds: 10, maxKeys: 2 });
  assert.deepEqual([0, 5, 9, 10, 14, 15].map((now) => limiter.allow('a', now)), [true, true, false, true, false, true]);
  assert.equal(limiter.retryAfter('a', 16), 4);
  const restored = messages.RateLimiter.fromJSON(JSON.parse(JSON.stringify(limiter)));
  assert.deepEqual(restored.toJSON(), limiter.toJSON());
  assert.ok(restored.allow('b', 20) && restored.allow('__proto__', 21));
  assert.deepEqual([restored.size, restored.times('a')], [2, []]);
  restored.expire(new Date(1e9));
  assert.equal(restored.size, 0);
  assert.throws(() => limiter.allow('a', 0.5), TypeError);
  assert.throws(() => new messages.RateLimiter({ limit: 0 }), TypeError);
});

test('the configuration of a messaging service', () => {
  const good = { friendlyName: 'Alerts', inboundRequestUrl: 'https://example.com/sms', usecase: 'marketing' };
  assert.deepEqual(messages.checkService(good), { acceptable: true, violations: [] });
  assert.equal(messages.serviceForm(good), 'FriendlyName=Alerts&InboundRequestUrl=https%3A%2F%2Fexample.com%2Fsms&Usecase=marketing');
  const rules = messages.checkService({ usecase: 'spam', validityPeriod: 0 }, { update: true }).violations.map(({ rule }) => rule);
  assert.deepEqual(rules, ['service-validity-range', 'service-usecase']);
  assert.throws(() => messages.checkService({ name: 'x' }), TypeError);
});

test('clicks on links', () => {
  const [click] = messages.parseLinkClicks('{"event_type":"click","link":"https://example.com","sms_sid":"x"}');
  matches(click, { link: 'https://example.com', eventType: 'click', messageSid: null, problems: [{ parameter: 'sms_sid', problem: 'malformed' }] });
  assert.throws(() => messages.parseLinkClicks('{}'), { code: 'malformed-parameter', field: 'link' });
});

test('facts show their age', () => {
  assert.equal(messages.errorCode(30007).date, '2025-02');
  assert.match(messages.senderRules('DE').date, /^read 20/);
  assert.match(messages.tiers()[0].date, /20/);
  assert.match(messages.recognizeKeyword('STOP').lists[0].date, /20/);
});
