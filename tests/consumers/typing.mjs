/** What a composer must do in every framework: see `frameworks/`. */

import assert from 'node:assert/strict';

/** 330 keys: three segments of GSM-7, then UCS-2 with its last but one key. */
const KEYS = `${'The quick brown fox jumps over the lazy dog. '.repeat(8).slice(0, 328)}—!`;
const DRAFT = 'Dear customer';

/**
 * Types as a person does, in an app that shows `encoding, segments, unitsRemaining` of the last `sms-change` in its `<output>`.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{ listensLate?: boolean }} [options] whether the app hears of nothing before the first key
 */
export async function composes(browser, address, { listensLate = false } = {}) {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  // The strict policy of the static server has no images, and the pages no icon.
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !/^Loading the image/.test(message.text()) && problems.push(message.text()));
  const shows = async (expected, why) => {
    await page.waitForFunction((text) => document.querySelector('output').textContent === text, expected, { timeout: 10_000 }).catch(() => {});
    assert.equal(await page.textContent('output'), expected, `${why}\n${problems.join('\n')}`);
  };
  try {
    await page.goto(address);
    if (!listensLate) await shows('GSM-7, 1, 147', 'the first sms-change reaches its handler');
    await page.focus('#message');
    await page.keyboard.press('Control+End');
    assert.equal(KEYS.length, 330);
    await page.keyboard.type(KEYS[0]);
    await shows('GSM-7, 1, 146', 'the first sms-change after a key reaches its handler');
    await page.keyboard.type(KEYS.slice(1));
    assert.equal(await page.inputValue('#message'), DRAFT + KEYS, 'every key arrives');
    await shows('UCS-2, 6, 59', 'the last sms-change reaches its handler');
    await page.click('#fill');
    await shows('UCS-2, 1, 56', 'a value that the framework sets is counted');
    assert.equal(await page.inputValue('#message'), 'Filled later —');
    assert.deepEqual(problems, []);
  } finally {
    await page.close();
  }
}
