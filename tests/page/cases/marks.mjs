/** Marks in the text: they answer to the pointer, to a tap and to the keyboard; a script of its own is not underlined. */

import assert from 'node:assert/strict';
import { done, marked, open, quiet, settled, test, write } from '../site.mjs';

const TEXT = `${'word '.repeat(13)}“one” and “two”`;
const card = (page) => page.locator('#popover');
const value = (page) => page.locator('#text').inputValue();

test('the pointer shows what a mark is, costs and could be', async () => {
  const page = await open({ text: TEXT });
  await page.locator('#price').fill('0.01');
  await quiet(page);
  const mark = await page.locator('#backdrop .is-offender').first().boundingBox();
  await page.mouse.move(mark.x + mark.width / 2, mark.y + mark.height / 2);
  await card(page).waitFor();
  await card(page).getByText('LEFT DOUBLE QUOTATION MARK').waitFor();
  assert.match(await card(page).textContent(), /U\+201C.*switches the whole text to UCS-2/);
  await page.mouse.move(5, 5);
  await card(page).getByRole('button', { name: 'Replace all 2 with "' }).click();
  assert.equal(await value(page), TEXT.replaceAll('“', '"'));
  await done(page);
});

test('a name that cannot be loaded is no reason for no card', async () => {
  const page = await open({ text: TEXT });
  await page.route('**/names-*.js', (route) => route.abort());
  await page.locator('.legend-mark').first().click();
  assert.match(await card(page).textContent(), /U\+201C.*switches the whole text to UCS-2/);
  await page.locator('.toast', { hasText: 'Check your connection and try again' }).waitFor();
  await page.context().close();
});

test('a tap shows the card', async () => {
  const page = await open({ text: TEXT, width: 390, height: 844, context: { hasTouch: true } });
  const mark = await page.locator('#backdrop .is-offender').first().boundingBox();
  await page.touchscreen.tap(mark.x + mark.width / 2, mark.y + mark.height / 2);
  await card(page).waitFor();
  await card(page).getByRole('button', { name: 'Replace with "' }).tap();
  assert.equal(await value(page), TEXT.replace('“', '"'));
  await done(page);
});

test('the keyboard goes from mark to mark and replaces', async () => {
  const page = await open({ text: TEXT });
  await page.locator('#text').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+Enter');
  await card(page).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'popover');
  assert.equal(await page.evaluate(() => document.getElementById('text').selectionStart), 65);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
  await page.locator('.legend-mark').first().focus();
  await page.keyboard.press('Enter');
  await card(page).getByRole('button', { name: 'Next mark' }).click();
  await card(page).getByRole('button', { name: /^Replace with/ }).click();
  assert.notEqual(await value(page), TEXT);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
  await done(page);
});

test('an emoji is removed with its blank', async () => {
  const page = await open({ text: 'Sale 🎉 today' });
  await page.locator('.legend-mark').click();
  await card(page).getByRole('button', { name: 'Remove', exact: true }).click();
  assert.equal(await value(page), 'Sale today');
  await done(page);
});

test('invisible and direction characters can be seen, named and removed', async () => {
  const page = await open({ text: 'a\u200bb\u202ec' });
  assert.equal(await page.locator('#backdrop .is-invisible').count(), 2);
  const sign = await page.locator('#backdrop .is-invisible').first().evaluate((element) => {
    const { inlineSize, backgroundColor } = getComputedStyle(element, '::after');
    return { inlineSize, backgroundColor };
  });
  assert.ok(parseFloat(sign.inlineSize) >= 2 && sign.backgroundColor !== 'rgba(0, 0, 0, 0)', JSON.stringify(sign));
  await page.getByRole('button', { name: '2 invisible characters' }).click();
  await card(page).getByText('ZERO WIDTH SPACE').waitFor();
  await card(page).getByRole('button', { name: 'Remove', exact: true }).click();
  assert.equal(await value(page), 'ab\u202ec');
  // Joiners inside emoji and in scripts that are spelled with them are part of what is seen.
  await write(page, '👨‍👩‍👧‍👦 می‌خواهم क्‍ष');
  assert.equal(await page.locator('#backdrop .is-invisible').count(), 0);
  await done(page);
});

test('a text in a script that needs UCS-2 has one quiet line instead of marks', async () => {
  const page = await open();
  for (const [text, name, national] of [
    ['مرحبا بكم في متجرنا! طلبكم “جاهز” للاستلام', 'Arabic', true],
    ['आपका ऑर्डर रवाना हो चुका है। कल पहुँचेगा।', 'Devanagari', true],
    ['您的订单已发货，明天到达。', 'Simplified Han|Han|Chinese', false],
    ['Ваш заказ отправлен — ждите завтра', 'Cyrillic', false],
  ]) {
    await write(page, text);
    assert.deepEqual(await marked(page, 'offender'), [], text);
    const legend = await page.locator('#legend').innerText();
    assert.match(legend, new RegExp(`(${name}).*UCS-2, 70 characters in one message, 67 in each part`));
    assert.equal(legend.includes('national language table'), national, text);
  }
  // A stray look-alike in a Latin text is what has to be found.
  await write(page, 'P\u0430ypal: your order has shipped');
  assert.deepEqual(await marked(page, 'offender'), ['\u0430']);
  await settled(page);
  await done(page);
});

test('each figure has a plain explanation one tap away', async () => {
  const page = await open({ text: 'a'.repeat(200) });
  for (const [id, sentence] of [
    ['encoding', /SMS alphabet of 7-bit characters/], ['characters', /Characters as you see them/], ['units', /one unit of 7 bits/],
    ['remaining', /holds 153 units instead of 160/],
  ]) {
    await page.locator(`#figure-${id}`).click();
    assert.match(await card(page).textContent(), sentence);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.id), `figure-${id}`, 'the focus goes back');
  }
  await done(page);
});
