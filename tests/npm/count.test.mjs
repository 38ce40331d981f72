/** `count` and `split`: the shared cases, texts of every kind and length, in the package as built. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import * as septet from 'septet';
import * as lean from 'septet/count';
import { Digest, randomTexts } from './random-texts.mjs';

const data = (name) => JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));
const require = createRequire(import.meta.url);
const entryPoints = { septet, 'septet/count': lean, 'require septet': require('septet'), 'require septet/count': require('septet/count') };

const textOf = ({ text, utf16 }) => text ?? String.fromCharCode(...utf16.map((unit) => Number.parseInt(unit, 16)));

for (const [name, { count, countMany, split }] of Object.entries(entryPoints)) {
  test(`shared cases: ${name}`, () => {
    for (const one of data('cases.json').cases) {
      const text = textOf(one);
      const { parts: lengths, ...expected } = one.expect;
      assert.deepEqual(count(text, one.options), expected, one.name);
      const parts = split(text, one.options);
      assert.deepEqual(parts.map((part) => part.text.length), lengths, one.name);
      assert.equal(parts.map((part) => part.text).join(''), text, one.name);
      assert.equal(parts.at(-1).unitsRemaining, expected.unitsRemaining, one.name);
      assert.ok(parts.every((part) => text.slice(part.start, part.end) === part.text), one.name);
      const many = countMany([text, 'a', text], one.options);
      assert.deepEqual([...many.segments], [expected.segments, 1, expected.segments], one.name);
      assert.deepEqual([many.units[0], many.encoding[2]], [expected.units, expected.encoding === 'UCS-2' ? 1 : 0], one.name);
    }
  });
}

test('a million random texts cost what they cost natively', () => {
  const { seed, texts, digest } = data('million.json');
  const found = new Digest();
  for (const text of randomTexts(seed, texts)) found.add(septet.count(text));
  assert.equal(found.hex(), digest);
});

test('random texts: parts and countMany agree with count', () => {
  const texts = [...randomTexts(3, 20_000)];
  const many = septet.countMany(texts);
  let total = 0;
  for (const [index, text] of texts.entries()) {
    const { encoding, segments, units, unitsRemaining } = septet.count(text);
    const parts = septet.split(text);
    assert.equal(parts.length, segments);
    assert.equal(parts.map((part) => part.text).join(''), text);
    assert.equal(parts.at(-1).unitsRemaining, unitsRemaining);
    assert.deepEqual([many.encoding[index] === 1 ? 'UCS-2' : 'GSM-7', many.segments[index], many.units[index]], [encoding, segments, units]);
    total += segments;
  }
  assert.equal(many.totalSegments, total);
});

test('countMany of nothing but Latin-1: every character at every place of a chunk', () => {
  const characters = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
  const fillings = ['a', '[', 'é'];
  for (const filling of fillings) {
    for (const before of [0, 1, 15, 16, 63, 64, 65, 152, 159, 160]) {
      const texts = characters.flatMap((character) => [filling.repeat(before) + character, filling.repeat(before) + character + filling.repeat(70)]);
      agree(texts);
      // One text that is beyond it, anywhere among them.
      agree([...texts.slice(0, before), `${filling}中${filling}`, ...texts.slice(before)]);
    }
  }
  // Kept in 16-bit units by an engine, though none needs them.
  agree([`${'é['.repeat(100)}中`.slice(0, -1), 'a']);
  // Batches beyond Latin-1 and others by turns.
  agree(Array.from({ length: 5000 }, (_, index) => (index % 700 < 350 ? 'a[é'.repeat(60) : `a${'中'.repeat(30)}b`)));

  function agree(texts) {
    const { encoding, segments, units } = septet.countMany(texts);
    const counts = texts.map((text) => septet.count(text));
    assert.deepEqual([...encoding], counts.map((count) => (count.encoding === 'GSM-7' ? 0 : 1)));
    assert.deepEqual([...segments], counts.map((count) => count.segments));
    assert.deepEqual([...units], counts.map((count) => count.units));
  }
});

test('lines of UTF-8 cost what their texts do', () => {
  const lines = [...randomTexts(5, 5000)].map((text) => text.replace(/[\r\n\uFEFF]/g, '').toWellFormed?.() ?? text.replace(/[\r\n\uFEFF\uD800-\uDFFF]/g, ''));
  lines.splice(100, 0, '', '中'.repeat(20_000), 'a'.repeat(100_000), '', 'a'.repeat(32_768), 'a'.repeat(32_767), '\r');
  for (const [end, tail] of [['\n', ''], ['\r\n', '\r\n']]) {
    const octets = new TextEncoder().encode(`\uFEFF${lines.join(end)}${tail || (lines.at(-1) === '' ? end : '')}`);
    assert.deepEqual(septet.countMany(octets), septet.countMany(lines.map((line) => (end === '\n' ? line.replace(/\r$/, '') : line))));
  }
  assert.equal(septet.countMany(new Uint8Array(0)).segments.length, 0);
  assert.deepEqual([...septet.countMany(Uint8Array.of(10, 10, 97)).units], [0, 0, 1]);
  const broken = Uint8Array.of(0xFF, 0x61, 0xE2, 0x82, 10, 0xED, 0xA0, 0x80, 10, 0xF0, 0x9F, 0x98, 0x80);
  const decoded = new TextDecoder().decode(broken).split('\n');
  assert.deepEqual(septet.countMany(broken), septet.countMany(decoded));
  assert.throws(() => septet.countMany(new TextEncoder().encode('a\nb—\nc'), { encoding: 'GSM-7' }), { code: 'unencodable', index: 1, item: 1 });
  assert.throws(() => septet.countMany(Uint8Array.of(97), { profile: { single: 1, concatenated: 1 } }), { name: 'TypeError' });
});

test('lines of UTF-8 with every option', () => {
  const octets = new TextEncoder().encode('ş\n“a”\r\n👨‍👩‍👧‍👦');
  assert.deepEqual([...septet.countMany(octets, { nationalLanguages: 'auto', smartEncoding: 'typography' }).units], [1, 3, 11]);
});

test('texts longer than the memory they pass through', () => {
  for (const size of [32_767, 32_768, 32_769, 65_536, 1_000_003]) {
    const text = 'a'.repeat(size - 1);
    assert.equal(septet.count(`${text}€`).units, size + 1);
    assert.equal(septet.count(`${text}中`).units, size);
    assert.equal(septet.split(`${text}]`).at(-1).end, size);
    const pair = `${'中'.repeat(size - 1)}😀`;
    assert.equal(septet.count(pair).units, size + 1);
    assert.equal(septet.split(pair).map((part) => part.text).join(''), pair);
    assert.deepEqual([...septet.countMany(['a', text, 'b']).units], [1, size - 1, 1]);
  }
});

test('a string of 100 MB, and one of 200 MB in memory', () => {
  const ascii = septet.count('a'.repeat(100_000_000));
  assert.deepEqual([ascii.units, ascii.segments], [100_000_000, Math.ceil(100_000_000 / 153)]);
  const wide = septet.count('中'.repeat(100_000_000));
  assert.deepEqual([wide.encoding, wide.segments], ['UCS-2', Math.ceil(100_000_000 / 67)]);
});

test('results are plain objects of one shape', () => {
  const keys = ['encoding', 'segments', 'units', 'unitsPerSegment', 'unitsRemaining', 'lockingShift', 'singleShift'];
  for (const result of [septet.count(''), septet.count('中'), septet.count('a', { referenceBits: 16 })]) {
    assert.deepEqual(Object.keys(result), keys);
    assert.equal(Object.getPrototypeOf(result), Object.prototype);
  }
});
