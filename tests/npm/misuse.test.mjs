/** What callers do that nobody planned: functions without their object, results changed, a world without the usual things in it. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import * as septet from 'septet';

const { count, split } = septet;
const emoji = '👩‍🚀'.repeat(40);

test('loaded twice', async () => {
  const again = await import(`${import.meta.resolve('septet')}?again`);
  assert.deepEqual(again.count(emoji), count(emoji));
  assert.deepEqual(again.split(emoji), split(emoji));
});

test('methods need no object', () => {
  for (const name of ['count', 'split', 'analyze']) {
    const expected = septet[name]('5 €');
    for (const self of [null, undefined, 1, Object.freeze({})]) assert.deepEqual(septet[name].call(self, '5 €'), expected);
  }
});

test('results belong to the caller', () => {
  const first = count('a');
  first.segments = 99;
  assert.equal(count('a').segments, 1);
  const parts = split('a'.repeat(161));
  parts.length = 0;
  assert.equal(split('a'.repeat(161)).length, 2);
});

test('getters and proxies throw what they throw, and leave nothing behind', () => {
  const thrown = new Error('mine');
  const trap = () => { throw thrown; };
  for (const options of [{ get encoding() { return trap(); } }, new Proxy({}, { get: trap }), new Proxy({}, { ownKeys: trap })]) {
    assert.throws(() => count('a', options), (error) => error === thrown);
  }
  const texts = new Proxy(['a', 'b'], { get: (target, name) => (name === '1' ? trap() : target[name]) });
  assert.throws(() => septet.countMany(texts), (error) => error === thrown);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.throws(() => count('a', proxy), TypeError);
  assert.equal(count('a').units, 1);
});

/** Runs a script in a process of its own, in which the world may be changed. */
const alone = (source, ...flags) => execFileSync('node', [...flags, '--input-type=module', '--eval', source],
  { cwd: new URL('..', import.meta.url).pathname, encoding: 'utf8', stdio: 'pipe' }).trim();
const print = "console.log(septet.count(']'.repeat(153)).segments, septet.split('中'.repeat(71)).length, new compat.SegmentedMessage('中').encodingName);";
const load = "const septet = await import('septet'); const compat = await import('septet/compat');";

test('frozen prototypes', () => {
  const freeze = 'for (const one of [Object, Function, Array, String, Number, Error, Uint8Array, Uint16Array, Uint32Array, Int32Array, Map, Set, Promise]) Object.freeze(one.prototype) && Object.freeze(one);';
  assert.equal(alone(`${freeze} ${load} ${print}`), '3 2 UCS-2');
  assert.equal(alone(`${load} ${freeze} ${print}`), '3 2 UCS-2');
});

test('no eval, no prototype setter, no Buffer', () => {
  assert.equal(alone(`${load} ${print}`, '--disallow-code-generation-from-strings', '--disable-proto=delete'), '3 2 UCS-2');
  assert.equal(alone(`delete globalThis.Buffer; ${load} ${print}`), '3 2 UCS-2');
});

test('the element is nothing where there is no page', () => {
  assert.equal(alone("const { SmsMeter } = await import('septet/element'); console.log(typeof SmsMeter, typeof globalThis.customElements);"), 'function undefined');
});
