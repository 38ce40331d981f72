/** Whatever comes in: an answer or a typed error, never a trap, never another error. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as messages from 'septet/messages';

/** A small generator of numbers with a seed, so that a failure can be had again. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const names = [
  'to', 'from', 'body', 'mediaUrl', 'url', 'contentType', 'bytes', 'firstBytes', 'contentVariables', 'sendAt', 'now', 'channel', 'start', 'tier', 'rate',
  'units', 'seconds', 'status', 'errorCode', 'seen', 'own', 'opt-out', 'redirect', 'state', 'country', 'address', 'previous', 'service', 'senders',
  'constructor', '__proto__', 'toString', 'Body', 'From', 'NumMedia', 'MessageSid', 'signature',
];
const texts = [
  '', 'STOP', '+14155552671', 'whatsapp:+1', 'image/jpeg; q=1', '2026-05-15T12:00:00Z', 'https://example.com/a?b=c&state=x%3D%ff', '{"1":"a"}', 'twilio-toll-free',
  '\uD800', '\0', 'é'.repeat(70), '<a>&"', '%', '%C3%28', 'a=b&a=c', 'constructor', '__proto__', 'US', 'mms', 'HX0123456789abcdef0123456789abcdef',
];
const numbers = [0, -0, 1, -1, 160, 1.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 32, 2 ** 53, 1e300, 21610];

function value(next, depth = 0) {
  switch (next(depth > 3 ? 7 : 12)) {
    case 0: return undefined;
    case 1: return null;
    case 2: return next(2) === 0;
    case 3: return numbers[next(numbers.length)];
    case 4: return texts[next(texts.length)];
    case 5: return Uint8Array.from({ length: next(40) }, () => next(256));
    case 6: return [Symbol('s'), 1n, () => 1, new Date(NaN), new Date(0), /x/][next(6)];
    case 7: case 8: return Array.from({ length: next(4) }, () => value(next, depth + 1));
    case 9: return new Map([[texts[next(texts.length)], value(next, depth + 1)]]);
    default: return Object.fromEntries(Array.from({ length: next(5) }, () => [names[next(names.length)], value(next, depth + 1)]));
  }
}

const isTyped = (error) => error instanceof messages.SmsError || error instanceof TypeError;
const functions = Object.entries(messages).filter(([name, one]) => typeof one === 'function' && !/^[A-Z]/.test(name));

for (const [name, work] of functions) {
  test(`${name}: any arguments`, () => {
    const next = random(name.length * 7919);
    for (let round = 0; round < 400; round++) {
      const given = Array.from({ length: 3 }, () => value(next));
      try {
        work(...given);
      } catch (error) {
        assert.ok(isTyped(error), `${error?.stack}`);
        assert.ok(error.code !== 'out-of-memory', `${error.message}: ${error.cause}`);
      }
    }
  });
}

test('any form body is a message or names a parameter', () => {
  const next = random(1);
  const alphabet = ['Body', '=', '&', '%', '+', '41', 'ff', 'NumMedia', '1', 'é', '\uD83D', 'MediaUrl0', 'From', ' '];
  for (let round = 0; round < 2000; round++) {
    const body = Array.from({ length: next(30) }, () => alphabet[next(alphabet.length)]).join('');
    for (const read of [messages.parseInbound, messages.parseStatusCallback]) {
      assert.throws(() => read(body), (error) => error.code === 'malformed-parameter' && typeof error.field === 'string', body);
    }
  }
});

test('any text in a reply comes back as it was', () => {
  const next = random(2);
  const alphabet = ['<', '>', '&', '"', "'", ']]>', '<!--', '\r', '\n', '\t', 'a', 'é', '😀', '&amp;', '</Body>'];
  const entity = { lt: '<', gt: '>', amp: '&', quot: '"', '#13': '\r', '#9': '\t', '#10': '\n' };
  for (let round = 0; round < 2000; round++) {
    const text = `x${Array.from({ length: next(40) }, () => alphabet[next(alphabet.length)]).join('')}`;
    const xml = messages.twiml(text);
    const [, body] = /^<\?xml version="1\.0" encoding="UTF-8"\?><Response><Message><Body>([^<]*)<\/Body><\/Message><\/Response>$/.exec(xml);
    assert.equal(body.replace(/&(#?\w+);/g, (_, name) => entity[name]), text);
  }
});

test('any state comes back as it was', () => {
  const next = random(3);
  for (let round = 0; round < 1000; round++) {
    const pairs = Array.from({ length: next(4) }, (_, index) => [`${index}${texts[next(texts.length)]}`, texts[next(texts.length)]].map((text) => text.toWellFormed?.() ?? text.replace(/[\uD800-\uDFFF]/g, '\uFFFD')));
    assert.deepEqual([...messages.stateOf(messages.withState('/a?b=c#d', pairs))], pairs);
  }
});

test('words that objects have are words', () => {
  const router = new messages.Router();
  for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    assert.deepEqual(router.route(word), { type: 'other' });
    assert.equal(messages.recognizeKeyword(word), null);
    assert.equal(messages.statusDetails(word).known, false);
  }
  router.command('__proto__', 'mine');
  assert.deepEqual(router.route('__proto__'), { type: 'command', command: 'mine', argument: '' });
  const callback = JSON.parse(`{"MessageSid":"SM0123456789abcdef0123456789abcdef","AccountSid":"AC0123456789abcdef0123456789abcdef","From":"a","To":"b","MessageStatus":"sent","__proto__":"x","constructor":"y"}`);
  assert.deepEqual(messages.parseStatusCallback(callback).other, [['__proto__', 'x'], ['constructor', 'y']]);
});
