/** Runs the npm comparison in a page of headless Chromium. */

import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const tests = new URL('../../../tests/webdriver.json', import.meta.url);

/** @param {object} [choice] as for `compare` */
export async function inChromium(choice = {}) {
  const entry = "import { compare } from './compare.js'; globalThis.compare = compare;";
  const bundle = await build({
    stdin: { contents: entry, resolveDir: new URL('.', import.meta.url).pathname },
    bundle: true, write: false, format: 'iife', platform: 'browser', logLevel: 'error',
  });
  const { binary, args } = JSON.parse(readFileSync(tests, 'utf8'))['goog:chromeOptions'];
  const browser = await chromium.launch({ executablePath: binary, args });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: bundle.outputFiles[0].text });
    return await page.evaluate((chosen) => globalThis.compare(chosen), choice);
  } finally {
    await browser.close();
  }
}
