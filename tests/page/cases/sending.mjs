/** Country and sender: they choose the limits, and the page tells what is to be known about them. */

import assert from 'node:assert/strict';
import { count } from 'septet';
import { countries, senderRules } from 'septet/messages';
import { copiedLink, done, figures, open, quiet, ready, SITE, test, write } from '../site.mjs';

/** The page, its countries loaded. */
async function opened(options) {
  const page = await open(options);
  await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
  return page;
}

const notes = async (page) => {
  await quiet(page);
  return page.locator('#sending:not([hidden]) #sending-notes li').allTextContents();
};

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
  await page.locator('#sending-notes', { hasText: 'Phones there do not join long texts' }).waitFor();
  const { units, unitsRemaining } = count(text, { profile: 'single' });
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 2, units, unitsRemaining }, name);
  await page.locator('#country').selectOption('');
  assert.deepEqual(await notes(page), []);
  assert.equal((await figures(page)).unitsRemaining, 145);
  await done(page);
});

test('a country that is presumed starts with a kind of sender that is not refused there', async () => {
  for (const [locale, sender] of [['en-GB', 'local'], ['tr-TR', 'name'], ['ko-KR', 'foreign']]) {
    const page = await opened({ locale });
    assert.equal(await page.locator('#country').inputValue(), locale.slice(3));
    assert.equal(await page.locator('#sender').inputValue(), sender, locale);
    // What was chosen stays chosen, also if it is refused.
    await page.locator('#sender').selectOption('local');
    await write(page, 'Hello');
    await quiet(page);
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
    await quiet(page);
    assert.equal(await page.locator('#sender').inputValue(), 'local');
    await done(page);
  }
});

test('registration, refusal and what is taken instead', async () => {
  const page = await opened();
  await page.locator('#country').selectOption('US');
  assert.deepEqual((await notes(page)).slice(0, 2), ['This kind of sender is accepted there only once registered.', 'Register your brand and campaign for A2P 10DLC before you send: unregistered messages are blocked (error 30034).']);
  await page.locator('#sender').selectOption('name');
  const [refused, instead] = await notes(page);
  assert.equal(refused, 'This kind of sender is not accepted there.');
  assert.match(instead, /^Accepted instead: Local number, Short code, Toll-free number\.$/);
  assert.equal(await page.locator('#sending-notes a').getAttribute('href'), senderRules('US').source);
  await done(page);
});

test('every acceptance, arrival and media rule has its sentence', async () => {
  const page = await opened({ text: 'Hi' });
  const sentences = {
    accepted: 'This kind of sender is accepted there.', 'once-registered': 'This kind of sender is accepted there only once registered.',
    refused: 'This kind of sender is not accepted there.', unknown: 'It is not documented whether this kind of sender is accepted there.',
  };
  const senders = await page.locator('#sender option').evaluateAll((options) => options.map(({ value }) => value));
  const all = countries().map(({ country }) => country);
  assert.ok(all.length > 200);
  // One country for each combination of facts: each sentence is shown, and none where it is not true.
  const seen = new Set();
  for (const country of all) {
    const { longCode, alphanumeric, shortCode, tollFree, concatenates, twoWay } = senderRules(country);
    const supports = [longCode.domestic, longCode.international, alphanumeric.international, shortCode, tollFree];
    for (const [sender, { acceptance, arrival, disputed }] of supports.entries()) {
      const facts = JSON.stringify([sender === 0, acceptance, arrival, disputed, concatenates === false, twoWay]);
      if (seen.has(facts)) continue;
      seen.add(facts);
      await page.locator('#country').selectOption(country);
      await page.locator('#sender').selectOption(senders[sender]);
      const shown = await page.locator('#sending-notes li').allTextContents();
      const label = `${country} ${senders[sender]}`;
      assert.equal(shown[0], sentences[acceptance], label);
      assert.equal(shown.includes('Recipients see another sender.'), acceptance !== 'refused' && arrival === 'overwritten', label);
      assert.equal(shown.includes('Recipients there can’t reply.'), !twoWay, label);
      assert.equal(shown.some((sentence) => sentence.startsWith('Phones there do not join')), concatenates === false, label);
      assert.equal(shown.includes('Providers disagree about this: ask yours.'), disputed, label);
    }
  }
  assert.ok(seen.size >= 8, `${seen.size} combinations`);
  await done(page);
});

test('country and sender go with the link and are remembered', async () => {
  const page = await opened({ text: 'Hi' });
  await page.locator('#country').selectOption('FR');
  await page.locator('#sender').selectOption('name');
  const link = await copiedLink(page);
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
