/**
 * From the key to the painted count, next to a bare textarea in the same run. `cargo xtask bench page` runs it on the site
 * that it has assembled; `node page.mjs DIRECTORY` runs it alone.
 *
 * All times begin when the browser gets the key and are taken from its own account of the frame that followed, which is
 * checked to have the new count:
 * "painted": the page has painted the count and handed the frame over (to the end of the commit: later than `paintTime`
 * of W3C's Paint Timing, which ends before painting). What follows is the browser's part: "in pixels": every visible tile
 * is drawn; "presented": the tiles are put together on the screen. "Work" is the processor time of the page's thread for
 * that frame, which other programs on the machine do not add to.
 */

import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { launch } from '../../tests/browser.mjs';
import { PAGE_POLICY, serve } from '../../tests/serve.mjs';

const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));
const { address, close } = await serve(process.argv[2] ?? `${target}/site`, { policy: PAGE_POLICY });
// Frames as soon as they are wanted: at 60 a second the wait for the next one would be most of what is measured.
const chromium = await launch(['--disable-frame-rate-limit', '--disable-gpu-vsync']);

const SAMPLE = 'Your order has shipped and arrives on Tuesday [9-11]. Thanks, é! ';
/** Milliseconds from key to key: as at 25 keys a second. */
const PAUSE = 40;

/** Opens the page with a text. @param {string} text */
async function open(text) {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-NZ', serviceWorkers: 'block' });
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor();
  await page.locator('#text').fill(text);
  // The first text loads the whole package; the empty page is for the bare textarea, which needs none.
  if (text !== '') await page.locator('html[data-advice]').waitFor();
  await settled(page);
  return page;
}

/** Waits until what follows a key a frame later is there. */
async function settled(page) {
  await page.evaluate(() => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), 20));
  }));
}

const at = (times, share) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? NaN;
const formatTimes = (times) => `${at(times, 0.5).toFixed(1)} · ${at(times, 0.95).toFixed(1)}`;
const ratio = (ours, theirs) => Number((at(ours, 0.5) / at(theirs, 0.5)).toFixed(1));

/** Keys before those that are measured: code is compiled while it runs for the first times. */
const WARM_UP = 20;

/**
 * Types at the end of the text and in the middle of it.
 * @returns {Promise<{ times: Record<string, number[]>, counts: (string | null)[] }>} milliseconds for each key, and the
 *   count in the frame of each
 */
async function measured(page, keys) {
  await page.locator('#text').focus();
  // The tools that follow the text once typing pauses are drawn before.
  await wait(500);
  await page.evaluate(() => {
    globalThis.counts = [];
    // Capture on the window comes before every listener of the page.
    window.addEventListener('keydown', () => {
      requestAnimationFrame(() => globalThis.counts.push(document.getElementById('figure-units')?.textContent ?? null));
    }, { capture: true });
  });
  const times = {};
  for (const [position, share] of [['at the end', 1], ['in the middle', 0.5]]) {
    await caretAt(page, share);
    await traced(page, 'input.scrolling', WARM_UP);
    for (const [stage, found] of Object.entries(latencies(await traced(page, 'input.scrolling', keys / 2)))) times[`${stage}, typing ${position}`] = found;
  }
  times.work = works(await traced(page, 'devtools.timeline', 20));
  return { times, counts: await page.evaluate(() => globalThis.counts) };
}

async function caretAt(page, share) {
  await page.evaluate((part) => {
    const area = document.getElementById('text');
    const position = Math.floor(area.value.length * part);
    area.setSelectionRange(position, position);
  }, share);
  await settled(page);
  await wait(300);
}

/** The trace of the browser while keys are pressed. */
async function traced(page, categories, keys) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: [categories], excludedCategories: ['*'] } });
  const key = { key: 'x', code: 'KeyX', windowsVirtualKeyCode: 88 };
  for (let pressed = 0; pressed < keys; pressed += 1) {
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: 'x', ...key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    await wait(PAUSE);
  }
  await wait(300);
  const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return events;
}

/** Stages that end when the browser begins the next step of a frame, by its name for that step. */
const STAGES = { painted: 'EndCommitToActivation', 'in pixels': 'Activation' };

/** From each key event to the stages of the frame that came of it, in milliseconds. */
function latencies(events) {
  const begun = new Map();
  const times = { painted: [], 'in pixels': [], presented: [] };
  for (const { name, ph, pid, id2, ts, args } of events.toSorted((a, b) => a.ts - b.ts)) {
    const id = `${pid} ${id2?.local}`;
    if (name === 'EventLatency' && ph === 'b' && args.event_latency.event_type === 'KEY_PRESSED') begun.set(id, ts);
    if (!begun.has(id)) continue;
    const time = (ts - begun.get(id)) / 1000;
    for (const [stage, next] of Object.entries(STAGES)) if (name === next && ph === 'b') times[stage].push(time);
    if (name !== 'EventLatency' || ph !== 'e') continue;
    times.presented.push(time);
    begun.delete(id);
  }
  return times;
}

/** Work of the page's thread from each key to the end of its frame, in milliseconds of processor time. */
function works(events) {
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

const units = (text) => Number(text?.replaceAll(/[^0-9]/g, ''));
const rows = [];
for (const [length, keys] of [[1600, 200], [10_000, 40]]) {
  for (const [kind, sample] of [['GSM-7', SAMPLE], ['UCS-2', `${SAMPLE.slice(0, -1)}🎉`]]) {
    const text = sample.repeat(Math.ceil(length / sample.length)).slice(0, length);
    const page = await open(text);
    const before = units(await page.locator('#figure-units').textContent());
    const ours = await measured(page, keys);
    const typed = ours.counts.length;
    // On a busy machine one frame may show two keys, but none may show less than its own.
    for (const [key, shown] of ours.counts.entries()) assert.ok(units(shown) > before + key, `key ${key + 1} shows ${shown}`);
    assert.equal(units(await page.locator('#figure-units').textContent()), before + typed);
    await page.close();

    const bare = await open('');
    await bare.evaluate((value) => {
      const area = document.createElement('textarea');
      Object.assign(area, { id: 'text', rows: 20, cols: 80, value });
      document.body.replaceChildren(area);
      for (const sheet of document.styleSheets) sheet.disabled = true;
    }, text);
    const theirs = await measured(bare, keys);
    await bare.close();

    for (const [name, own] of Object.entries(ours.times)) {
      const bareOnes = theirs.times[name];
      assert.ok(own.length >= 20 && bareOnes.length >= 20, `${own.length} and ${bareOnes.length} of ${name}`);
      rows.push({ characters: length, encoding: kind, stage: name, 'page, ms': formatTimes(own), 'bare textarea, ms': formatTimes(bareOnes), ratio: ratio(own, bareOnes) });
    }
  }
}
await chromium.close();
await close();
console.log(JSON.stringify({ section: 'page', note: 'From the key to the count, a key every 40 ms, next to a bare textarea in the same run: median and 95th percentile, and the ratio of the medians. '
  + 'The stages are explained in `benches/npm/page.mjs`. The aim is a ratio of 1.5 at 1,600 characters and 2.5 at 10,000; only “work”, processor time, is nearly independent of other programs on the machine.', rows }));
