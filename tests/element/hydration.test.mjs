/** `<sms-meter>` in a page that was rendered on a server: it counts before the framework has added its listeners. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, serve } from '../browser.mjs';

const PAGE = `<!doctype html><html lang="en"><title>meter</title><link rel="icon" href="data:,">
<body><textarea id="field">Dear customer</textarea><sms-meter for="field"></sms-meter><script type="module" src="/element.js"></script></body></html>`;

let browser;
let server;
let page;
before(async () => {
  browser = await launch();
  server = await serve(fileURLToPath(new URL('../node_modules/septet', import.meta.url)), { page: PAGE });
});
after(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  await page.goto(server.address);
  await page.waitForFunction(() => document.querySelector('sms-meter').detail?.text === 'Dear customer');
});

test('the first listener gets the count that was made before it, once', async () => {
  const heard = await page.evaluate(async () => {
    const [meter, heard] = [document.querySelector('sms-meter'), []];
    document.addEventListener('sms-change', () => heard.push('outside'));
    meter.addEventListener('sms-change', ({ detail }) => heard.push(detail.text));
    await undefined;
    meter.addEventListener('sms-change', () => heard.push('another'));
    await undefined;
    return heard;
  });
  assert.deepEqual(heard, ['Dear customer']);
});

test('a field that is emptied and filled again around a change of attributes is counted as it is', async () => {
  await page.evaluate(() => {
    const [field, meter] = [document.querySelector('#field'), document.querySelector('sms-meter')];
    field.value = '';
    meter.setAttribute('max-segments', '3');
    field.value = 'Dear customer';
  });
  await page.waitForFunction(() => document.querySelector('sms-meter').detail.text === 'Dear customer');
});
