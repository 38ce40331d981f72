/** Templates: fields, sample values, a dropped table, what the rows cost. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, done } from './site.mjs';

const { open } = browser();

const TEXT = 'Hi {{name}}! Your table is ready: we keep it for 15 minutes. See you soon at {{place}}.';
const CSV = '\ufeffname;place;note\r\nAnn;"Luigi\'s";\r\nŁukasz;"The ""Old"" Mill";"two\r\nlines"\r\nBob;Luigi\'s;x\r\n';

/** Drops a file on the page, as from a file manager. */
async function drop(page, name, text) {
  await page.evaluate(([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: 'text/csv' }));
    document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, text]);
}

test('a dropped table shows what the campaign costs', async () => {
  const page = await open({ text: TEXT });
  await page.locator('#price').fill('0.05');
  await page.locator('#currency').selectOption('EUR');
  await drop(page, 'guests.csv', CSV);
  await page.locator('.histogram').waitFor();
  assert.equal(await page.locator('#tab-template').getAttribute('aria-selected'), 'true');
  assert.deepEqual(await page.locator('.histogram tbody tr').allTextContents(), ['12 · 66.7 %', '21 · 33.3 %']);
  const dearest = page.locator('#panel-template .table tbody tr').first();
  assert.equal(await dearest.locator('td').nth(0).textContent(), '2');
  assert.equal(await dearest.locator('td').nth(2).textContent(), 'UCS-2');
  assert.match(await dearest.textContent(), /Hi Łukasz! .* at The "Old" Mill\./);
  assert.equal(await page.locator('.campaign-cost').textContent(), '€0.20');
  // The rows are the recipients: two sums that differ would be one too many.
  const costs = () => page.locator('#cost-total, #cost-sum').allTextContents();
  assert.deepEqual(await costs(), ['€0.20', '4 segments in all × €0.05']);
  assert.equal(await page.locator('#recipients').isVisible(), false);
  await page.locator('#table-remove').click();
  await page.locator('.histogram').waitFor({ state: 'detached' });
  assert.deepEqual(await costs(), ['€50.00', '1 × 1,000 × €0.05']);
  assert.equal(await page.locator('#recipients').isVisible(), true);
  await done(page);
});

test('what a change saves in money is told of a text, not of rows that are other texts', async () => {
  const page = await open({ text: `${TEXT} – and bring {{note}}` });
  await page.locator('#price').fill('0.05');
  await page.locator('#panel-save .chip', { hasText: 'saves $50.00' }).first().waitFor();
  await drop(page, 'guests.csv', CSV);
  await page.locator('.histogram').waitFor();
  await page.getByRole('tab', { name: 'Savings' }).click();
  await page.locator('#panel-save .suggestion').first().waitFor();
  assert.equal(await page.locator('#panel-save .chip').count(), 0);
  await done(page);
});

test('sample values fill the preview', async () => {
  const page = await open({ text: TEXT });
  await page.getByRole('tab', { name: 'Template' }).click();
  await page.getByLabel('name', { exact: true }).fill('Zoë');
  await page.getByLabel('place', { exact: true }).fill('home');
  await page.locator('.bubble', { hasText: /^Hi Zoë! .* soon at home\.$/ }).waitFor();
  // The cost is that of the text with its values: the ë forces UCS-2.
  await page.locator('#price').fill('0.05');
  await page.locator('#cost-sum', { hasText: /^2 × 1,000 × / }).waitFor();
  await page.getByLabel('name', { exact: true }).fill('Zoe');
  await page.locator('#cost-sum', { hasText: /^1 × 1,000 × / }).waitFor();
  await done(page);
});

test('a field without a column is named, and a broken field shown', async () => {
  const page = await open({ text: 'Hi {{nickname}}!' });
  await drop(page, 'guests.csv', CSV);
  await page.getByText('The table has no column for: nickname').waitFor();
  await page.locator('#text').fill('Hi {{name!');
  await page.locator('#panel-template .notice').waitFor();
  await done(page);
});

test('tables are read as spreadsheets write them', async () => {
  const page = await open();
  const parsed = await page.evaluate(async () => {
    const { decode, parse } = await import('./app/panels/template/csv.js');
    const octets = (...values) => new Uint8Array(values).buffer;
    return {
      comma: parse('a,b\n1,"x, ""y"""\n2,\n'),
      tab: parse('a\tb\r\n1\t2'),
      breaks: parse('a,b\n"1\n2",3'),
      short: parse('a,b,c\n1\n'),
      unclosed: parse('a\n"open'),
      empty: parse(''),
      windows: decode(octets(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72)),
      utf16: decode(octets(0xff, 0xfe, 0x61, 0x00, 0x3b, 0x00)),
    };
  });
  assert.deepEqual(parsed, {
    comma: { names: ['a', 'b'], rows: [['1', 'x, "y"'], ['2', '']] },
    tab: { names: ['a', 'b'], rows: [['1', '2']] },
    breaks: { names: ['a', 'b'], rows: [['1\n2', '3']] },
    short: { names: ['a', 'b', 'c'], rows: [['1', '', '']] },
    unclosed: { names: ['a'], rows: [['open']] },
    empty: { names: [], rows: [] },
    windows: 'Müller',
    utf16: 'a;',
  });
  await done(page);
});

test('a hundred thousand rows are counted', async () => {
  const page = await open({ text: TEXT });
  await drop(page, 'many.csv', `name,place\n${'Somebody,Somewhere\n'.repeat(100_000)}`);
  await page.locator('.histogram').waitFor();
  assert.deepEqual(await page.locator('.histogram tbody tr').allTextContents(), ['1100,000 · 100 %']);
  await done(page);
});
