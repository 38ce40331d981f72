/** Headless Chromium for tests. */

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

export { POLICY, serve } from './serve.mjs';

/** The browser that the wasm tests run in too. */
const { binary, args } = JSON.parse(readFileSync(new URL('webdriver.json', import.meta.url), 'utf8'))['goog:chromeOptions'];

/**
 * Connects to the browser that `run.mjs` started for all test files; starts one if there is none. The caller closes it.
 *
 * A file that needs more arguments, or a clipboard that no other file writes to, has a browser of its own.
 * @param {readonly string[]} [more] more arguments
 * @param {{ own?: boolean }} [options]
 */
export function launch(more = [], { own = false } = {}) {
  const shared = process.env.SEPTET_BROWSER;
  return shared && !own && more.length === 0
    ? chromium.connect(shared)
    : chromium.launch({ executablePath: binary, args: [...args, ...more] });
}

/** Starts a browser that other processes connect to. */
export function launchShared() {
  return chromium.launchServer({ executablePath: binary, args });
}

/**
 * Opens a page and waits until it shows `expected` in its body.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {string} expected
 */
export async function shows(browser, address, expected) {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  try {
    await page.goto(address);
    await page.waitForFunction((text) => document.body.textContent.trim() === text, expected, { timeout: 10_000 });
  } catch (error) {
    const shown = await page.textContent('body');
    throw new Error(`the page shows ${JSON.stringify(shown)}, not ${JSON.stringify(expected)}\n${problems.join('\n')}`, { cause: error });
  } finally {
    await page.close();
  }
}
