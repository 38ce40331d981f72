/** Wrong arguments are named, and nothing that a caller passes can do harm. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SmsError, count, countMany, split } from 'septet';

const wrong = (call, message) => assert.throws(call, { name: 'TypeError', message });

test('a text is a string', () => {
  for (const [value, shown] of [[undefined, 'undefined'], [null, 'null'], [160, '160'], [{}, 'an object'], [['a'], 'an array'], [Symbol('x'), 'Symbol(x)'],
    [10n, '10'], [() => 1, 'a function'], [new String('a'), 'an object']]) {
    for (const call of [count, split]) wrong(() => call(value), `text must be a string, not ${shown}`);
  }
  wrong(() => countMany('abc'), 'texts must be an array of strings or a Uint8Array, not "abc"');
  wrong(() => countMany(['a', 1]), 'texts[1] must be a string, not 1');
  wrong(() => countMany(['a', , 'b']), 'texts[1] must be a string, not undefined');
});

test('options are known', () => {
  for (const call of [count, split, (text, options) => countMany([text], options)]) {
    wrong(() => call('a', { enconding: 'UCS-2' }), /^there is no option called enconding: encoding, /);
    wrong(() => call('a', { encoding: 'gsm7' }), 'option encoding must be "auto", "GSM-7" or "UCS-2", not "gsm7"');
    wrong(() => call('a', { encoding: null }), 'option encoding must be "auto", "GSM-7" or "UCS-2", not null');
    wrong(() => call('a', { referenceBits: '8' }), 'option referenceBits must be 8 or 16, not "8"');
    wrong(() => call('a', { profile: 'x'.repeat(100) }), /^option profile must be "standard", "toll-free" or "single", or an object of limits, not "x{40}…"$/);
    wrong(() => call('a', null), 'options must be an object, not null');
    wrong(() => call('a', 'UCS-2'), 'options must be an object, not "UCS-2"');
  }
});

test('limits are whole and in their ranges', () => {
  const limits = (profile) => () => count('a', { profile });
  wrong(limits({ single: 100 }), 'option profile.concatenated must be an integer, not undefined');
  wrong(limits({ single: 100.5, concatenated: 90 }), 'option profile.single must be an integer, not 100.5');
  wrong(limits({ single: 100, concatenated: 90, triple: 1 }), 'there is no limit of option profile called triple: single, concatenated, ucs2Single, ucs2Concatenated');
  wrong(limits({ single: 161, concatenated: 90 }), 'option profile.single must be an integer from 10 to 160, not 161');
  wrong(limits({ single: 100, concatenated: 101 }), 'option profile.concatenated must be an integer from 10 to 100, not 101');
  wrong(limits({ single: -1, concatenated: 90 }), 'option profile.single must be an integer from 10 to 160, not -1');
  wrong(limits({ single: 2 ** 32 + 100, concatenated: 90 }), 'option profile.single must be an integer from 10 to 160, not 4294967396');
  wrong(limits({ single: 100, concatenated: 90, ucs2Single: 0, ucs2Concatenated: 0 }), 'option profile.ucs2Single must be an integer from 2 to 70, not 0');
  wrong(limits({ single: 100, concatenated: 90, ucs2Single: 40 }), 'option profile.ucs2Concatenated must be an integer, not undefined');
  assert.equal(count('中', { profile: { single: 100, concatenated: 90 } }).unitsPerSegment, 44);
  wrong(() => countMany(['a'], { profile: { single: 9, concatenated: 9 } }), 'option profile.single must be an integer from 10 to 160, not 9');
  wrong(() => split('a', { profile: { single: 9, concatenated: 9 } }), 'option profile.single must be an integer from 10 to 160, not 9');
});

test('undefined is as good as absent', () => {
  const plain = count('a');
  for (const options of [undefined, {}, { encoding: undefined, profile: undefined }, Object.create(null), Object.freeze({ encoding: 'auto' })]) {
    assert.deepEqual(count('a', options), plain);
  }
  assert.equal(count('a', Object.create({ encoding: 'UCS-2' })).encoding, 'UCS-2', 'inherited options count');
});

test('demands that a text cannot meet', () => {
  const sentence = "'—' (U+2014) at index 2 has no GSM-7 code: allow UCS-2 or replace the character";
  for (const call of [count, split]) {
    assert.throws(() => call('5 —', { encoding: 'GSM-7' }), (error) => {
      assert.ok(error instanceof SmsError && error instanceof Error);
      assert.deepEqual([error.name, error.code, error.index, error.message], ['SmsError', 'unencodable', 2, sentence]);
      assert.match(error.stack, /^SmsError: /);
      return true;
    });
  }
  assert.throws(() => countMany(['a', '5 —'], { encoding: 'GSM-7' }), { code: 'unencodable', index: 2, item: 1 });
  assert.throws(() => count('a\uD83D', { encoding: 'GSM-7' }), { index: 1, message: /U\+D83D/ });
  assert.throws(() => count(`${'a'.repeat(70_000)}😀`, { encoding: 'GSM-7' }), { index: 70_000, message: /'😀' \(U\+1F600\)/ });
});

test('what a caller passes cannot do harm', () => {
  const thrown = new Error('getter');
  assert.throws(() => count('a', { get encoding() { throw thrown; } }), (error) => error === thrown);
  assert.equal(count('a', new Proxy({ encoding: 'UCS-2' }, {})).encoding, 'UCS-2');
  assert.throws(() => count('a', new Proxy({}, { ownKeys() { throw thrown; } })), (error) => error === thrown);
  let reads = 0;
  assert.equal(count('a', { get encoding() { return ++reads === 1 ? 'UCS-2' : 'nonsense'; } }).encoding, 'UCS-2');
  assert.equal(count.call(null, 'a').units, 1);
  const inside = { get profile() { return count('中'.repeat(200)).segments === 3 ? 'single' : 'standard'; } };
  assert.equal(count('b'.repeat(161), inside).unitsPerSegment, 160, 'a call within a call');
  wrong(() => count('a', { __proto__: null, constructor: 1 }), /called constructor/);
  wrong(() => count('a', JSON.parse('{"__proto__": 1}')), /called __proto__/);
});
