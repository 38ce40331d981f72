/** The page counts as the package does: every case of the shared file, lone surrogates and CR LF included. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { count, split } from 'septet';
import { afterEdit, shown, toShown, toText } from '../../../www/app/editor/line-breaks.js';
import { done, fragmentOf, open, test } from '../site.mjs';
const { cases } = JSON.parse(readFileSync(new URL('../../data/cases.json', import.meta.url), 'utf8'));

/** The page's settings for the options of a case; an option unknown here fails. */
function settingsOf({ profile = 'standard', nationalLanguages = 'none', ...rest }) {
  const known = ['encoding', 'boundary', 'referenceBits'];
  for (const name of Object.keys(rest)) assert.ok(known.includes(name), `the page has no setting for ${name}`);
  const [language = 'none'] = [nationalLanguages].flat();
  return typeof profile === 'object'
    ? { ...rest, nationalLanguages: language, profile: 'custom', limits: profile }
    : { ...rest, nationalLanguages: language, profile };
}

/** Cases run in several pages at a time. */
const PAGES = 3;

for (let part = 0; part < PAGES; part += 1) {
  test(`the figures are those of the package, for every case: ${part + 1} of ${PAGES}`, async () => {
    const own = cases.filter((_, index) => index % PAGES === part)
      .map(({ name, text, utf16, options = {} }) => ({ name, text: text ?? String.fromCharCode(...utf16.map((unit) => Number.parseInt(unit, 16))), options }));
    assert.ok(own.length > 15);
    const page = await open();
    const shown = await page.evaluate(async (fragments) => {
      const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
      const read = (id) => document.getElementById(`figure-${id}`).textContent;
      const whole = (id) => Number(read(id).replaceAll(/[^0-9]/g, ''));
      const all = [];
      for (const { fragment, isTemplate } of fragments) {
        location.hash = fragment;
        while (location.hash !== '') await frame();
        // The first text loads what marks need; they follow two frames later.
        while (document.documentElement.dataset.advice === undefined && document.getElementById('text').value !== '') await frame();
        for (let frames = 0; frames < 4; frames += 1) await frame();
        await new Promise((resolve) => { setTimeout(resolve, 10); });
        await frame();
        // Braces may be fields, whose cost is known once typing pauses.
        if (isTemplate) await new Promise((resolve) => { setTimeout(resolve, 500); });
        all.push({
          count: { encoding: read('encoding').split(' ')[0], segments: whole('segments') || 1, units: whole('units'), unitsRemaining: whole('remaining') },
          parts: document.querySelectorAll('#backdrop .segment').length,
        });
      }
      return all;
    }, own.map(({ text, options }) => ({ fragment: fragmentOf({ text, settings: settingsOf(options) }), isTemplate: text.includes('{{') })));
    for (const [index, { name, text, options }] of own.entries()) {
      const { encoding, segments, units, unitsRemaining } = count(text, options);
      assert.deepEqual(shown[index], { count: { encoding, segments, units, unitsRemaining }, parts: split(text, options).length }, name);
    }
    await done(page);
  });
}

test('CR LF is kept while what is shown is edited', () => {
  const text = 'a\r\nb\rc\r\nd';
  assert.equal(shown(text), 'a\nb\nc\nd');
  assert.equal(afterEdit(text, 'a\nb\nc\nd'), text);
  assert.equal(afterEdit(text, 'a\nb!\nc\nd'), 'a\r\nb!\rc\r\nd');
  assert.equal(afterEdit(text, 'ab\nc\nd'), 'ab\rc\r\nd');
  assert.deepEqual([toText(text, 1), toText(text, 2), toText(text, 7), toShown(text, 3), toShown(text, 9)], [1, 3, 9, 2, 7]);
});
