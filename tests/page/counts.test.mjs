/** The page counts as the package does: every case of the shared file, lone surrogates and CR LF included. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { count, split } from 'septet';
import { browser, done, figures, settled } from './site.mjs';

const { open } = browser();
const { cases } = JSON.parse(readFileSync(new URL('../data/cases.json', import.meta.url), 'utf8'));

/** The page's settings for the options of a case; an option unknown here fails. */
function settingsOf({ profile = 'standard', nationalLanguages = 'none', ...rest }) {
  const known = ['encoding', 'boundary', 'referenceBits'];
  for (const name of Object.keys(rest)) assert.ok(known.includes(name), `the page has no setting for ${name}`);
  const [language = 'none'] = [nationalLanguages].flat();
  return typeof profile === 'object'
    ? { ...rest, nationalLanguages: language, profile: 'custom', limits: profile }
    : { ...rest, nationalLanguages: language, profile };
}

test('the figures are those of the package, for every case', async () => {
  const page = await open();
  for (const { name, text: written, utf16, options = {} } of cases) {
    const text = written ?? String.fromCharCode(...utf16.map((unit) => Number.parseInt(unit, 16)));
    await page.evaluate(async ([text, settings]) => {
      const { toFragment } = await import('./app/link.js');
      location.hash = await toFragment({ text, settings });
    }, [text, settingsOf(options)]);
    await page.waitForFunction(() => location.hash === '' || document.getElementById('announcer').textContent !== '', null, { polling: 20 });
    assert.equal(await page.evaluate(() => location.hash), '', `${name}: ${await page.locator('#announcer').textContent()}`);
    await settled(page);
    const { encoding, segments, units, unitsRemaining } = count(text, options);
    assert.deepEqual(await figures(page), { encoding, segments, units, unitsRemaining }, name);
    assert.equal(await page.locator('#backdrop .segment').count(), split(text, options).length, name);
  }
  assert.ok(cases.length > 50);
  await done(page);
});

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
