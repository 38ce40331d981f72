/**
 * The composer page in headless Chromium, watched: an error on the page or a request to elsewhere fails the test. All
 * cases share one browser, each in a context of its own, and several run at a time.
 */

import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { after, before, suite, test as nodeTest } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { launch } from '../browser.mjs';

export { drop } from './drop.mjs';

/** The address of the page. */
export const SITE = process.env.SEPTET_SITE;
assert.ok(SITE, 'run by cargo xtask test, which sets SEPTET_SITE');

/** @type {{ name: string, run: () => Promise<void> | void }[]} */
const cases = [];
/** @type {import('playwright-core').Browser} */
let chromium;

/** Adds a case. @param {string} name @param {() => Promise<void> | void} run */
export function test(name, run) {
  cases.push({ name, run });
}

/** Runs all cases; a browser waits more than it computes, so there may be more at a time than processors. */
export function runCases() {
  const wanted = new RegExp(process.env.SEPTET_CASES ?? '');
  suite('composer page', { concurrency: availableParallelism() + 1 }, () => {
    before(async () => {
      // A browser of its own: its clipboard is not that of other tests.
      chromium = await launch([], { own: true });
    });
    after(() => chromium.close());
    for (const { name, run } of cases) if (wanted.test(name)) nodeTest(name, run);
  });
}

/**
 * @typedef {object} Options
 * @property {number} [width]
 * @property {number} [height]
 * @property {'light' | 'dark'} [colorScheme]
 * @property {string} [locale] without it, one of a country for which the page knows no list price
 * @property {string} [text] typed into the page
 * @property {string} [fragment] of the address, with `#`
 * @property {boolean} [offline] whether the service worker is wanted; without it each test starts afresh
 * @property {(page: import('playwright-core').Page) => Promise<void>} [prepare] before the page is loaded
 * @property {import('playwright-core').BrowserContextOptions} [context]
 */

/** Opens the page. @param {Options} [options] */
export async function open({ width = 1280, height = 900, colorScheme = 'light', locale = 'en-NZ', text, fragment = '', offline = false, prepare, context = {} } = {}) {
  const session = await chromium.newContext({
    viewport: { width, height }, colorScheme, locale, serviceWorkers: offline ? 'allow' : 'block',
    permissions: ['clipboard-read', 'clipboard-write'], ...context,
  });
  const page = await session.newPage();
  // On a machine that compiles at the same time, everything takes longer.
  page.setDefaultTimeout(60_000);
  watch(page);
  await prepare?.(page);
  await page.goto(SITE + fragment);
  await ready(page);
  if (text !== undefined) await write(page, text);
  return page;
}

/** Waits until the tools are loaded, and for a draft the advice too. @param {import('playwright-core').Page} page */
export async function ready(page) {
  await page.locator('html[data-ready]').waitFor();
}

/** @type {WeakMap<import('playwright-core').Page, string[]>} */
const problems = new WeakMap();

/** @param {import('playwright-core').Page} page */
function watch(page) {
  /** @type {string[]} */
  const found = [];
  problems.set(page, found);
  page.on('pageerror', (error) => found.push(String(error.stack)));
  page.on('console', (message) => {
    // The tests block the service worker where it is not what they are about.
    if (message.type() === 'error' && !message.text().includes('Service Worker')) found.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(SITE) && !/^(data|blob):/.test(request.url())) found.push(`request to ${request.url()}`);
  });
}

let lastTurn = Promise.resolve();

/**
 * Gives a case the clipboard, which all pages of the browser share, until it is done.
 * @template T
 * @param {() => Promise<T>} use
 * @returns {Promise<T>}
 */
export function withClipboard(use) {
  const turn = lastTurn.then(use);
  lastTurn = turn.then(() => undefined, () => undefined);
  return turn;
}

/** Copies the link of the page and returns it. @param {import('playwright-core').Page} page */
export function copiedLink(page) {
  return withClipboard(async () => {
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.locator('.toast', { hasText: 'Copied' }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  });
}

/** Closes the page; an error if anything went wrong on it. @param {import('playwright-core').Page} page */
export async function done(page) {
  assert.deepEqual(problems.get(page), []);
  await page.context().close();
}

/** Puts a text there in one go, as pasting does. @param {import('playwright-core').Page} page @param {string} text */
export async function write(page, text) {
  await page.locator('#text').fill(text);
  await settled(page);
}

/**
 * Waits until what follows a key a frame later (marks, meter, warnings) is there. The first text loads what they need.
 * @param {import('playwright-core').Page} page
 */
export async function settled(page) {
  await page.waitForFunction(() => document.getElementById('text').value === '' || document.documentElement.dataset.advice !== undefined);
  await page.evaluate(() => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), 20));
  }));
}

/** Waits until what follows a pause (verdict, actions, preview, tools) is there. @param {import('playwright-core').Page} page */
export async function quiet(page) {
  await page.waitForTimeout(200);
  await settled(page);
}

/** The figures shown. @param {import('playwright-core').Page} page */
export async function figures(page) {
  return page.evaluate(() => {
    const read = (name) => document.getElementById(`figure-${name}`).textContent;
    const whole = (name) => Number(read(name).replaceAll(/[^0-9]/g, ''));
    return { encoding: read('encoding').split(' ')[0], segments: whole('segments') || 1, units: whole('units'), unitsRemaining: whole('remaining') };
  });
}

/** The verdict in one line. @param {import('playwright-core').Page} page */
export async function verdict(page) {
  await quiet(page);
  return (await page.locator('#verdict').innerText()).replace(/\s*\n\s*/g, ' | ').trim();
}

/** The marked stretches of the text. @param {import('playwright-core').Page} page @param {string} mark */
export async function marked(page, mark) {
  await settled(page);
  return page.locator(`#backdrop .is-${mark}`).allTextContents();
}

/** The fragment that restores a state. @param {object} state */
export function fragmentOf(state) {
  return `#m=${deflateRawSync(JSON.stringify(state)).toString('base64url')}`;
}
