/** From the key to the painted count, beside a bare textarea in the same run; printed, for times are never asserted. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, done, figures } from './site.mjs';

const { open } = browser();
const SAMPLE = 'Your order has shipped and arrives on Tuesday [9-11]. Thanks, é! ';
const KEYS = 60;

/** Presses keys at the end of the text; milliseconds from each key's event to the end of the frame that shows it. */
async function press(page) {
  await page.locator('#text').focus();
  await page.keyboard.press('Control+End');
  await page.evaluate(() => {
    globalThis.times = [];
    // Capture on the window comes before every listener of the page.
    window.addEventListener('keydown', () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.times.push(performance.now() - start);
        port2.postMessage(0);
      });
    }, { capture: true });
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('x');
    await page.waitForTimeout(25);
  }
  const times = (await page.evaluate(() => globalThis.times)).toSorted((a, b) => a - b);
  assert.equal(times.length, KEYS);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`;
}

for (const length of [1600, 10_000]) {
  for (const [kind, sample] of [['GSM-7', SAMPLE], ['UCS-2', `${SAMPLE.slice(0, -1)}🎉`]]) {
    test(`keystroke to painted count, ${length} characters of ${kind}`, async (context) => {
      const text = sample.repeat(Math.ceil(length / sample.length)).slice(0, length);
      const page = await open({ text });
      const before = (await figures(page)).units;
      context.diagnostic(`page: ${await press(page)}`);
      assert.equal((await figures(page)).units, before + KEYS);
      await done(page);
      const bare = await open();
      await bare.evaluate((value) => {
        const area = document.createElement('textarea');
        Object.assign(area, { id: 'text', rows: 20, cols: 80, value });
        document.body.replaceChildren(area);
        document.styleSheets[0].disabled = true;
      }, text);
      context.diagnostic(`bare textarea: ${await press(bare)}`);
      await bare.context().close();
    });
  }
}
