/** Inspecting: characters, octets, copies; and the page by keyboard and by ear. */

import assert from 'node:assert/strict';
import { twiml } from 'septet/messages';
import { done, open, settled, test, withClipboard, write } from '../site.mjs';

test('each character says what it is and why it costs what it does', async () => {
  const page = await open({ text: 'é€\n' });
  await page.getByRole('tab', { name: 'Inspect' }).click();
  const rows = page.locator('#panel-inspect tbody tr');
  await page.locator('.name', { hasText: 'LATIN SMALL LETTER E WITH ACUTE' }).waitFor();
  const cells = async (index) => rows.nth(index).locator('td').allTextContents();
  assert.deepEqual(await cells(0), ['1', 'é', 'U+00E9', 'LATIN SMALL LETTER E WITH ACUTELetter, Latin', '1', '05', '1', 'In the alphabet: one septet']);
  assert.deepEqual(await cells(1), ['2', '€', 'U+20AC', 'EURO SIGNCurrency sign', '2', '1B 65', '1', 'Extension table: escape and code']);
  assert.deepEqual(await cells(2), ['3', '↵', 'U+000A', 'LINE FEEDLine break', '1', '0A', '1', 'In the alphabet: one septet']);
  await write(page, 'Ж🎉');
  await rows.filter({ hasText: 'U+0416' }).waitFor();
  assert.deepEqual(await cells(0), ['1', 'Ж', 'U+0416', 'CYRILLIC CAPITAL LETTER ZHELetter, Cyrillic', '1', '0416', '1', 'Not in GSM-7: makes the text UCS-2 · instead: Zh']);
  assert.deepEqual(await cells(1), ['2', '🎉', 'U+1F389', 'PARTY POPPEREmoji', '2', 'D83C DF89', '1', 'Not in GSM-7: makes the text UCS-2']);
  await rows.nth(1).getByRole('button').click();
  assert.deepEqual(await page.evaluate(() => [document.activeElement.selectionStart, document.activeElement.selectionEnd]), [1, 3]);
  await done(page);
});

test('octets are those of the standard, their header explained', async () => {
  const page = await open({ text: 'a'.repeat(161) });
  await page.getByRole('tab', { name: 'Inspect' }).click();
  const second = page.locator('.octets > li').nth(1);
  assert.match(await second.locator('.octet-dump').textContent(), /^05 00 03 2A 02 02 C2 E1 /);
  assert.match(await second.textContent(), /part 2 of 2/);
  await write(page, 'hellohello');
  await page.locator('.octet-dump', { hasText: /^E8 32 9B FD 46 97 D9 EC 37$/ }).waitFor();
  await done(page);
});

test('the message can be copied in each form', async () => {
  const page = await open({ text: "it's <5 & more>" });
  await page.getByRole('tab', { name: 'Inspect' }).click();
  const copied = (name) => withClipboard(async () => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.locator('.toast', { hasText: 'Copied' }).waitFor();
    await page.locator('.toast .is-quiet').click();
    return page.evaluate(() => navigator.clipboard.readText());
  });
  assert.equal(await copied('Text'), "it's <5 & more>");
  assert.match(await copied('cURL'), /--data-urlencode Body='it'\\''s <5 & more>'/);
  const reply = await copied('TwiML');
  assert.equal(reply, twiml("it's <5 & more>"));
  assert.equal(await page.evaluate((xml) => new DOMParser().parseFromString(xml, 'text/xml').querySelector('Response > Message > Body').textContent, reply), "it's <5 & more>");
  const { text, encoding, segments } = JSON.parse(await copied('JSON'));
  assert.deepEqual({ text, encoding, segments }, { text: "it's <5 & more>", encoding: 'GSM-7', segments: 1 });
  await done(page);
});

test('everything is reached and done by keyboard', async () => {
  const page = await open();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  await page.keyboard.type('one – two');
  assert.equal(await page.locator('#text').inputValue(), 'one – two');
  await settled(page);
  await page.locator('#tabs [aria-selected="true"]').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-selected')), 'true');
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'panel-segments');
  await page.locator('#text').fill(`${'word '.repeat(14)}– two`);
  await page.locator('.action .button').first().focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#text').inputValue(), `${'word '.repeat(14)}- two`);
  await page.waitForTimeout(300);
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus is not lost with the button');
  await done(page);
});

test('a screen reader hears of segments and encoding, not of every key', async () => {
  const page = await open();
  await page.evaluate(() => {
    globalThis.said = [];
    new MutationObserver(() => globalThis.said.push(document.getElementById('announcer').textContent))
      .observe(document.getElementById('announcer'), { childList: true, characterData: true, subtree: true });
  });
  await page.waitForTimeout(1200);
  await page.locator('#text').pressSequentially('hello there');
  await page.waitForTimeout(1200);
  assert.deepEqual(await page.evaluate(() => globalThis.said), []);
  await page.locator('#text').pressSequentially(' 🎉');
  await page.waitForTimeout(1200);
  assert.deepEqual(await page.evaluate(() => globalThis.said), ['Segments: 1. UCS-2. Left: 56.']);
  await done(page);
});
