/** The composer page in headless Chromium, watched: an error on the page or a request to elsewhere fails the test. */

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { launch } from '../browser.mjs';

/** Where `cargo xtask test` serves the page. */
export const SITE = process.env.SEPTET_SITE;
assert.ok(SITE, 'run by cargo xtask test, which sets SEPTET_SITE');

/**
 * A browser for the tests of one file.
 * @param {{ args?: readonly string[], own?: boolean }} [options] more arguments for Chromium; whether no other file may share it, as tests of the clipboard need
 * @returns {{ open: (options?: Options) => Promise<import('playwright-core').Page> }}
 *
 * @typedef {object} Options
 * @property {number} [width]
 * @property {number} [height]
 * @property {'light' | 'dark'} [colorScheme]
 * @property {string} [locale]
 * @property {string} [text] typed into the page
 * @property {string} [fragment] of the address, with `#`
 * @property {boolean} [offline] whether the service worker is wanted; without it each test starts afresh
 * @property {import('playwright-core').BrowserContextOptions} [context]
 */
export function browser({ args = [], own } = {}) {
  /** @type {import('playwright-core').Browser} */
  let chromium;
  before(async () => {
    chromium = await launch(args, { own });
  });
  after(() => chromium.close());

  return {
    async open({ width = 1280, height = 900, colorScheme = 'light', locale = 'en-GB', text, fragment = '', offline = false, context = {} } = {}) {
      const session = await chromium.newContext({
        viewport: { width, height }, colorScheme, locale, serviceWorkers: offline ? 'allow' : 'block',
        permissions: ['clipboard-read', 'clipboard-write'], ...context,
      });
      const page = await session.newPage();
      watch(page);
      await page.goto(SITE + fragment);
      await page.locator('html[data-ready]').waitFor();
      if (text !== undefined) await write(page, text);
      return page;
    },
  };
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

/** Waits until what follows a key a frame later (marks, meter, warnings) is there. @param {import('playwright-core').Page} page */
export async function settled(page) {
  await page.evaluate(() => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), 20));
  }));
}

/** What the figures say. @param {import('playwright-core').Page} page */
export async function figures(page) {
  return page.evaluate(() => {
    const read = (name) => document.getElementById(`figure-${name}`).textContent;
    const whole = (name) => Number(read(name).replaceAll(/[^0-9]/g, ''));
    return { encoding: read('encoding').split(' ')[0], segments: whole('segments'), units: whole('units'), unitsRemaining: whole('remaining') };
  });
}

/** The marked stretches of the text. @param {import('playwright-core').Page} page @param {string} mark */
export async function marked(page, mark) {
  await settled(page);
  return page.locator(`#backdrop .is-${mark}`).allTextContents();
}
