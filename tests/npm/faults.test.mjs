/** Surroundings that are not what they might be: a strict policy, a module that comes late, two copies, no Buffer, no page. What callers do is in `tests/faults/`. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { analyze, count, template } from 'septet';
import * as slim from 'septet/slim';
import { launch, serve } from '../browser.mjs';
import '../colourless.mjs';

const octets = readFileSync(new URL(import.meta.resolve('septet/septet.wasm')));
const run = (source, ...flags) => execFileSync('node', [...flags, '--input-type=module', '-e', source], { encoding: 'utf8', cwd: new URL('..', import.meta.url), stdio: 'pipe' }).trim();

test('septet/slim waits for its module, and takes it in any form', async () => {
  assert.equal(slim.count('5 €').units, 4, 'the hot path comes along');
  assert.throws(() => slim.analyze('a'), { name: 'SmsError', code: 'not-initialized', message: /await init/ });
  await assert.rejects(slim.init(160), { name: 'TypeError', message: /^source must be/ });
  await assert.rejects(slim.init(Uint8Array.of(1, 2, 3)), { name: 'SmsError', code: 'wasm-malformed', message: /HTML page/ });
  await slim.init(Promise.resolve(octets));
  await slim.init(await WebAssembly.compile(octets));
  assert.deepEqual(slim.analyze('5 — 6'), analyze('5 — 6'));
  // Neither has what the other was given.
  assert.deepEqual(slim.template('5 — {{n}}'), template('5 — {{n}}'));
  assert.deepEqual(slim.count('5 — 6', { boundary: 'grapheme' }), count('5 — 6', { boundary: 'grapheme' }));
});

test('imported twice, by both ways', () => {
  assert.equal(run(`
    import { createRequire } from 'node:module';
    const [a, b] = [await import('septet'), createRequire(import.meta.url)('septet')];
    console.log(a.count('€').units + b.count('€').units, a.analyze('—').units + b.analyze('—').units);`), '4 2');
});

test('no eval, no prototype setter, no Buffer', () => {
  const load = "const { count, split } = await import('septet'); const { SegmentedMessage } = await import('septet/compat');";
  const print = "console.log(count(']'.repeat(153)).segments, split('中'.repeat(71)).length, new SegmentedMessage('中').encodingName);";
  assert.equal(run(`${load} ${print}`, '--disallow-code-generation-from-strings', '--disable-proto=delete'), '3 2 UCS-2');
  assert.equal(run(`delete globalThis.Buffer; ${load} ${print}`), '3 2 UCS-2');
});

test('the element is nothing where there is no page', () => {
  assert.equal(run("const { SmsMeter } = await import('septet/element'); console.log(typeof SmsMeter, typeof globalThis.customElements);"), 'function undefined');
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
