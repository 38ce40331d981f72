/** Surroundings that are not what they might be: frozen prototypes, no room, a strict policy, modules that come late. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { analyze, count, split } from 'septet';
import * as slim from 'septet/slim';
import { launch, serve } from '../browser.mjs';

const octets = readFileSync(new URL(import.meta.resolve('septet/septet.wasm')));
const run = (source) => execFileSync('node', ['--input-type=module', '-e', source], { encoding: 'utf8', cwd: new URL('..', import.meta.url) }).trim();

test('septet/slim waits for its module, and takes it in any form', async () => {
  assert.equal(slim.count('5 €').units, 4, 'the hot path comes along');
  assert.throws(() => slim.analyze('a'), { name: 'SmsError', code: 'not-initialized', message: /await init/ });
  await assert.rejects(slim.init(160), { name: 'TypeError', message: /^source must be/ });
  await assert.rejects(slim.init(Uint8Array.of(1, 2, 3)), { name: 'SmsError', code: 'wasm-blocked' });
  await slim.init(Promise.resolve(octets));
  await slim.init(await WebAssembly.compile(octets));
  assert.deepEqual(slim.analyze('5 — 6'), analyze('5 — 6'));
});

test('frozen prototypes', () => {
  const printed = run(`
    for (const type of [Object, Array, Function, String, Error, Uint8Array, Promise, Map]) Object.freeze(type.prototype);
    const { SmsError, analyze, count, split } = await import('septet');
    const { encodeUserData } = await import('septet/octets');
    try { count('—', { encoding: 'GSM-7' }); } catch (error) { console.log(error instanceof SmsError, error.index); }
    console.log(count('a').units, split('a').length, analyze('—').offenders.length, encodeUserData('a').length);`);
  assert.equal(printed, 'true 0\n1 1 1 1');
});

test('properties on Object.prototype', () => {
  assert.equal(run(`
    const { count } = await import('septet');
    Object.prototype.encoding = 'UCS-2';
    const results = [count('a'), count('a', Object.create(null))];
    delete Object.prototype.encoding;
    console.log(...results.map((result) => result.encoding));`), 'GSM-7 GSM-7');
});

test('memory that grows between and within calls', () => {
  const text = `${'5 — '.repeat(50_000)}\uD83D`;
  const before = count(text);
  const analysis = analyze(text);
  assert.deepEqual([analysis.units, analysis.characters.length], [before.units, text.length]);
  assert.equal(analysis.characters.at(-1).codePoint, 0xD83D);
  assert.deepEqual(count(text), before);
  assert.equal(split(text, { boundary: 'grapheme' }).map((part) => part.text).join(''), text);
});

test('imported twice, by both ways', () => {
  assert.equal(run(`
    import { createRequire } from 'node:module';
    const [a, b] = [await import('septet'), createRequire(import.meta.url)('septet')];
    console.log(a.count('€').units + b.count('€').units, a.analyze('—').units + b.analyze('—').units);`), '4 2');
});

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const [policy, expected] of [
  ["script-src 'self'", "wasm-blocked: WebAssembly cannot be compiled here; a Content-Security-Policy has to allow it: script-src 'wasm-unsafe-eval'"],
  ["script-src 'self' 'wasm-unsafe-eval'", 'GSM-7 4 UCS-2'],
]) {
  test(`a page under ${policy}`, async () => {
    const site = await serve(new URL('../../pkg', import.meta.url).pathname, { policy });
    const page = await browser.newPage();
    await page.goto(`${site.address}package.json`);
    const shown = await page.evaluate(async (address) => {
      const { analyze, count } = await import(`${address}index.js`);
      try {
        return `${count('5 €').encoding} ${count('5 €').units} ${analyze('—').encoding}`;
      } catch (error) {
        return `${error.code}: ${error.message}`;
      }
    }, site.address);
    assert.equal(shown, expected);
    await site.close();
  });
}
