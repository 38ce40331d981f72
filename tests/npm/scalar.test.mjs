/** Counting by a script, for WebAssembly without SIMD: the same answers as the module, to the last part. */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import * as real from 'septet';
import { mixedTexts } from './mixed-texts.mjs';
import { randomTexts } from './random-texts.mjs';

// Started before SIMD goes.
real.count('a');
real.analyze('a');

const { Module, CompileError } = WebAssembly;
WebAssembly.Module = class {
  constructor() {
    throw new CompileError('invalid numeric opcode 0xfd0c, enable with --experimental-wasm-simd');
  }
};
WebAssembly.validate = () => false;

/** Another copy of the package, which starts without SIMD. */
const require = createRequire(import.meta.url);
const [small, whole] = [require('septet/count'), require('septet')];

const OPTIONS = [
  undefined, {}, { encoding: 'UCS-2' }, { encoding: 'GSM-7' }, { profile: 'toll-free' }, { profile: 'single' }, { referenceBits: 16 },
  { profile: 'single', referenceBits: 16 }, { profile: 'toll-free', encoding: 'UCS-2' },
];
const texts = [...randomTexts(7, 1500), ...mixedTexts(8, 1500)];

/** The result of a call, or the error that it throws. */
function outcome(call) {
  try {
    return call();
  } catch ({ name, code, message, index, item }) {
    return { name, code, message, index, item };
  }
}

test('no module was compiled', () => {
  assert.notEqual(WebAssembly.Module, Module);
  assert.throws(() => new WebAssembly.Module(new Uint8Array(8)), CompileError);
});

test('every character', () => {
  for (let code = 0; code < 0x1_0000; code++) {
    const text = String.fromCharCode(code);
    assert.deepEqual(small.count(text), real.count(text), code.toString(16));
  }
});

for (const options of OPTIONS) {
  test(`count and split with ${JSON.stringify(options)}`, () => {
    for (const text of texts) {
      assert.deepEqual(outcome(() => small.count(text, options)), outcome(() => real.count(text, options)), JSON.stringify(text));
      assert.deepEqual(outcome(() => small.split(text, options)), outcome(() => real.split(text, options)), JSON.stringify(text));
    }
  });
}

test('texts longer than the memory', () => {
  for (const text of ['a'.repeat(100_000), `${'😀'.repeat(50_001)}a`, `${']'.repeat(32_767)}${'€'.repeat(80_000)}`, `a${'a\uD83D'.repeat(40_000)}`]) {
    assert.deepEqual(small.count(text), real.count(text));
    assert.deepEqual(small.split(text), real.split(text));
  }
});

test('many texts, as strings and as octets', () => {
  assert.deepEqual(small.countMany(texts), real.countMany(texts));
  assert.deepEqual(whole.countMany(texts), real.countMany(texts));
  const gsm7 = ['a', 'b', '—', 'c'];
  assert.deepEqual(outcome(() => small.countMany(gsm7, { encoding: 'GSM-7' })), outcome(() => real.countMany(gsm7, { encoding: 'GSM-7' })));
  const lines = new TextEncoder().encode('one\ntwo €\r\n—\n\n');
  assert.deepEqual(whole.countMany(lines), real.countMany(lines));
});

test('what the script does not know is an error that says why', () => {
  const error = { name: 'SmsError', code: 'wasm-no-simd', message: /SIMD.*only count.*Safari 16\.4/ };
  assert.throws(() => small.count('a', { profile: { single: 136, concatenated: 130 } }), error);
  assert.throws(() => small.split('a', { profile: { single: 136, concatenated: 130 } }), error);
  assert.throws(() => whole.analyze('a'), error);
  assert.throws(() => whole.count('a', { boundary: 'grapheme' }), error);
  assert.equal(small.count('a').units, 1, 'and the next call works');
});
