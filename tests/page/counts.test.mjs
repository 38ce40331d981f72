/** The page counts as the package does: every case of the shared file, lone surrogates and CR LF included. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { count, split } from 'septet';
import { browser, done, figures } from './site.mjs';

const { open } = browser();
const { cases } = JSON.parse(readFileSync(new URL('../data/cases.json', import.meta.url), 'utf8'));

/** The options that the page has settings for. */
const KNOWN = ['encoding', 'profile', 'boundary', 'referenceBits', 'nationalLanguages'];

test('the figures are those of the package', async () => {
  const page = await open();
  let compared = 0;
  for (const { name, text: written, utf16, options = {} } of cases) {
    if (!Object.keys(options).every((option) => KNOWN.includes(option)) || typeof options.profile === 'object' || Array.isArray(options.nationalLanguages)) continue;
    const text = written ?? String.fromCharCode(...utf16.map((unit) => Number.parseInt(unit, 16)));
    const settings = { ...options, nationalLanguages: options.nationalLanguages ?? 'none' };
    await page.evaluate(async ([text, settings]) => {
      const { toFragment } = await import('./app/link.js');
      location.hash = await toFragment({ text, settings });
    }, [text, settings]);
    await page.waitForFunction(() => location.hash === '');
    const expected = await attempt(() => count(text, options)) ?? count(text, { ...options, encoding: 'auto' });
    const { encoding, segments, units, unitsRemaining } = expected;
    assert.deepEqual(await figures(page), { encoding, segments, units, unitsRemaining }, name);
    if (text.length < 20_000) {
      const parts = (await attempt(() => split(text, options))) ?? split(text, { ...options, encoding: 'auto' });
      assert.equal(await page.locator('#backdrop .segment').count(), parts.length, name);
    }
    compared += 1;
  }
  assert.ok(compared > 0.5 * cases.length, `only ${compared} of ${cases.length} cases`);
  await done(page);
});

async function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

test('CR LF is kept while what is shown is edited', async () => {
  const page = await open();
  const edited = await page.evaluate(async () => {
    const { afterEdit, shown, toShown, toText } = await import('./app/editor/line-breaks.js');
    const text = 'a\r\nb\rc\r\nd';
    return {
      shown: shown(text),
      same: afterEdit(text, 'a\nb\nc\nd') === text,
      inserted: afterEdit(text, 'a\nb!\nc\nd'),
      removed: afterEdit(text, 'ab\nc\nd'),
      ends: [toText(text, 1), toText(text, 2), toText(text, 7), toShown(text, 3), toShown(text, 9)],
    };
  });
  assert.deepEqual(edited, { shown: 'a\nb\nc\nd', same: true, inserted: 'a\r\nb!\rc\r\nd', removed: 'ab\rc\r\nd', ends: [1, 3, 9, 2, 7] });
  await done(page);
});
