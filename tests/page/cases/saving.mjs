/** One list of actions: least harm first, with the money saved; nothing that says something is cut; undo. */

import assert from 'node:assert/strict';
import { done, figures, open, quiet, settled, test, verdict, write } from '../site.mjs';

const QUOTED = 'We’ll be with you between 2 and 4 pm. Please keep your “phone” at hand, and the dog inside. Thank you!';
const SIMPLE = 'We\'ll be with you between 2 and 4 pm. Please keep your "phone" at hand, and the dog inside. Thank you!';
const TURKISH = 'Siparişiniz yolda: yarın kapınızda olacak. Değişiklik için bize yazın, teşekkürler.';
const EMOJI = 'Summer sale! 20% off everything until Sunday 🎉 Show this message at the till. Reply STOP to opt out.';

test('an action says what it saves and draws its changes; afterwards it says what it saved and can be undone', async () => {
  const page = await open({ text: QUOTED, locale: 'en-US' });
  assert.deepEqual(await figures(page), { encoding: 'UCS-2', segments: 2, units: 102, unitsRemaining: 32 });
  await page.locator('#recipients').fill('20,000');
  const first = page.locator('.action').first();
  await first.getByText('saves $166').waitFor();
  assert.match(await first.textContent(), /2 → 1/);
  assert.deepEqual(await first.locator('.diff del').allTextContents(), ['’', '“', '”']);
  assert.deepEqual(await first.locator('.diff ins').allTextContents(), ["'", '"', '"']);
  assert.match(await verdict(page), /^2 segments.*\$332 to 20,000 people.*3 typographic characters cost \$166.*Make it 1$/);
  await first.getByRole('button', { name: 'Apply' }).click();
  assert.equal(await page.locator('#text').inputValue(), SIMPLE);
  const toast = page.locator('.toast');
  assert.match(await toast.innerText(), /^Saved \$166\s+Undo/);
  await toast.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await page.locator('#text').inputValue(), QUOTED);
  await done(page);
});

test('the verdict has the one action', async () => {
  const page = await open({ text: `${QUOTED} 🎉` });
  await quiet(page);
  assert.match(await verdict(page), /🎉 and 3 typographic characters cost 1 segment/);
  await page.locator('#verdict-action').click();
  assert.equal(await page.locator('#text').inputValue(), SIMPLE);
  await page.locator('.toast', { hasText: 'Saved 1 segment' }).waitFor();
  await done(page);
});

test('removing an emoji leaves no doubled blanks', async () => {
  const page = await open({ text: EMOJI });
  await page.locator('.action[data-kind="remove-offenders"] .button').click();
  assert.equal(await page.locator('#text').inputValue(), EMOJI.replace(' 🎉', ''));
  await write(page, `${'word '.repeat(15)}👨‍👩‍👧‍👦`);
  await page.locator('.action[data-kind="remove-offenders"] .button').click();
  assert.equal(await page.locator('#text').inputValue(), 'word '.repeat(15).trimEnd());
  await done(page);
});

test('a change of spelling says so first', async () => {
  const page = await open({ text: TURKISH });
  const spelling = page.locator('.action[data-detail="transliteration"]');
  await spelling.waitFor();
  assert.match(await spelling.locator('h3').textContent(), /^Change the spelling: ş ı ğ ç → s i g c$/);
  await done(page);
});

test('a national language is offered with its condition, and can be used', async () => {
  const page = await open({ text: TURKISH });
  const offer = page.locator('.action[data-kind="national-language"]');
  assert.match(await offer.textContent(), /Turkish.*Only if your provider sends national language tables/);
  await offer.getByRole('button', { name: 'Apply' }).click();
  await page.locator('.toast', { hasText: /^Saved .* · Only if your provider sends national language tables/ }).waitFor();
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 1, units: 83, unitsRemaining: 72 });
  assert.equal(await page.locator('#figure-encoding').textContent(), 'GSM-7 · Turkish');
  assert.equal(await page.locator('#text').inputValue(), TURKISH);
  await done(page);
});

for (const ending of ['Reply STOP to opt out', 'Call 555-0100', 'https://shop.example/t/8fK2', '{{code}} is your code']) {
  test(`nothing is cut from a text that is too long: ${ending}`, async () => {
    const text = `${'x'.repeat(172 - ending.length)} ${ending}`;
    const page = await open({ text });
    await quiet(page);
    for (const button of await page.locator('.action .button').all()) await button.click();
    assert.equal(await page.locator('#text').inputValue(), text);
    if (ending.includes('{{')) return done(page);
    assert.match(await verdict(page), /13 characters over 1 segment/);
    await page.locator('#verdict-action').click();
    assert.deepEqual(await page.evaluate(() => [document.activeElement.id, document.activeElement.selectionStart, document.activeElement.selectionEnd]), ['text', 160, 173]);
    return done(page);
  });
}

test('whatever an action changes is undone and done again', async () => {
  /** Changes: their name, the text, the control that makes them. @type {[string, string, (page: import('playwright-core').Page) => import('playwright-core').Locator][]} */
  const changes = [
    ['an action', QUOTED, (page) => page.locator('.action').first().getByRole('button', { name: 'Apply' })],
    ['the verdict', QUOTED, (page) => page.locator('#verdict-action')],
    ['a national language', TURKISH, (page) => page.locator('.action[data-kind="national-language"]').getByRole('button', { name: 'Apply' })],
    ['starting over', QUOTED, (page) => page.locator('#start-over')],
  ];
  const page = await open();
  const all = async () => [await page.locator('#text').inputValue(), await figures(page)];
  for (const [name, text, control] of changes) {
    await write(page, text);
    await quiet(page);
    const before = await all();
    await control(page).click();
    const after = await all();
    assert.notDeepEqual(after, before, name);
    await page.locator('#undo').click();
    assert.deepEqual(await all(), before, name);
    await page.locator('#text').focus();
    await page.keyboard.press('Control+y');
    assert.deepEqual(await all(), after, name);
    await page.keyboard.press('Control+z');
    assert.deepEqual(await all(), before, name);
  }
  await done(page);
});

test('what a provider’s own smart encoding would do is shown apart', async () => {
  const page = await open({ text: QUOTED });
  await page.locator('#providers summary').click();
  assert.match(await page.locator('.provider').first().textContent(), /Twilio: 2 → 1/);
  await done(page);
});

test('a warning has the weight of what it says', async () => {
  const page = await open({ text: `${'word '.repeat(330)}https://bit.ly/x` });
  assert.deepEqual(await page.locator('.warning').evaluateAll((all) => all.map(({ className, dataset }) => `${dataset.code} ${className.split(' ')[1]}`)).then((found) => found.sort()),
    ['long-body is-stop', 'many-segments is-risk', 'public-link-shortener is-risk']);
  assert.match(await verdict(page), /Providers refuse more than 1,600 characters/);
  assert.equal(await page.locator('#verdict').getAttribute('data-level'), 'stop');
  await page.locator('.warning[data-code="public-link-shortener"] .button').click();
  assert.equal(await page.evaluate(() => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), 'https://bit.ly/x');
  const view = await page.locator('#scroller').boundingBox();
  const end = await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('#backdrop .segment:last-of-type'));
    return range.getBoundingClientRect().bottom;
  });
  assert.ok(end > view.y && end <= view.y + view.height + 30, 'it is scrolled to');
  await done(page);
});

test('a cut through a symbol is flagged', async () => {
  const page = await open({ text: `${'я'.repeat(65)}👩‍👩‍👧‍👦 вот` });
  assert.deepEqual((await page.locator('#backdrop .is-torn').allTextContents()).join(''), '👩‍👩‍👧‍👦');
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Segments are cut').selectOption({ index: 1 });
  await settled(page);
  assert.equal(await page.locator('#backdrop .is-torn').count(), 0);
  await done(page);
});
