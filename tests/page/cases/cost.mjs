/** The line of cost inputs: numbers as people write them, list prices with source and date, MMS. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readAmount, readCount } from '../../../www/app/cost/numbers.js';
import { done, drop, open, quiet, test, verdict, withClipboard, write } from '../site.mjs';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const LISTS = JSON.parse(readFileSync(new URL('../../../www/app/cost/prices.json', import.meta.url), 'utf8'));

test('numbers are read as people write them', () => {
  for (const [text, amount] of [['0,0079', 0.0079], ['0.0079', 0.0079], ['.5', 0.5], ['1.234,5', 1234.5], ['1,234.5', 1234.5], ['٠٫٠٠٧٩', 0.0079], ['०.०७', 0.07], [' 2 ', 2], ['', null], ['-1', undefined], ['abc', undefined], ['1e3', undefined]]) {
    assert.equal(readAmount(text), amount, text);
  }
  for (const [text, count] of [['20000', 20000], ['20,000', 20000], ['20.000', 20000], ['20 000', 20000], ['1,00,000', 100000], ['٢٠', 20], ['', null], ['0', undefined], ['-5', undefined], ['2.5', undefined]]) {
    assert.equal(readCount(text), count, text);
  }
});

test('a list price is the starting value, with source and date; elsewhere the field is empty and says so', async () => {
  const page = await open({ text: 'Hello', locale: 'en-US' });
  const [price] = LISTS;
  await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
  assert.equal(await page.locator('#country').inputValue(), 'US');
  assert.equal(await page.locator('#price').inputValue(), String(price.perSegment.US));
  assert.match(await page.locator('#price-note').textContent(), /^List price of Twilio, October 2026;/);
  assert.equal(await page.locator('#price-note a').getAttribute('href'), price.source);
  assert.match(await verdict(page), /^1 segment.*\$8\.30 to 1,000 people/);
  await page.locator('#country').selectOption('KE');
  assert.equal(await page.locator('#price').inputValue(), '');
  assert.equal(await page.locator('#price').getAttribute('placeholder'), null, 'nothing that looks like a value');
  assert.match(await page.locator('#price-note').textContent(), /^No list price is known here/);
  assert.match(await verdict(page), /^1 segment.*to 1,000 people/);
  assert.doesNotMatch(await verdict(page), /\$/);
  await page.locator('#price').fill('0,0079');
  assert.match(await verdict(page), /\$7\.90 to 1,000 people/);
  await page.locator('#country').focus();
  await page.locator('#country').selectOption('US');
  assert.equal(await page.locator('#price').inputValue(), '0.0079', 'the own price stays');
  await page.locator('#price').fill('');
  await page.locator('#text').focus();
  await quiet(page);
  assert.equal(await page.locator('#price').inputValue(), '', 'an emptied field stays empty');
  await done(page);
});

test('a list price in the currency of its country brings the currency along, and has no fees on top', async () => {
  const page = await open({ text: 'Hallo', locale: 'en-US' });
  await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
  await page.locator('#country').selectOption('NL');
  assert.equal(await page.locator('#currency').inputValue(), 'EUR');
  assert.equal(await page.locator('#price').inputValue(), '0.08');
  assert.match(await page.locator('#price-note').textContent(), /^List price of KPN, September 2026\. Change it to what you pay\. Source$/);
  assert.match(await verdict(page), /€80\.00 to 1,000 people/);
  await page.locator('#country').selectOption('US');
  assert.equal(await page.locator('#currency').inputValue(), 'USD');
  await page.locator('#price').fill('0.05');
  await page.locator('#country').selectOption('NL');
  assert.equal(await page.locator('#currency').inputValue(), 'USD', 'the own price keeps its currency');
  await done(page);
});

test('a list price says for what it is the price', async () => {
  const page = await open({ text: 'Hello', locale: 'en-GB' });
  await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
  const note = () => page.locator('#price-note').textContent();
  assert.equal(await page.locator('#country').inputValue(), 'GB', 'the country of the browser, as its price is known');
  assert.equal(await page.locator('#price').inputValue(), '0.056');
  assert.match(await note(), /^List price of Twilio \(most expensive network\), October 2026, plus any carrier fees\. Change it to what you pay\. Source$/);
  await page.locator('#country').selectOption('DE');
  assert.equal(await page.locator('#price').inputValue(), '0.112');
  assert.match(await note(), /^List price of Twilio, August 2026, plus any carrier fees\./);
  await page.locator('#country').selectOption('IN');
  assert.match(await note(), /^No list price is known here/, 'the known price is that of the international route');
  await page.locator('#sender').selectOption('foreign');
  assert.equal(await page.locator('#price').inputValue(), '0.0832');
  await done(page);
});

test('the page starts with the list price of the country, in its currency', async () => {
  for (const [locale, country, price, currency, cost] of [['fr-FR', 'FR', '0,0798', 'USD', /79,80\s\$/], ['nl-NL', 'NL', '0.08', 'EUR', /€80\.00/], ['sw-KE', '', '', 'USD', null]]) {
    const page = await open({ text: 'Hello', locale });
    assert.deepEqual(await page.evaluate(() => ['country', 'price', 'currency'].map((id) => document.getElementById(id).value)), [country, price, currency], locale);
    if (cost !== null) assert.match(await verdict(page), cost);
    await done(page);
  }
});

test('every list price has a source and a date, and it is known who read it when', () => {
  const readings = JSON.parse(readFileSync(new URL('../../../www/app/cost/price-readings.json', import.meta.url), 'utf8'));
  assert.deepEqual(Object.keys(readings), [...new Set(LISTS.map(({ source }) => source))]);
  for (const { perSegment, perMms = {}, senders, carrierFees, currency, date, source } of LISTS) {
    const prices = [...Object.entries(perSegment), ...Object.entries(perMms)];
    assert.ok(prices.length > 0 && prices.every(([country, price]) => /^[A-Z]{2}$/.test(country) && price > 0 && price < 1), source);
    assert.ok(Object.keys(perMms).every((country) => country in perSegment), source);
    assert.ok(senders.length > 0 && ['none', 'possible', 'extra'].includes(carrierFees) && /^[A-Z]{3}$/.test(currency), source);
    assert.ok(/^\d{4}-\d{2}$/.test(date) && source.startsWith('https://') && /\b20\d{2}-\d{2}-\d{2}\b/.test(readings[source]), source);
  }
  const keys = LISTS.flatMap(({ perSegment, currency, senders }) => Object.keys(perSegment).flatMap((country) => senders.map((sender) => `${country} ${currency} ${sender}`)));
  assert.equal(new Set(keys).size, keys.length, 'one price for each country, currency and sender');
});

test('a wrong number is refused where it is written', async () => {
  const page = await open({ text: 'Hello' });
  await page.locator('#price').fill('0.05');
  for (const [id, wrong] of [['price', '-1'], ['price', 'free'], ['recipients', '-1'], ['recipients', '0'], ['recipients', '']]) {
    const before = await page.locator(`#${id}`).inputValue();
    await page.locator(`#${id}`).fill(wrong);
    assert.equal(await page.locator(`#${id}`).getAttribute('aria-invalid'), 'true', `${id} ${wrong}`);
    assert.match(await page.locator('#price-note').textContent(), /^Enter a number/);
    assert.doesNotMatch(await verdict(page), /\$/);
    await page.locator('#text').focus();
    await page.locator('#text').press('End');
    await quiet(page);
    assert.equal(await page.locator(`#${id}`).inputValue(), wrong, 'it stays to be corrected');
    await page.locator(`#${id}`).fill(before);
    assert.equal(await page.locator(`#${id}`).getAttribute('aria-invalid'), 'false');
  }
  assert.match(await verdict(page), /\$50\.00 to 1,000 people/);
  await done(page);
});

test('the verdict stays in view in one slim bar', async () => {
  for (const [width, height, most] of [[390, 500, 80], [820, 700, 64], [1440, 700, 64]]) {
    const page = await open({ width, height, text: `${'“word” '.repeat(60)}` });
    await quiet(page);
    const order = await page.evaluate(() => ['verdict', 'costs', 'text', 'actions', 'phone'].map((id) => document.getElementById(id).getBoundingClientRect().top));
    if (width < 500) assert.deepEqual(order, order.toSorted((a, b) => a - b), 'verdict, cost, text and first action come before the preview');
    await page.evaluate(() => window.scrollTo(0, 600));
    const box = await page.locator('#verdict').boundingBox();
    assert.ok(box.y >= 0 && box.y < 2 && box.height <= most, `${width}: ${JSON.stringify(box)}`);
    for (const id of ['figure-segments', 'verdict-action']) assert.equal(await page.locator(`#${id}`).isVisible(), true, id);
    await done(page);
  }
});

test('a reason that does not fit its line is said in fewer words', async () => {
  const text = `Your order of 3 × “Earl Grey” has shipped — it arrives on Tuesday ${'between 9 and 11 '.repeat(5)}🎉`;
  for (const [width, said] of [[1280, /^×, 🎉,? and 3 typographic characters cost \$/], [390, /^5 characters cost \$/]]) {
    const page = await open({ width, height: 844, text, locale: 'en-US' });
    await quiet(page);
    assert.match(await page.locator('#verdict-reason').innerText(), said);
    const { scrollWidth, clientWidth } = await page.locator('#verdict-reason').evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} of ${clientWidth} px`);
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.locator('#verdict-reason', { hasText: 'typographic' }).waitFor();
    await done(page);
  }
});

test('with a picture the message is one MMS, priced as such, also as a request', async () => {
  const page = await open({ text: 'Look! 🎉', locale: 'en-US' });
  await drop(page, { name: 'tea.png', mimeType: 'image/png', buffer: PNG });
  await page.locator('#tab-media[aria-selected="true"]').waitFor();
  assert.match(await verdict(page), /^1 MMS.*\$22\.00 to 1,000 people.*The text travels with 1 file/);
  assert.equal(await page.locator('#price-label').textContent(), 'Price per MMS');
  await page.locator('#price').fill('0.03');
  assert.match(await verdict(page), /\$30\.00/);
  await page.locator('#tab-inspect').click();
  const curl = await withClipboard(async () => {
    await page.getByRole('button', { name: 'cURL', exact: true }).click();
    await page.locator('.toast', { hasText: 'Copied' }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  });
  assert.match(curl, /MediaUrl=\$MEDIA_URL_1/);
  await page.locator('#tab-media').click();
  await page.getByRole('button', { name: 'Remove: tea.png' }).click();
  assert.match(await verdict(page), /^1 segment.*\$8\.30/);
  await write(page, 'Look!');
  await done(page);
});
