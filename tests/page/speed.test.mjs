/**
 * From the key to the painted count, beside a bare textarea in the same run: printed, for times are never asserted.
 * "Shown" is the time until the frame is made that shows the count; "work" is what the page's thread does for it, in
 * time of the processor, which other programs on the machine do not add to.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, done, figures, settled } from './site.mjs';

// Frames as soon as they are wanted: at 60 a second the wait for the next one would be most of what is measured.
const { open } = browser({ args: ['--disable-frame-rate-limit', '--disable-gpu-vsync'] });
const SAMPLE = 'Your order has shipped and arrives on Tuesday [9-11]. Thanks, é! ';
const KEYS = 60;

/**
 * Presses keys at the end of the text.
 * @returns {Promise<{ shown: number[], work: number[], counts: (string | null)[] }>} milliseconds for each key, and the count in its frame
 */
async function press(page) {
  await page.locator('#text').focus();
  await page.keyboard.press('Control+End');
  await settled(page);
  await page.evaluate(() => {
    globalThis.times = [];
    globalThis.counts = [];
    // Capture on the window comes before every listener of the page.
    window.addEventListener('keydown', () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        globalThis.counts.push(document.getElementById('figure-units')?.textContent ?? null);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.times.push(performance.now() - start);
        port2.postMessage(0);
      });
    }, { capture: true });
  });
  const work = await traced(page, async () => {
    for (let key = 0; key < KEYS; key += 1) {
      await page.keyboard.press('x');
      await page.waitForTimeout(25);
    }
  });
  const [shown, counts] = await page.evaluate(() => [globalThis.times, globalThis.counts]);
  return { shown, work, counts };
}

/** What the page's thread does from each key to the end of its frame, in milliseconds of the processor. */
async function traced(page, action) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'devtools.timeline' });
  await action();
  const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
  await session.send('Tracing.end');
  await complete;
  const isKey = ({ name, args }) => name === 'EventDispatch' && args.data.type === 'keydown';
  const thread = events.find(isKey)?.tid;
  const tasks = events.filter(({ ph, tid }) => ph === 'X' && tid === thread).toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  return tasks.filter(isKey).map((key) => {
    const layers = tasks.find(({ name, ts }) => name === 'Layerize' && ts > key.ts) ?? key;
    let [work, end] = [0, 0];
    for (const { ts, dur, tdur = 0 } of tasks) {
      // What happens inside of another event is counted with that.
      if (ts < key.ts || ts > layers.ts || ts < end) continue;
      work += tdur;
      end = ts + dur;
    }
    return work / 1000;
  });
}

const at = (times, share) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? NaN;
const told = (times) => `median ${at(times, 0.5).toFixed(1)}, 95th percentile ${at(times, 0.95).toFixed(1)} ms`;
const ratio = (ours, theirs) => `${(at(ours, 0.5) / at(theirs, 0.5)).toFixed(1)} ×`;

for (const length of [1600, 10_000]) {
  for (const [kind, sample] of [['GSM-7', SAMPLE], ['UCS-2', `${SAMPLE.slice(0, -1)}🎉`]]) {
    test(`keystroke to painted count, ${length} characters of ${kind}`, async (context) => {
      const text = sample.repeat(Math.ceil(length / sample.length)).slice(0, length);
      const page = await open({ text });
      const before = (await figures(page)).units;
      const ours = await press(page);
      // On a busy machine one frame may show two keys, but none may show less than its own.
      for (const [key, shown] of ours.counts.entries()) assert.ok(Number(shown?.replaceAll(',', '')) > before + key, `key ${key + 1} shows ${shown}`);
      assert.equal(ours.counts.length, KEYS);
      assert.equal((await figures(page)).units, before + KEYS);
      await done(page);

      const bare = await open();
      await bare.evaluate((value) => {
        const area = document.createElement('textarea');
        Object.assign(area, { id: 'text', rows: 20, cols: 80, value });
        document.body.replaceChildren(area);
        for (const sheet of document.styleSheets) sheet.disabled = true;
      }, text);
      const theirs = await press(bare);
      assert.equal(theirs.shown.length, KEYS);
      context.diagnostic(`shown: ${told(ours.shown)}; a bare textarea ${told(theirs.shown)}; ${ratio(ours.shown, theirs.shown)}`);
      context.diagnostic(`work: ${told(ours.work)}; a bare textarea ${told(theirs.work)}; ${ratio(ours.work, theirs.work)}`);
      await bare.context().close();
    });
  }
}
