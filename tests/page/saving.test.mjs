/** Saving money: warnings and their fixes, suggestions, smart encoding one by one and at once, fitting, undo, price. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, done, figures, settled, write } from './site.mjs';

const { open } = browser();

const QUOTED = 'We’ll be with you between 2 and 4 pm. Please keep your “phone” at hand, and the dog inside. Thank you!';
const SIMPLE = 'We\'ll be with you between 2 and 4 pm. Please keep your "phone" at hand, and the dog inside. Thank you!';

test('smart encoding changes all at once, and undo brings everything back', async () => {
  const page = await open({ text: QUOTED });
  assert.deepEqual(await figures(page), { encoding: 'UCS-2', segments: 2, units: 102, unitsRemaining: 32 });
  await page.locator('#apply-all').click();
  assert.equal(await page.locator('#text').inputValue(), SIMPLE);
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 1, units: 102, unitsRemaining: 58 });
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await page.locator('#text').inputValue(), QUOTED);
  await done(page);
});

test('smart encoding changes one kind at a time', async () => {
  const page = await open({ text: QUOTED });
  await page.locator('#smart .diff').waitFor();
  assert.deepEqual(await page.locator('#smart .diff del').allTextContents(), ['’', '“', '”']);
  await page.locator('.swap', { hasText: '’' }).click();
  assert.equal(await page.locator('#text').inputValue(), QUOTED.replace('’', "'"));
  await page.locator('.swap', { hasText: '“' }).click();
  await page.locator('.swap', { hasText: '”' }).click();
  assert.equal(await page.locator('#text').inputValue(), SIMPLE);
  await done(page);
});

test('the rules are the reader’s choice', async () => {
  const page = await open({ text: '𝗦𝗔𝗟𝗘 – Москва' });
  const choose = async (rules) => {
    await page.locator('#rules').selectOption(rules);
    await page.locator(`#rules:has(option[value="${rules}"]:checked)`).waitFor();
    return page.locator('#smart .diff ins').allTextContents();
  };
  assert.deepEqual(await choose('typography'), ['-']);
  assert.equal((await choose('compatibility')).join(''), 'SALE-');
  assert.equal((await choose('transliteration')).join(''), 'SALE-Moskva');
  await done(page);
});

test('suggestions say what they save, in segments and money, and keep their word', async () => {
  const page = await open({ text: QUOTED });
  await page.locator('#price').fill('0.01');
  await page.locator('#recipients').fill('1000');
  await page.locator('#currency').selectOption('EUR');
  const best = page.locator('.suggestion').first();
  await best.getByText('saves €10.00').waitFor();
  assert.match(await best.textContent(), /2 → 1/);
  assert.equal(await page.locator('#cost-total').textContent(), '€20.00');
  await best.getByRole('button', { name: 'Apply' }).click();
  assert.equal((await figures(page)).segments, 1);
  await page.locator('#cost-total', { hasText: '€10.00' }).waitFor(); // a frame after the count
  await done(page);
});

test('a national language is offered where it saves, and can be had', async () => {
  const text = 'Siparişiniz yolda: yarın kapınızda olacak. Değişiklik için bize yazın, teşekkürler.';
  const page = await open({ text });
  await page.locator('.suggestion', { hasText: 'Turkish' }).getByRole('button', { name: 'Apply' }).click();
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 1, units: 83, unitsRemaining: 72 });
  assert.equal(await page.locator('#figure-encoding').textContent(), 'GSM-7 · Turkish');
  assert.equal(await page.locator('#text').inputValue(), text);
  await done(page);
});

test('the text is cut to a number of segments', async () => {
  const page = await open({ text: 'one two three four five '.repeat(20).trimEnd() });
  assert.equal((await figures(page)).segments, 4);
  await page.locator('#fit-segments').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('2');
  await page.locator('#fit').click();
  const text = await page.locator('#text').inputValue();
  assert.match(text, /(one|two|three|four|five)\.\.\.$/);
  assert.equal((await figures(page)).segments, 2);
  await done(page);
});

test('whatever a tool changes is undone and done again', async () => {
  const turkish = 'Siparişiniz yolda: yarın kapınızda olacak. Değişiklik için bize yazın, teşekkürler.';
  /** What is done to a text, and by which control. @type {[string, string, (page: import('playwright-core').Page) => import('playwright-core').Locator][]} */
  const changes = [
    ['a suggestion', QUOTED, (page) => page.locator('.suggestion').first().getByRole('button', { name: 'Apply' })],
    ['a national language', turkish, (page) => page.locator('.suggestion', { hasText: 'Turkish' }).getByRole('button', { name: 'Apply' })],
    ['one kind of change', QUOTED, (page) => page.locator('.swap').first()],
    ['all changes', QUOTED, (page) => page.locator('#apply-all')],
    ['a cut', QUOTED, (page) => page.locator('#fit')],
    ['a fix', QUOTED, (page) => page.locator('.warning[data-code="ucs2-forced"]').getByRole('button', { name: 'Fix' })],
    ['clearing', QUOTED, (page) => page.getByRole('button', { name: 'Clear' })],
  ];
  const page = await open();
  const all = async () => [await page.locator('#text').inputValue(), await figures(page)];
  for (const [name, text, control] of changes) {
    await write(page, text);
    await page.waitForTimeout(200);
    const before = await all();
    await control(page).click();
    const after = await all();
    assert.notDeepEqual(after, before, name);
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.deepEqual(await all(), before, name);
    await page.locator('#text').focus();
    await page.keyboard.press('Control+y');
    assert.deepEqual(await all(), after, name);
    await page.keyboard.press('Control+z');
    assert.deepEqual(await all(), before, name);
  }
  await done(page);
});

test('a warning shows its place and fixes it', async () => {
  const page = await open({ text: QUOTED });
  const warning = page.locator('.warning[data-code="ucs2-forced"]');
  await warning.getByRole('button', { name: 'Show in the text' }).click();
  assert.deepEqual(await page.evaluate(() => [document.activeElement.id, document.activeElement.selectionStart, document.activeElement.selectionEnd]), ['text', 2, 3]);
  await warning.getByRole('button', { name: 'Fix' }).click();
  assert.equal(await page.locator('#text').inputValue(), SIMPLE);
  await settled(page);
  assert.equal(await warning.count(), 0);
  await done(page);
});

test('a place far down a long text is scrolled to', async () => {
  const page = await open({ text: `${'one line of text\n'.repeat(90)}“` });
  await page.evaluate(() => { document.getElementById('scroller').scrollTop = 0; });
  await page.locator('.warning[data-code="ucs2-forced"]').getByRole('button', { name: 'Show in the text' }).click();
  const mark = await page.locator('#backdrop .is-offender').boundingBox();
  const view = await page.locator('#scroller').boundingBox();
  assert.ok(mark.y > view.y && mark.y + mark.height < view.y + view.height);
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

test('a text too long to advise on is said to be so', async () => {
  const page = await open({ text: '' });
  await write(page, 'word '.repeat(5000));
  await page.locator('#panel-save', { hasText: '20,000' }).waitFor();
  await done(page);
});
