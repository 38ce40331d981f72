/** Values of another realm, as test suites with a DOM of their own have them, and a realm without encoders. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { countMany } from 'septet';

import * as messages from 'septet/messages';

const other = createContext({});
const make = (source) => runInContext(source, other);
const url = 'https://example.com/sms';

test('octets of another realm', () => {
  const octets = make("Uint8Array.of(72, 105, 10, 72, 111)");
  assert.ok(!(octets instanceof Uint8Array));
  assert.deepEqual([...countMany(octets).units], [2, 2]);
  const problem = messages.signatureProblem({ url, body: make('new Uint8Array(4)'), signature: '' }, '12345678901234567890123456789012');
  assert.notEqual(problem, null);
  assert.equal(typeof messages.verifySignature({ url, body: Buffer.from('a=b'), signature: 'x' }, '12345678901234567890123456789012'), 'boolean');
  for (const value of [make('new Uint16Array(4)'), make('({ [Symbol.toStringTag]: "Uint8Array" })')]) {
    assert.throws(() => countMany(value), TypeError);
  }
});

test('a module of another realm, as the sandbox of an edge runtime has it', async () => {
  const path = fileURLToPath(new URL('../node_modules/septet/septet.wasm', import.meta.url));
  const module = make('(octets) => new WebAssembly.Module(octets)')(readFileSync(path));
  assert.ok(!(module instanceof WebAssembly.Module));
  const slim = await import('septet/slim');
  await slim.init(module);
  assert.equal(slim.analyze('5 — 6').encoding, 'UCS-2');
});

test('dates of another realm', () => {
  const date = make('new Date(1800000000000)');
  assert.ok(!(date instanceof Date));
  const report = (now) => messages.check({ to: '+14155552671', from: '+14155550199', body: 'Hi' }, { now });
  assert.deepEqual(report(date), report(new Date(1800000000000)));
  for (const value of [make('new Date(NaN)'), make('Object.create(Date.prototype)'), {}]) assert.throws(() => report(value), TypeError);
});

test('every entry point loads in a realm without encoders, as Jest with jsdom is one', () => {
  const manifest = fileURLToPath(new URL('../node_modules/septet/package.json', import.meta.url));
  const entries = Object.values(JSON.parse(readFileSync(manifest, 'utf8')).exports).flatMap((entry) => entry.require?.default ?? []);
  assert.ok(entries.length >= 7);
  const context = createContext({ process, WebAssembly, console });
  const loaded = new Map();
  const load = (path) => {
    if (loaded.has(path)) return loaded.get(path).exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const wrapper = runInContext(`(function (exports, require, module) {${readFileSync(path, 'utf8')}\n})`, context, { filename: path });
    wrapper(module.exports, (name) => (name.startsWith('.') ? load(join(dirname(path), name)) : createRequire(path)(name)), module);
    return module.exports;
  };
  const all = entries.map((entry) => load(join(dirname(manifest), entry)));
  const [septet] = all.filter((entry) => 'analyze' in entry && 'count' in entry && !('init' in entry));
  assert.equal(septet.analyze('5 — 6').encoding, 'UCS-2');
  assert.equal(septet.count('€').units, 2);
});
