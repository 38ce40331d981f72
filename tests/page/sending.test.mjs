/** Country and sender: they choose the limits, and the page tells what is to be known about them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count } from 'septet';
import { countries, senderRules } from 'septet/messages';
import { SITE, browser, done, figures } from './site.mjs';

const { open } = browser({ own: true });

/** The page, its countries loaded. */
async function opened(options) {
  const page = await open(options);
  await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
  return page;
}

const notes = (page) => page.locator('#sending-notes li').allTextContents();

test('a toll-free number takes its own limits', async () => {
  const text = 'a'.repeat(306);
  const page = await opened({ text });
  assert.equal((await figures(page)).segments, 2);
  await page.getByLabel('Sender', { exact: true }).selectOption('Toll-free number');
  const { encoding, segments, units, unitsRemaining } = count(text, { profile: 'toll-free' });
  assert.equal(segments, 3);
  assert.deepEqual(await figures(page), { encoding, segments, units, unitsRemaining });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Limits of a segment').selectOption('Standard');
  assert.equal((await figures(page)).segments, 2, 'limits chosen by hand stand above');
  await done(page);
});

test('where texts are not joined they are counted so, and it is said', async () => {
  const { country, name } = countries().find(({ country }) => senderRules(country).concatenates === false);
  const text = 'a'.repeat(161);
  const page = await opened({ text, locale: 'en-US' });
  await page.locator('#country').selectOption(country);
  await page.locator('#sending-notes', { hasText: 'Long texts arrive there in separate messages' }).waitFor();
  const { units, unitsRemaining } = count(text, { profile: 'single' });
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 2, units, unitsRemaining }, name);
  await page.locator('#country').selectOption('');
  assert.deepEqual(await notes(page), []);
  assert.equal((await figures(page)).unitsRemaining, 145);
  await done(page);
});

test('registration, refusal and what is taken instead', async () => {
  const page = await opened();
  await page.locator('#country').selectOption('US');
  assert.deepEqual((await notes(page)).slice(0, 2), ['Accepted there only once registered.', 'Without registration: error 30034.']);
  await page.locator('#sender').selectOption('name');
  const [refused, instead] = await notes(page);
  assert.equal(refused, 'Not accepted there.');
  assert.match(instead, /^Accepted there: Local number, Short code, Toll-free number\.$/);
  assert.equal(await page.locator('#sending-notes a').getAttribute('href'), senderRules('US').source);
  await done(page);
});

test('every country and sender is told as the package has it', async () => {
  const page = await opened();
  const sentences = {
    accepted: 'Accepted there.', 'once-registered': 'Accepted there only once registered.', refused: 'Not accepted there.',
    unknown: 'It is not documented whether this is accepted there.',
  };
  const all = countries().map(({ country }) => country);
  const shown = await page.evaluate(async (all) => {
    const { notesOn } = await import('./app/sending/notes.js');
    const { rulesOf } = await import('./app/sending/route.js');
    const senders = [...document.querySelectorAll('#sender option')].map(({ value }) => value);
    return all.map((country) => senders.map((sender) => notesOn(rulesOf({ country, sender }), { country, sender }, true).map(({ sentence }) => sentence)));
  }, all);
  for (const [index, country] of all.entries()) {
    const { longCode, alphanumeric, shortCode, tollFree, concatenates, twoWay, media } = senderRules(country);
    const supports = [longCode.domestic, longCode.international, alphanumeric.international, shortCode, tollFree];
    for (const [sender, { acceptance, arrival, disputed }] of supports.entries()) {
      const told = shown[index][sender];
      const label = `${country} ${sender}`;
      assert.equal(told[0], sentences[acceptance], label);
      assert.equal(told.includes('Recipients see another sender.'), acceptance !== 'refused' && arrival === 'overwritten', label);
      assert.equal(told.includes('Recipients there cannot answer.'), !twoWay, label);
      assert.equal(told.some((sentence) => sentence.startsWith('Long texts arrive')), concatenates === false, label);
      assert.equal(told.includes('Media go there as a link in the text.'), media === 'link', label);
      assert.equal(told.includes('Media cannot be sent there.'), media === 'none', label);
      assert.equal(told.includes('Other providers say otherwise.'), disputed, label);
    }
  }
  assert.ok(all.length > 200);
  await done(page);
});

test('country and sender go with the link and are remembered', async () => {
  const page = await opened({ text: 'Hi' });
  await page.locator('#country').selectOption('FR');
  await page.locator('#sender').selectOption('name');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.waitForFunction(() => localStorage.getItem('septet')?.includes('"FR"'));
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
  assert.equal(await page.locator('#country').inputValue(), 'FR');
  await done(page);

  const other = await opened({ fragment: new URL(link).hash });
  assert.equal(await other.locator('#country').inputValue(), 'FR');
  assert.equal(await other.locator('#sender').inputValue(), 'name');
  assert.ok((await notes(other)).length > 0);
  assert.ok(link.startsWith(SITE));
  await done(other);
});
