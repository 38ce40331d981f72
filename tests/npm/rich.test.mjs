/** Options beyond the hot path, and the advice: what the binding could get wrong. The rules are tested in Rust. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as octets from 'septet/octets';
import { SmsError, analyze, count, countMany, explain, smartEncode, split, suggest, template, truncate } from 'septet';

const wrong = (call, message) => assert.throws(call, { name: 'TypeError', message });
const LANGUAGES = ['turkish', 'spanish', 'portuguese', 'bengali', 'gujarati', 'hindi', 'kannada', 'malayalam', 'oriya', 'punjabi', 'tamil', 'telugu', 'urdu'];

test('national languages by name', () => {
  assert.deepEqual(count('ş'.repeat(100), { nationalLanguages: ['portuguese', 'turkish'] }),
    { encoding: 'GSM-7', segments: 1, units: 100, unitsPerSegment: 155, unitsRemaining: 55, lockingShift: 'turkish', singleShift: null });
  // U+0997, ga: 0x22 of the Bengali locking table and of no other.
  assert.equal(count('গ'.repeat(100), { nationalLanguages: 'auto' }).lockingShift, 'bengali');
  for (const language of LANGUAGES) count('a', { nationalLanguages: [language] });
  assert.deepEqual(count('a', { nationalLanguages: [] }), count('a'));
  wrong(() => count('a', { nationalLanguages: 'turkish' }), 'option nationalLanguages must be "auto" or an array of languages, not "turkish"');
  wrong(() => count('a', { nationalLanguages: ['klingon'] }), /^a language of option nationalLanguages must be "turkish", .* or "urdu", not "klingon"$/);
  assert.throws(() => count('ş—', { encoding: 'GSM-7', nationalLanguages: 'auto' }), { code: 'unencodable', index: 1 });
});

test('graphemes stay whole, lone surrogates too', () => {
  const family = '👨‍👩‍👧‍👦';
  const text = `${'a'.repeat(65)}${family}\uD83D${'b'.repeat(70)}\uDE00`;
  const parts = split(text, { boundary: 'grapheme' });
  assert.equal(parts.map((part) => part.text).join(''), text);
  assert.deepEqual(parts.map((part) => part.units), [65, 67, 16]);
  assert.equal(count(text, { boundary: 'grapheme' }).segments, 3);
  assert.equal(parts[1].text.slice(0, family.length), family);
});

test('smart encoding by name', () => {
  const text = '“Zoë” – ç 𝗛𝗶 \u00A0x';
  const expected = { twilio: '"Zoë" - ç 𝗛𝗶   x', telnyx: '"Zoë" - ç 𝗛𝗶  x', typography: '"Zoë" - ç 𝗛𝗶  x', compatibility: '"Zoë" - ç Hi  x', transliteration: '"Zoe" - c Hi  x' };
  for (const [rules, result] of Object.entries(expected)) {
    assert.equal(smartEncode(text, rules, { residue: 'keep', apply: 'always' }).text, result, rules);
  }
  for (const rules of ['twilio', 'transliteration']) {
    const options = { smartEncoding: rules };
    const { text: sent, after } = smartEncode(text, rules);
    assert.deepEqual(count(text, options), after, rules);
    assert.equal(split(text, options).map((part) => part.text).join(''), sent, rules);
    assert.equal(analyze(text, options).characters.map((character) => character.text).join(''), sent, rules);
    assert.equal(countMany([text, 'a'], options).units[0], after.units, rules);
  }
  wrong(() => count('a', { smartEncoding: true }), 'option smartEncoding must be false, "twilio", "telnyx", "typography", "compatibility" or "transliteration", not true');
  wrong(() => smartEncode('a', 'bird'), /^rules must be "twilio", /);
  wrong(() => smartEncode('a', 'twilio', { smartEncoding: false }), /no option called smartEncoding/);
  wrong(() => smartEncode('a', 'twilio', { residue: 'drop' }), 'option residue must be "keep" or "revert", not "drop"');
  wrong(() => smartEncode('a', 'twilio', { replacements: { ab: '' } }), 'a name in option replacements must be a single character, not "ab"');
  wrong(() => smartEncode('a', 'twilio', { replacements: { a: 1 } }), 'option replacements["a"] must be a string or null, not 1');
});

test('smart encoding: lone surrogates stay, replacements of any kind', () => {
  const { text, substitutions } = smartEncode('\uD83D “x” \uDE00…', 'typography', { residue: 'keep', apply: 'always' });
  assert.equal(text, '\uD83D "x" \uDE00...');
  assert.deepEqual(substitutions.map(({ start, resultEnd }) => [start, resultEnd]), [[2, 3], [4, 5], [7, 10]]);
  const own = smartEncode('a😀“b', 'typography', { residue: 'keep', apply: 'always', replacements: { a: 'A\0"\\', '😀': '', '“': null } });
  assert.equal(own.text, 'A\0"\\“b');
});

test('analysis of lone surrogates and of U+FFFD itself', () => {
  const { offenders, characters } = analyze('\uD83Dx\uFFFDy\uDE00\uD83D');
  assert.deepEqual(offenders, [
    { text: '\uD83D', codePoint: 0xD83D, positions: [0, 5] },
    { text: '\uFFFD', codePoint: 0xFFFD, positions: [2] },
    { text: '\uDE00', codePoint: 0xDE00, positions: [4] },
  ]);
  assert.deepEqual(characters.map((character) => character.codePoint), [0xD83D, 0x78, 0xFFFD, 0x79, 0xDE00, 0xD83D]);
  assert.deepEqual(explain('\uD83Dx').map(({ text, codePoint }) => [text, codePoint]), [['\uD83D', 0xD83D], ['x', 0x78]]);
});

test('control characters and quotes come through reports', () => {
  const text = Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code)).join('');
  assert.equal(analyze(text).characters.map((character) => character.text).join(''), text);
  assert.equal(explain(text).map((character) => character.text).join(''), text);
  assert.equal(truncate(text, 1, { cutAt: 'grapheme' }).text, text.slice(0, 70));
});

test('suggestions and truncation keep lone surrogates', () => {
  const text = `\uD83D${'—'.repeat(80)}`;
  for (const suggestion of suggest(text)) assert.deepEqual(count(suggestion.text).segments, suggestion.count.segments, suggestion.kind);
  const cut = truncate(text, 1, { ellipsis: '...' });
  assert.ok(cut.text.startsWith('\uD83D—') && cut.text.endsWith('...'));
  assert.equal(count(cut.text).segments, 1);
  wrong(() => truncate('a', 1.5), 'maxSegments must be an integer from 1 to 4294967295, not 1.5');
  wrong(() => truncate('a', 1, { ellipsis: 1 }), 'option ellipsis must be a string, not 1');
});

test('templates', () => {
  const rows = [{ name: 'Ann', code: '1' }, { name: '\uD83D', code: '\uDE00' }, { name: '', code: 'a\0b' }];
  const { fields, distribution } = template('{{name}}{{code}}', { rows });
  assert.deepEqual(fields, ['name', 'code']);
  assert.equal(distribution.rows, 3);
  assert.deepEqual(distribution.dearest.map(({ count: { units } }) => units).sort(), [2, 3, 4]);
  assert.equal(template('Hi {{n}}', { fields: { n: { longest: 3, gsm7Only: true } } }).estimate.maximum.units, 9);
  assert.equal(template('no fields', { rows: [{}, {}] }).distribution.totalSegments, 2);
  assert.equal(template('{{a}}', { rows: Array(200_000).fill({ a: 'x' }) }).distribution.totalSegments, 200_000);
  wrong(() => template('{{a}}', { rows: [{ a: 1 }] }), 'option rows[0]["a"] must be a string, not 1');
  wrong(() => template('{{a}}', { fields: { b: {} } }), 'there is no field called b: a');
  wrong(() => template('{{a}}', { fields: { a: { longest: -1 } } }), 'option fields.a.longest must be an integer from 0 to 100000, not -1');
  assert.throws(() => template('é {{a'), (error) => error instanceof SmsError && error.code === 'malformed-template' && error.index === 2);
});

test('user data there and back', () => {
  const text = `${'€'.repeat(100)}ş\uD83D`;
  for (const options of [{}, { referenceBits: 16, reference: 65_535 }, { boundary: 'grapheme' }]) {
    const parts = octets.encodeUserData(text, options);
    const reassembler = new octets.Reassembler();
    const messages = parts.reverse().map((part, now) => reassembler.insert('x', part, now).message);
    assert.equal(messages.at(-1).text, text, 'lone surrogates included');
    assert.deepEqual(parts.map((part) => octets.decodeUserData(part).text), parts.map((part) => part.text));
  }
  assert.equal(octets.encodeUserData('a'.repeat(161), { reference: 256 })[0].concatenation.reference, 0);
  assert.throws(() => octets.encodeUserData('a'.repeat(161), { profile: 'single' }), { code: 'not-concatenable' });
  assert.throws(() => octets.encodeUserData('a'.repeat(153 * 255 + 1)), { code: 'too-many-segments' });
  assert.throws(() => octets.decodeUserData({ dcs: 0, udhi: true, udl: 7, octets: Uint8Array.of(9, 0, 3, 1, 2, 1, 0) }), { code: 'malformed', field: 'UDHL' });
  assert.throws(() => octets.decodeSeptets(Uint8Array.of(65, 27), { strict: true }), { code: 'undefined-septet', index: 1 });
  assert.throws(() => octets.packSeptets(Uint8Array.of(65, 128)), { code: 'malformed', index: 1 });
  wrong(() => octets.packSeptets([65]), 'septets must be a Uint8Array, not an array');
  wrong(() => octets.decodeUserData({ dcs: 0, udl: 0, octets: new Uint8Array(0) }), 'part.udhi must be a boolean, not undefined');
  wrong(() => octets.encodeSeptets('a', { lockingShift: 'english' }), /^option lockingShift must be "turkish", .* or null, not "english"$/);
  wrong(() => new octets.Reassembler().insert('x', octets.encodeUserData('a')[0], 0.5), 'now must be an integer from 0 to 9007199254740991, not 0.5');
});
