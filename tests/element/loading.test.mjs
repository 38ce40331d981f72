/** Modules that `<sms-meter>` loads, and its display where WebAssembly or `septet` cannot be had. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete, meter, open, page, part, partNow, problems, serveMeter, shown, write } from './harness.mjs';

/** The scripts that the page asks for from here on. */
function scripts() {
  const requested = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  return requested;
}

test('all of septet is loaded when there is something to name or to offer, and the count does not wait for it', async () => {
  const requested = scripts();
  await write('<textarea id="field"></textarea><sms-meter for="field"></sms-meter>');
  await page.fill('#field', 'a'.repeat(161));
  assert.equal(await shown(), 'GSM-7, 2 segments, 145 left');
  assert.deepEqual(requested, []);
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route('**/index.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.evaluate(() => {
    window.events = [];
    document.addEventListener('sms-change', ({ detail }) => window.events.push([detail.count.encoding, detail.offenders.length, detail.offer?.saved ?? null]));
  });
  await page.fill('#field', `${'a'.repeat(80)}—`);
  assert.equal(await shown(), 'UCS-2, 2 segments, 53 left');
  assert.equal(await partNow('offender'), null);
  release();
  assert.equal(await part('offender'), '—');
  assert.equal(await part('offer-text'), '1 replacement saves 1 segment');
  assert.ok(requested.includes('/index.js'));
  assert.deepEqual(await page.evaluate(() => window.events), [['UCS-2', 0, null], ['UCS-2', 1, 1]]);
  assert.deepEqual(problems, []);
});

test('an option of septet alone loads it; until then the count is that of the default alphabet', async () => {
  const requested = scripts();
  await write('<sms-meter national-languages="turkish"></sms-meter>');
  await page.evaluate(() => customElements.whenDefined('sms-meter'));
  await complete();
  assert.ok(requested.includes('/index.js'));
  await meter((meter) => { meter.text = 'ş'.repeat(100); });
  assert.equal(await shown(), 'GSM-7, 1 segment, 55 left');
  assert.deepEqual(problems, []);
});

test('where septet cannot be loaded the count is shown all the same, but not one that takes it', async () => {
  await page.route('**/index.js', (route) => route.abort());
  await write('<sms-meter></sms-meter>');
  await meter((meter) => { meter.text = '—'; });
  await assert.rejects(complete());
  assert.equal(await shown(), 'UCS-2, 1 segment, 69 left');
  assert.equal(await meter((meter) => meter.checkValidity()), true);
  await meter((meter) => meter.setAttribute('boundary', 'grapheme'));
  await page.waitForFunction(() => !document.querySelector('sms-meter').checkValidity());
  assert.equal(await partNow('error'), 'The length of this text cannot be counted here');
  assert.deepEqual(problems, []);
});

test('under a policy that forbids WebAssembly the meter says so, and its form is invalid', async () => {
  const strict = await serveMeter({ isWasmAllowed: false });
  try {
    await open(strict.address);
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    await write('<form id="form"><textarea id="field">abc</textarea><sms-meter for="field" max-segments="2"></sms-meter><button></button></form>');
    await page.fill('#field', 'abcd');
    assert.deepEqual([await partNow('encoding'), await partNow('segments'), await partNow('bar')], [null, null, null]);
    assert.equal(await partNow('error'), 'The length of this text cannot be counted here');
    assert.deepEqual(await page.$eval('#form', (form) => [form.checkValidity(), form.querySelector('sms-meter').validationMessage]),
      [false, 'The length of this text cannot be counted here']);
    assert.equal(await meter((meter) => { try { return meter.detail; } catch (error) { return error.code; } }), 'wasm-blocked');
    await meter((meter) => { meter.strings = { unavailable: 'Nicht zählbar' }; });
    assert.equal(await partNow('error'), 'Nicht zählbar');
    assert.equal(said.filter((text) => text.includes('wasm-unsafe-eval') && text.includes('SmsError')).length, 1, 'developers are told the reason, once');
    assert.deepEqual(problems, []);
  } finally {
    await strict.close();
  }
});

test('without SIMD the meter counts, and names and offers nothing', async () => {
  await page.addInitScript(() => {
    const { CompileError } = WebAssembly;
    WebAssembly.validate = () => false;
    WebAssembly.Module = class {
      constructor() {
        throw new CompileError('no SIMD');
      }
    };
  });
  await open(page.url());
  await write('<sms-meter max-segments="2"></sms-meter>');
  await meter((meter) => { meter.text = `${'a'.repeat(80)}—`; });
  await complete();
  assert.equal(await shown(), 'UCS-2, 2 segments, 53 left');
  assert.deepEqual([await partNow('offender'), await partNow('offer-text'), await partNow('error')], [null, null, null]);
  assert.equal(await meter((meter) => meter.checkValidity()), true);
  await meter((meter) => meter.setAttribute('national-languages', 'auto'));
  assert.equal(await partNow('error'), 'The length of this text cannot be counted here', 'what only septet counts');
  assert.deepEqual(problems, []);
});
