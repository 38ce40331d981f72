/** What is sent for a text: with what stands around it, with the line ends of a form, with counters, as a provider encodes it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, count, countMany, explain, smartEncode, split, suggest, template, truncate } from 'septet';

const wrong = (call, message) => assert.throws(call, { name: 'TypeError', message });

test('what is sent around a text is part of the count', () => {
  const around = { prefix: 'ACME: ', suffix: '\nSTOP ends', lineEnds: 'crlf' };
  const whole = 'ACME: a\r\nb\r\nSTOP ends';
  assert.deepEqual(count('a\nb', around), count(whole));
  assert.deepEqual(split('a\nb', around), split(whole));
  assert.deepEqual(analyze('a\nb', around), analyze(whole));
  assert.deepEqual(explain('a\rb', around), explain(whole));
  assert.deepEqual(countMany(['a\nb', ''], around).units, Uint32Array.of(whole.length, count('ACME: \r\nSTOP ends').units));
  assert.deepEqual(countMany(new TextEncoder().encode('a\n'), { prefix: '€' }).units, Uint32Array.of(3));
  assert.deepEqual(template('a\n{{b}}', around).estimate, template('ACME: a\r\n{{b}}\r\nSTOP ends').estimate);
  assert.deepEqual(count('a\r\nb\nc\rd', { lineEnds: 'crlf' }), count('a\r\nb\r\nc\r\nd'));
  assert.deepEqual(count('a\nb', { lineEnds: 'as-is', prefix: '', suffix: '' }), count('a\nb'));
  assert.deepEqual(count('“a”', { prefix: '“', smartEncoding: 'typography' }), count('""a"'));
  assert.equal(truncate('a\n'.repeat(200), 1, { lineEnds: 'crlf' }).count.segments, 1);
  wrong(() => count('a', { prefix: 1 }), 'option prefix must be a string, not 1');
  wrong(() => count('a', { suffix: null }), 'option suffix must be a string, not null');
  wrong(() => count('a', { lineEnds: 'lf' }), 'option lineEnds must be "as-is" or "crlf", not "lf"');
  wrong(() => truncate('a', 1, { suffix: 'x' }), /^there is no option called suffix: /);
  wrong(() => smartEncode('a', 'typography', { prefix: 'x' }), /^there is no option called prefix: /);
});

test('suggestions leave alone what is always sent', () => {
  const text = 'We open on Friday at nine and close at six. '.repeat(4);
  const suffix = ' Your friends at ACME';
  for (const way of suggest(text, { suffix })) assert.ok(way.text.endsWith(suffix), way.text);
  assert.ok(suggest(text).some(({ kind }) => kind === 'shorten'));
  assert.deepEqual(suggest('a'.repeat(80), { prefix: '“' }).filter(({ edits }) => edits.some(({ start }) => start === 0)), []);
});

test('a suggestion spells by the language of the text', () => {
  const text = 'Đakovo at noon. '.repeat(8);
  const spelled = (options) => suggest(text, options).find(({ level }) => level === 'transliteration').text.slice(0, 7);
  assert.deepEqual([spelled(), spelled({}), spelled({ textLanguage: 'ru' }), spelled({ textLanguage: 'hr' })], ['Dakovo ', 'Dakovo ', 'Dakovo ', 'Djakovo']);
  wrong(() => suggest('a', { textLanguage: 'xx' }), /^option textLanguage must be "be", /);
});

test('counters are part of what a part holds', () => {
  const options = { boundary: 'word', counters: true, profile: 'single' };
  const parts = split('three '.repeat(30), options);
  assert.deepEqual(parts.map(({ counter, units }) => [counter, units]), [['(1/2) ', 156], ['(2/2) ', 36]]);
  assert.equal(parts.map(({ text }) => text).join(''), 'three '.repeat(30));
  assert.deepEqual(analyze('three '.repeat(30), options).parts, parts);
  assert.equal(count('three '.repeat(30), options).units, 192);
  for (const plain of [{ counters: true }, { boundary: 'word', counters: false }, { boundary: 'word', counters: true }]) {
    assert.ok(split('short', plain).every((part) => !('counter' in part)));
  }
  assert.ok(!('counter' in split('three '.repeat(30), { counters: true })[0]));
  wrong(() => count('a', { counters: 1 }), 'option counters must be false or true, not 1');
});

test('providers are predicted', () => {
  const mixed = '“Hi” 👋';
  assert.equal(smartEncode(mixed, { provider: 'telnyx' }).text, '"Hi" 👋');
  for (const provider of ['bird', 'webex']) assert.equal(smartEncode(mixed, { provider }).text, mixed, provider);
  assert.equal(smartEncode('«Hi»', { provider: 'webex' }).text, '<Hi>');
  assert.equal(smartEncode('“Hi”', { provider: 'sinch' }).outcome, 'reverted-without-gain');
  assert.equal(smartEncode('“Hi”'.repeat(40), { provider: 'sinch' }).outcome, 'applied');
  for (const provider of ['plivo', 'infobip', 'brevo']) assert.equal(smartEncode('ł', { provider }).text, 'l');
  assert.equal(count('“Hello”', { smartEncoding: { provider: 'twilio' } }).encoding, 'GSM-7');
  assert.deepEqual(template('“{{a}}', { smartEncoding: { provider: 'bird' }, fields: { a: { gsm7Only: true } } }).estimate.maximum.encoding, 'GSM-7');
  wrong(() => smartEncode('a', { provider: 'acme' }), /^rules\.provider must be "twilio", "telnyx", .* or "brevo", not "acme"$/);
  wrong(() => count('a', { smartEncoding: { provder: 'bird' } }), 'there is no property of option smartEncoding called provder: provider');
});
