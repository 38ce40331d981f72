/** `septet/compat` beside the package whose interface it has: every field of both over a large corpus. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import * as ours from 'septet/compat';
import { count } from 'septet';
import { randomTexts } from './random-texts.mjs';
import { mixedTexts } from './mixed-texts.mjs';

const require = createRequire(import.meta.url);
const theirs = require('sms-segments-calculator');
const { SegmentedMessage, RcsSegmentedMessage } = ours;

/** Everything that can be seen of a message, or the error that it is. */
function observed({ SegmentedMessage: Message }, ...args) {
  let message;
  try {
    message = new Message(...args);
  } catch (error) {
    return { name: error.name, message: error.message };
  }
  const character = (item) => (item.isReservedChar === undefined
    ? { ...item, bits: item.sizeInBits(), unitBits: item.codeUnitSizeInBits() }
    : { ...item, bits: item.sizeInBits() });
  return {
    keys: Object.keys(message).sort(),
    ...message,
    encodedChars: message.encodedChars.map(character),
    segments: message.segments.map((segment) => ({
      items: Array.from(segment, character),
      places: Array.from(segment, (item) => message.encodedChars.indexOf(item)),
      keys: Object.keys(segment).filter((key) => !/^\d/.test(key)).sort(),
      hasTwilioReservedBits: segment.hasTwilioReservedBits,
      hasUserDataHeader: segment.hasUserDataHeader,
      bits: [segment.sizeInBits(), segment.messageSizeInBits(), segment.freeSizeInBits()],
      isArray: Array.isArray(segment),
    })),
    called: [message.getEncodingName(), message.totalSize, message.messageSize, message.segmentsCount, message.getNonGsmCharacters()],
  };
}

const same = (...args) => assert.deepEqual(observed(ours, ...args), observed(theirs, ...args), JSON.stringify(args));

/** Texts that the other package cuts differently, as its data is of Unicode 10: characters as ranges, and sequences. */
const changed = JSON.parse(readFileSync(new URL('compat-graphemes.json', import.meta.url), 'utf8'));

function charactersOf(ranges) {
  return ranges.flatMap((range) => {
    const [first, last = first] = range.split('-').map((code) => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
  });
}

const changedCharacters = new Set(Object.entries(changed).flatMap(([kind, ranges]) => (kind === 'sequences' ? [] : charactersOf(ranges))));

const withoutChanged = (text) => Array.from(text, (character) => (changedCharacters.has(character) ? '中' : character)).join('');

const clusters = ({ SegmentedMessage: Message }, text) => new Message(text).graphemes;

test('every character of one unit', () => {
  const wrong = [];
  for (let unit = 0; unit <= 0xFFFF; unit++) {
    const text = String.fromCharCode(unit);
    const [left, right] = [new SegmentedMessage(text), new theirs.SegmentedMessage(text)];
    if (left.encodingName !== right.encodingName || left.totalSize !== right.totalSize || String(left.encodedChars[0].codeUnits) !== String(right.encodedChars[0].codeUnits)) wrong.push(unit.toString(16));
  }
  assert.deepEqual(wrong, []);
});

test('a corpus: every field, every encoding, smart encoding', () => {
  let compared = 0;
  for (const text of corpus()) {
    for (const [encoding, smart] of [[undefined, undefined], ['UCS-2', false], ['GSM-7', true], ['auto', true]]) {
      same(text, encoding, smart);
      compared++;
    }
  }
  assert.ok(compared > 8000, `${compared}`);
});

test('the texts of the vectors, under every combination of options', () => {
  let compared = 0;
  for (const { text } of JSON.parse(readFileSync(new URL('../data/conformance/count.json', import.meta.url), 'utf8')).cases) {
    if (text === undefined || text.length > 2000) continue;
    // Conjuncts are among the sequences that are one character now (`compat-graphemes.json`): without what makes them.
    const known = withoutChanged(text).replace(/[\u094D\u09CD\u0ACD\u0B4D\u0C4D\u0D4D]/g, '');
    for (const encoding of [undefined, 'auto', 'GSM-7', 'UCS-2']) {
      for (const smart of [false, true]) {
        same(known, encoding, smart);
        compared++;
      }
    }
    for (const region of [undefined, 'us', 'international']) assert.deepEqual(...[ours, theirs].map((one) => ({ ...new one.RcsSegmentedMessage(known, region) })));
  }
  assert.ok(compared > 2000, `${compared}`);
});

test('every character of GSM-7, at every place around a cut', () => {
  const characters = [...'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà', ...'\f^{}\\[~]|€'];
  assert.equal(characters.length, 137);
  for (const character of characters) {
    for (const before of [151, 152, 153]) same(`${'a'.repeat(before)}${character.repeat(3)}bbbbbb`);
  }
});

/** The members of an object that are not called internal, and what kind of member each is. */
function members(object) {
  const found = {};
  for (let one = object; one && one !== Object.prototype && one !== Array.prototype; one = Object.getPrototypeOf(one)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(one))) {
      if (/^_|^\d+$/.test(name)) continue;
      // Ours finds out later what theirs has as fields; both read and list alike.
      found[name] ??= typeof value === 'function' ? 'method' : 'value';
    }
  }
  return found;
}

test('nothing that is public there is missing here', () => {
  const objects = ({ SegmentedMessage: Message, RcsSegmentedMessage: Rcs }) => {
    const message = new Message(`a€中${'b'.repeat(100)}`);
    const [first, second] = message.segments;
    return { exports: { SegmentedMessage: Message, RcsSegmentedMessage: Rcs }, message, segment: first, character: message.encodedChars[0], header: second[0], headerClass: second[0].constructor, rcs: new Rcs('a') };
  };
  const [left, right] = [objects(ours), objects(theirs)];
  for (const [name, object] of Object.entries(right)) {
    for (const [member, kind] of Object.entries(members(object))) assert.equal(members(left[name])[member], kind, `${name}.${member}`);
  }
  assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort());
  for (const one of [ours, theirs]) {
    const { segments, encodedChars } = new one.SegmentedMessage('a'.repeat(161));
    assert.deepEqual([...segments[1]].map((item) => [item.isUserDataHeader === true, item.raw]).at(-1), [false, 'a']);
    assert.deepEqual(encodedChars.map((character) => character.codeUnits[0]), Array(161).fill(97));
    assert.deepEqual(JSON.parse(JSON.stringify(new one.SegmentedMessage('5 €'))).encodedChars[2].codeUnits, [27, 101]);
  }
});

function* corpus() {
  yield* ['', 'a', '\n', '\r\n', '\r', 'a\r\nb\nc', '€', '中', '😀', '\uD83D', '\uDE00\uD83D'];
  for (const piece of ['a', ']', 'é', '中', '😀', '👩🏽', '\r\n', 'e\u0301', '👨‍👩‍👧']) {
    for (const units of [66, 67, 68, 69, 70, 71, 133, 134, 135, 152, 153, 154, 159, 160, 161, 305, 306, 307]) {
      const times = Math.ceil(units / piece.length);
      yield piece.repeat(times);
      yield `a${piece.repeat(times)}`;
    }
  }
  for (const text of randomTexts(11, 700)) yield withoutChanged(text);
  yield* mixedTexts(12, 1200);
}

test('cuts differ only where one package keeps a segment within 140 octets', () => {
  const zalgo = (length) => `e${'\u0301'.repeat(length - 1)}`;
  /** Texts that overfill a segment there, and the segments that they take. */
  const overfull = [
    [zalgo(71), 2], [zalgo(150), 3], [`a${zalgo(67)}aaa`, 3], [`aa${zalgo(68)}a`, 2], [zalgo(68).repeat(2), 3],
  ];
  for (const [text, segments] of overfull) {
    const [left, right] = [new SegmentedMessage(text), new theirs.SegmentedMessage(text)];
    assert.ok(right.segments.some((segment) => segment.freeSizeInBits() < 0), 'the exception is one');
    assert.ok(left.segments.every((segment) => segment.freeSizeInBits() >= 0));
    assert.equal(left.segmentsCount, segments);
    assert.equal(left.segmentsCount, count(text, { boundary: 'grapheme' }).segments);
    assert.equal(left.encodedChars.map(({ raw }) => raw).join(''), text);
    assert.deepEqual(left.graphemes, right.graphemes, 'characters stay whole in the list of them');
    assert.equal(left.numberOfCharacters, right.numberOfCharacters);
  }
  same(zalgo(70));
  same(`${zalgo(67)}${zalgo(67)}`);
});

test('characters differ only where Unicode has changed since its version 10', () => {
  const around = { joinTheOneBefore: 'ax|a', joinTheOneAfter: 'a|xa', noLongerJoinTheOneBefore: 'a|x|a', noLongerJoinTheOneAfter: 'a|x|a' };
  for (const [kind, expected] of Object.entries(around)) {
    for (const character of charactersOf(changed[kind])) {
      const text = `a${character}a`;
      const [left, right] = [clusters(ours, text), clusters(theirs, text)].map((list) => list.join('|').replace(character, 'x'));
      assert.equal(left, expected, text);
      assert.notEqual(right, expected, `${text}: the exception is one`);
    }
  }
  for (const { text, why, septet, theirs: old } of changed.sequences) {
    assert.deepEqual([clusters(ours, text), clusters(theirs, text)], [septet, old], why);
  }
});

test('errors are the same', () => {
  same('中', 'GSM-7');
  same('a', 'gsm7');
  same('a', null);
  same('a', 'UCS2', true);
  assert.throws(() => new SegmentedMessage('中', 'GSM-7'), { name: 'Error', message: 'The string provided is incompatible with GSM-7 encoding' });
  assert.throws(() => new SegmentedMessage(160), { name: 'TypeError', message: 'message must be a string, not 160' });
  assert.throws(() => new RcsSegmentedMessage('a', 'eu'), (error) => {
    assert.throws(() => new theirs.RcsSegmentedMessage('a', 'eu'), { name: error.name, message: error.message });
    return true;
  });
});

test('RCS', () => {
  for (const piece of ['', 'a', 'é', '中', '😀', '\uD83D']) {
    for (const times of [0, 1, 39, 40, 41, 53, 54, 79, 80, 81, 159, 160, 161, 320, 321, 1600, 1601]) {
      for (const region of [undefined, 'us', 'international']) {
        const [left, right] = [ours, theirs].map((one) => new one.RcsSegmentedMessage(piece.repeat(times), region));
        assert.deepEqual({ ...left }, { ...right });
      }
    }
  }
});

test('segments are arrays that can be worked with', () => {
  const { segments } = new SegmentedMessage('a'.repeat(161));
  assert.deepEqual(segments.map((segment) => segment.length), [159, 14]);
  assert.deepEqual(segments[1].slice(6).map((item) => item.raw).join(''), 'a'.repeat(8));
  assert.deepEqual(segments[1].filter((item) => item.isUserDataHeader).length, 6);
  // There, `map` puts a new header in front of a short segment.
  assert.equal(new SegmentedMessage('abc').segments[0].map((item) => item.raw).length, 3);
  assert.notEqual(new theirs.SegmentedMessage('abc').segments[0].map((item) => item.raw).length, 3, 'the exception is one');
  for (const one of [ours, theirs]) {
    const [segment] = new one.SegmentedMessage('a'.repeat(160)).segments;
    assert.equal(segment.addHeader().length, 7);
    assert.deepEqual([segment.length, segment.freeSizeInBits(), segment.hasTwilioReservedBits, segment.hasUserDataHeader], [159, 1, true, false]);
  }
});

test('a text of any length', () => {
  const { segments, encodedChars } = new SegmentedMessage('a中'.repeat(200_000));
  assert.deepEqual([segments.length, encodedChars.length], [Math.ceil(400_000 / 67), 400_000]);
});
