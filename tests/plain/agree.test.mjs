/** The plain module and the npm package answer alike: the same values, the same sentences, the same codes. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import * as texts from 'septet';
import * as messages from 'septet/messages';
import * as octets from 'septet/octets';
import { example } from '../messages/examples.mjs';

const path = process.env.SEPTET_PLAIN ?? createRequire(import.meta.url).resolve('septet/septet-plain.wasm');
const { start } = await example('plain.js');
const call = start(readFileSync(path));
const functions = { ...texts, ...messages, ...octets };

/** A value as JSON has it: octets are arrays of numbers. */
const plain = (value) => JSON.parse(JSON.stringify(value, (_, one) => (one instanceof Uint8Array ? [...one] : one)) ?? 'null');

function answer(work) {
  try {
    return { value: plain(work()) };
  } catch (error) {
    const { code = 'invalid-argument', message, index = null, field = null, suggestion = null } = error;
    return { code, message, index, field, suggestion };
  }
}

/** Asks both; what only one of them takes, such as a `Uint8Array`, is made of JSON for the other. */
function same(name, ...values) {
  const given = values.map((value) => (value === undefined ? null : plain(value)));
  const expected = answer(() => functions[name](...values));
  // JSON has no dates.
  if (expected.message) expected.message = expected.message.replace('a Date, or a time of ISO 8601', 'a time of ISO 8601');
  assert.deepEqual(answer(() => call(name, ...given)), expected, `${name}(${JSON.stringify(given).slice(0, 200)})`);
}

const TEXTS = [
  '', 'Hello €', 'Đakovo: vaša pošiljka stiže danas. '.repeat(3), 'a'.repeat(161), ']'.repeat(153), '“Hello” – it’s 5…', 'Your table is booked 👋 see https://bit.ly/x and example.com.',
  'e\u0301'.repeat(40), '👨‍👩‍👧‍👦'.repeat(9), 'ş'.repeat(100), '\u200Ba\u00A0b\r\n c  ', '𝗦𝗔𝗟𝗘 ½ price™', 'Ж'.repeat(71), '\0\u0001"\\', 'Привет, “мир”',
];
const OPTIONS = [
  undefined, { encoding: 'UCS-2' }, { encoding: 'GSM-7' }, { profile: 'toll-free' }, { profile: 'single' }, { referenceBits: 16 },
  { profile: { single: 136, concatenated: 130 } }, { profile: { single: 136, concatenated: 130, ucs2Single: 50, ucs2Concatenated: 45 } },
  { nationalLanguages: 'auto' }, { nationalLanguages: ['turkish', 'spanish'], boundary: 'grapheme' }, { smartEncoding: 'transliteration' },
  { counters: true }, { counters: true, boundary: 'word', profile: 'single' }, { prefix: 'ACME: ', suffix: ' €', lineEnds: 'crlf', smartEncoding: 'typography', textLanguage: 'hr' },
];

test('texts', () => {
  for (const text of TEXTS) {
    for (const options of OPTIONS) {
      for (const name of ['count', 'split', 'analyze', 'suggest']) same(name, text, options);
      same('truncate', text, 1, { ...options, ellipsis: '...' });
      same('truncate', text, 2, { ...options, cutAt: 'grapheme' });
      if (options?.smartEncoding) continue;
      same('encodeUserData', text, { ...options, reference: 42 });
      same('template', text, options);
      for (const rules of ['twilio', 'telnyx', 'typography', 'compatibility', 'transliteration']) same('smartEncode', text, rules, options);
    }
    same('rcs', text);
    same('rcs', text, { region: 'elsewhere' });
    same('smartEncode', text, 'typography', { residue: 'keep', apply: 'always', replacements: { '€': 'EUR', '–': null } });
    same('suggest', text, { textLanguage: 'hr' });
    for (const options of [undefined, { lockingShift: 'turkish' }, { singleShift: 'spanish', lockingShift: null }]) same('encodeSeptets', text, options);
    same('recognizeKeyword', text);
    same('twiml', text);
    same('parseInbound', text);
  }
});

/** The functions of the contract with the names of their arguments: `count(text, options)`. */
const [, requests] = readFileSync(new URL('../../docs/plain-module.md', import.meta.url), 'utf8').split(/^## (?:Requests|Many texts)$/m);
const contract = [...requests.matchAll(/`(\w+)\(([\w, ]+)\)`/g)].map(([, name, names]) => ({ name, names: names.split(', ') }));

test('every function of the package, or the reason why not', () => {
  const here = contract.map(({ name }) => name);
  assert.equal(new Set(here).size, here.length);
  for (const name of here) assert.doesNotMatch(answer(() => call(name)).message ?? '', /there is no function/, name);
  const missing = Object.keys(functions).filter((name) => !here.includes(name)).sort();
  assert.deepEqual(missing, [
    // Classes, of which `rateLimit` and the error object are two; constants.
    'MessageBuilder', 'RateLimiter', 'Reassembler', 'Router', 'SIGNATURE_HEADER', 'SIGNATURE_SETTINGS_HEADER', 'SmsError', 'TWIML_CONTENT_TYPE',
    'checkTemplate', 'checkUpdate', // what changes templates and messages
    'countMany', // the export `count_many`
    'countries', 'errorCodes', 'pickSender', 'plan', 'retryAfter', 'sidKind', // catalogues and plans: 700 KB have no room for them
    'signBody', 'signForm', 'stateOf', 'statusDetails', 'statuses', 'tiers', 'updateForm', 'withState',
  ]);
});

/** First arguments with which the options are read, and options without which the others are not. */
const FIRST = {
  truncate: ['a', 1], smartEncode: ['a', 'twilio'], check: [{ to: '+14155552671' }], checkMedia: [[]], checkService: [{}],
  decodeUserData: [{ dcs: 0, udhi: false, udl: 0, octets: Uint8Array.of() }], decodeSeptets: [Uint8Array.of()], parseTpdu: [Uint8Array.of(0)],
  encodeSubmit: ['a', '+14155552671'],
};
const REQUIRED = { check: { now: '2026-05-15T12:00:00Z' }, checkMedia: { channel: 'mms' } };

test('every function has the options of the package, and refuses the same', () => {
  const having = contract.filter(({ names }) => names.at(-1) === 'options');
  assert.ok(having.length > 15);
  for (const { name } of having) {
    const [first, required] = [FIRST[name] ?? ['a'], REQUIRED[name]];
    same(name, ...first, 5);
    same(name, ...first, { ...required, nonsense: 1 });
    // The sentence has the names of all options.
    const { message } = answer(() => functions[name](...first, { ...required, nonsense: 1 }));
    assert.match(message, /^there is no option called nonsense: /, name);
    for (const option of message.split(': ')[1].split(', ')) {
      for (const value of [{ nonsense: 1 }, 'nonsense', -1.5]) same(name, ...first, { ...required, [option]: value });
    }
  }
});

test('what providers do', () => {
  for (const provider of ['twilio', 'telnyx', 'sinch', 'bird', 'webex', 'plivo', 'infobip', 'brevo']) {
    for (const text of TEXTS) {
      same('smartEncode', text, { provider });
      for (const name of ['count', 'split', 'suggest', 'template']) same(name, text, { smartEncoding: { provider } });
      same('truncate', text, 1, { smartEncoding: { provider } });
    }
  }
  for (const wrong of [{}, { provider: 'acme' }, { provider: null }, { provider: 'sinch', rules: 1 }, 5]) {
    same('smartEncode', 'a', wrong);
    same('count', 'a', { smartEncoding: wrong });
  }
});

test('templates', () => {
  same('template', 'Hi {{name}}, it is {{time}}, {{name}}');
  same('template', 'Hi {{name}}', { fields: { name: { shortest: 1, longest: 200, gsm7Only: true } }, rows: [{ name: 'Zoë' }, { name: 'Ann' }, { name: '👋' }] });
  same('template', 'Hi {{name}', {});
  same('template', 'Hi {{}}', {});
});

test('options that are wrong', () => {
  for (const options of [
    5, 'a', { encodnig: 1 }, { encoding: 'gsm' }, { encoding: null }, { referenceBits: 7 }, { referenceBits: '8' }, { profile: 'x' }, { profile: 7 },
    { profile: { single: 1 } }, { profile: { single: 200, concatenated: 100 } }, { profile: { single: 100, concatenated: 101 } }, { profile: { other: 1 } },
    { profile: { single: 136, concatenated: 130, ucs2Single: 71, ucs2Concatenated: 5 } }, { profile: { single: 136.5, concatenated: 130 } },
    { nationalLanguages: 'turkish' }, { nationalLanguages: ['klingon'] }, { nationalLanguages: [1] }, { boundary: 'word' }, { boundary: 'word', counters: true }, { counters: 1 }, { prefix: 'ACME: ', suffix: ' €', lineEnds: 'crlf' }, { prefix: 1 }, { lineEnds: 'lf' }, { smartEncoding: 'x' }, { smartEncoding: true },
  ]) {
    for (const name of ['count', 'split', 'analyze', 'suggest', 'template']) same(name, 'a', options);
    same('truncate', 'a', 1, options);
    same('smartEncode', 'a', 'twilio', options);
  }
  for (const text of [undefined, 5, {}, true]) for (const name of ['count', 'split', 'analyze', 'rcs', 'template']) same(name, text);
  for (const max of [undefined, 0, -1, 1.5, '1', 2 ** 32]) same('truncate', 'a', max);
  same('truncate', 'a', 1, { cutAt: 'x' });
  same('truncate', 'a', 1, { ellipsis: 5 });
  same('smartEncode', 'a', 'twillio');
  for (const options of [{ residue: 'x' }, { apply: 1 }, { replacements: 5 }, { replacements: { ab: 'c' } }, { replacements: { a: 5 } }]) same('smartEncode', 'a', 'twilio', options);
  for (const options of [{ fields: 5 }, { fields: { b: {} } }, { fields: { a: 5 } }, { fields: { a: { x: 1 } } }, { fields: { a: { longest: -1 } } }, { fields: { a: { gsm7Only: 1 } } }, { rows: 5 }, { rows: [5] }, { rows: [{}] }, { rows: [{ a: 5 }] }]) same('template', '{{a}}', options);
  same('rcs', 'a', { region: 'x' });
  same('encodeUserData', 'a', { reference: 70000 });
  same('encodeUserData', 'a'.repeat(161), { reference: 256 });
  same('encodeUserData', 'a'.repeat(161), { profile: 'single' });
  same('encodeUserData', 'a'.repeat(40_000));
  same('encodeSeptets', 'a', { lockingShift: 'x' });
});

test('octets', () => {
  const hello = Uint8Array.of(232, 50, 155, 253, 6);
  same('decodeUserData', { dcs: 0, udhi: false, udl: 5, octets: hello });
  same('decodeUserData', { dcs: 0, udhi: true, udl: 5, octets: hello });
  same('decodeUserData', { dcs: 8, udhi: false, udl: 4, octets: Uint8Array.of(0x4E, 0x2D, 0x20, 0xAC) });
  same('decodeSeptets', Uint8Array.of(65, 27, 101, 27));
  same('decodeSeptets', Uint8Array.of(65, 27, 7), { strict: true });
  same('packSeptets', Uint8Array.of(104, 101, 108), 3);
  same('packSeptets', Uint8Array.of(200));
  same('unpackSeptets', hello, 5);
  same('unpackSeptets', hello, 50);
});

test('messages', () => {
  const sid = '0123456789abcdef0123456789abcdef';
  const now = '2026-05-15T12:00:00Z';
  const whatsapp = { to: 'whatsapp:+14155552671', from: 'whatsapp:+14155550199', body: 'Hi' };
  same('check', { to: '4155552671', from: '+14155550199', body: 'Hi “there”', smartEncoded: true }, { now });
  same('check', whatsapp, { now, lastInbound: null });
  same('check', whatsapp, { now, lastInbound: '2026-05-15T11:00:00+01:00', reading: 'looser', trial: true });
  same('check', { to: '+14155552671', messagingServiceSid: `MG${sid}`, body: 'a https://a.co/b', shortenUrls: true }, { now, service: { senders: ['+14155550199'], linkDomain: 'x.co', smartEncoding: true } });
  same('check', { to: 'whatsapp:+14155552671', from: 'whatsapp:+14155550199', contentSid: `HX${sid}` }, { now, template: 'Your code is {{1}}.' });
  same('check', { to: '+14155552671', from: '+14155550199', mediaUrl: [{ url: 'https://a.co/b.png', contentType: 'image/png', bytes: 9e6 }] }, { now });
  for (const options of [{}, { now: 5 }, { now: 'tomorrow' }, { now, reading: 'x' }, { now, lastInbound: 'x' }, { now, service: 5 }, { now, service: { senders: ['x y'] } }, { now, template: 5 }, { now, trial: 'a' }]) same('check', { to: '+14155552671' }, options);
  for (const items of [[], { contentType: 'image/jpeg', bytes: 5242881 }, [{ contentType: 'IMAGE/JPG; q=1' }, { bytes: 0 }], { firstBytes: Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61), bytes: 9 }, { contentType: 'x' }, { bytes: -1 }, { bytes: 1.5 }]) {
    for (const options of [{ channel: 'mms' }, { channel: 'rcs', sender: 'short-code' }, { channel: 'mms', carrier: 't-mobile', reading: 'looser' }, {}, { channel: 'x' }]) same('checkMedia', items, options);
  }
  for (const country of ['US', 'de', 'XX', 'USA', 5]) same('senderRules', country);
  for (const code of [21610, 30003, 1, 0, -1, 'a', 1.5]) same('errorCode', code);
});

test('webhooks and replies', () => {
  const sid = '0123456789abcdef0123456789abcdef';
  const inbound = { MessageSid: `SM${sid}`, AccountSid: `AC${sid}`, From: '+15005550006', To: '+15005550001', Body: 'STOP', NumMedia: '0', NumSegments: '2', Mood: 'proud' };
  same('parseInbound', inbound);
  same('parseInbound', new URLSearchParams(inbound).toString());
  same('parseInbound', Object.entries(inbound));
  same('parseInbound', { ...inbound, NumMedia: 'many' });
  same('parseInbound', { ...inbound, OptOutType: 'STOP', Latitude: '48.85', Longitude: '2.35', NumSegments: '1' });
  const callback = { MessageSid: `SM${sid}`, AccountSid: `AC${sid}`, From: '+15005550006', To: '+15005550001', MessageStatus: 'undelivered', ErrorCode: '30005' };
  same('parseStatusCallback', callback);
  same('parseStatusCallback', 'From=%2B1');
  const request = {
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
    body: 'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212',
    signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
  };
  for (const name of ['verifySignature', 'signatureProblem']) {
    for (const token of ['12345', '1234', '']) {
      same(name, request, token);
      same(name, { ...request, body: Object.fromEntries(new URLSearchParams(request.body)) }, token);
      same(name, { ...request, signature: null }, token);
      same(name, { ...request, signature: 'x' }, token);
      same(name, { url: 'https://a.co/', body: '{}', signature: request.signature }, token);
    }
    same(name, {}, 'a');
    same(name, request, 5);
  }
  same('recognizeKeyword', 'Stop!', { provider: 'aws', sender: 'toll-free', channel: 'whatsapp', country: 'MX' });
  same('recognizeKeyword', 'Abmelden.', { own: { 'opt-out': ['abmelden'] } });
  for (const options of [{ provider: 'x' }, { sender: 'x' }, { channel: 'x' }, { country: 'XXX' }, { own: 5 }, { own: { help: 5 } }]) same('recognizeKeyword', 'a', options);
  for (const verbs of [undefined, '<3 & more', ['a', { body: 'b', media: 'https://a.co/b.png' }], { redirect: 'https://a.co/', method: 'GET' }, { body: 'a\u0001' }, { body: 'a', action: 'https://a.co', method: 'x' }, 5, { body: 5 }]) {
    for (const options of [undefined, { replaceForbidden: '?' }, { replaceForbidden: '??' }]) same('twiml', verbs, options);
  }
});

test('memory stays flat', () => {
  const module = new WebAssembly.Module(readFileSync(path));
  const { memory, alloc, free, call: raw } = new WebAssembly.Instance(module).exports;
  const request = new TextEncoder().encode('["analyze", "Hello €"]');
  const ask = () => {
    const block = alloc(request.length);
    new Uint8Array(memory.buffer, block, request.length).set(request);
    raw(block, request.length);
    assert.equal(free(block), 1);
  };
  for (let times = 0; times < 100; times++) ask();
  const size = memory.buffer.byteLength;
  for (let times = 0; times < 100_000; times++) ask();
  assert.equal(memory.buffer.byteLength, size);
});
