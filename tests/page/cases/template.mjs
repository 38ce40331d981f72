/** Templates: fields, sample values, tables from CSV and Excel, the columns of the fields, the cost of all rows. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decode, parse, TableError } from '../../../www/app/files/csv.js';
import { columnsOf } from '../../../www/app/files/table.js';
import { done, drop, open, quiet, test, verdict, write } from '../site.mjs';

const TEXT = 'Hi {{name}}! Your table is ready: we keep it for 15 minutes. See you soon at {{place}}.';
const CSV = '\ufeffname;place;note\r\nAnn;"Luigi\'s";\r\nŁukasz;"The ""Old"" Mill";"two\r\nlines"\r\nBob;Luigi\'s;x\r\n';
const csv = (text, name = 'guests.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const book = (name) => readFileSync(new URL(`../data/${name}`, import.meta.url));

test('a dropped table shows what the campaign costs', async () => {
  const page = await open({ text: TEXT });
  await page.locator('#price').fill('0.05');
  await page.locator('#currency').selectOption('EUR');
  await drop(page, csv(CSV));
  await page.locator('.histogram').waitFor();
  assert.equal(await page.locator('#tab-template').getAttribute('aria-selected'), 'true');
  assert.deepEqual(await page.locator('.histogram tbody tr').allTextContents(), ['12 · 66.7%', '21 · 33.3%']);
  const dearest = page.locator('#panel-template .table tbody tr').first();
  assert.equal(await dearest.locator('td').nth(0).textContent(), '2');
  assert.equal(await dearest.locator('td').nth(2).textContent(), 'UCS-2');
  assert.match(await dearest.textContent(), /Hi Łukasz! .* at The "Old" Mill\./);
  assert.equal(await page.locator('.campaign-cost').textContent(), '€0.20');
  // The rows are the recipients: two sums that differ would be one too many.
  assert.match(await verdict(page), /^1–2 segments.*€0\.20 to 3 people.*1\.3 on average, 33\.3% UCS-2/);
  assert.equal(await page.locator('#recipients').inputValue(), '3');
  assert.match(await page.locator('#price-note').textContent(), /The recipients are the rows of the table/);
  await page.locator('#table-remove').click();
  await page.locator('.histogram').waitFor({ state: 'detached' });
  assert.match(await verdict(page), /^1–4 segments.*to 1,000 people.*depending on the values of the fields/);
  assert.equal(await page.locator('#recipients').inputValue(), '1,000');
  await done(page);
});

test('what a change saves is told over all rows', async () => {
  const page = await open({ text: `${TEXT} – and bring {{note}}` });
  await page.locator('#price').fill('0.05');
  await drop(page, csv('name,place,note\nAnn,home,tea\nBob,home,tea\nŁukasz,home,tea\n'));
  const action = page.locator('.action').first();
  await action.getByText('saves $0.10').waitFor();
  assert.match(await action.textContent(), /6 → 4/);
  await action.getByRole('button', { name: 'Apply' }).click();
  await page.locator('.toast', { hasText: 'Saved $0.10' }).waitFor();
  assert.equal(await page.locator('#text').inputValue(), `${TEXT} - and bring {{note}}`);
  await done(page);
});

test('fields are chips and are never counted as braces', async () => {
  const page = await open({ text: 'Hi {{name}}!' });
  await quiet(page);
  assert.equal(await page.locator('#backdrop .is-field').textContent(), '{{name}}');
  assert.equal(await page.locator('#backdrop .is-double').count(), 0);
  assert.equal(await page.locator('#figure-units').textContent(), '4+ units');
  assert.equal(await page.locator('.bubble .field-chip').textContent(), 'name');
  await page.locator('#tab-template').click();
  await page.getByLabel('name', { exact: true }).fill('Zoë');
  await page.locator('.bubble', { hasText: /^Hi Zoë!$/ }).waitFor();
  assert.equal(await page.locator('#figure-units').textContent(), '7 units');
  assert.equal(await page.locator('#figure-encoding').textContent(), 'UCS-2');
  await done(page);
});

test('a field without a column is named, mapped by hand, and nothing is priced before', async () => {
  const page = await open({ text: 'Hi {{nickname}}!' });
  await page.locator('#price').fill('0.05');
  await drop(page, csv(CSV));
  await page.locator('#panel-template .notice', { hasText: 'No column yet for nickname' }).waitFor();
  assert.match(await verdict(page), /No column yet for nickname/);
  assert.doesNotMatch(await verdict(page), /\$/);
  assert.equal(await page.locator('.histogram').count(), 0);
  await page.getByLabel('nickname').selectOption('name');
  await page.locator('.histogram').waitFor();
  assert.match(await verdict(page), /to 3 people/);
  await page.locator('#text').fill('Hi {{name!');
  await page.locator('#panel-template .notice', { hasText: 'The field that opens at character 4' }).waitFor();
  await done(page);
});

test('rows without a value are said to be so', async () => {
  const page = await open({ text: 'Hi {{name}}, {{note}}' });
  await drop(page, csv(CSV));
  await page.locator('#blank-rows', { hasText: '1 row lacks a value' }).waitFor();
  await done(page);
});

test('columns match fields whatever their case, blanks and order', () => {
  const table = { names: ['Note', ' PLACE', 'First Name', 'first'] };
  assert.deepEqual(columnsOf(['first_name', 'place', 'first', 'other'], table, {}), { first_name: 2, place: 1, first: 3, other: -1 });
  assert.deepEqual(columnsOf(['first_name'], table, { first_name: 0 }), { first_name: 0 });
});

test('tables are read as spreadsheets write them', () => {
  const octets = (...values) => new Uint8Array(values).buffer;
  assert.deepEqual(parse('a,b\n1,"x, ""y"""\n2,\n'), { names: ['a', 'b'], rows: [['1', 'x, "y"'], ['2', '']] });
  assert.deepEqual(parse('a\tb\r\n1\t2'), { names: ['a', 'b'], rows: [['1', '2']] });
  assert.deepEqual(parse('a|b\n1|2'), { names: ['a', 'b'], rows: [['1', '2']] });
  assert.deepEqual(parse('a,b\n"1\n2",3'), { names: ['a', 'b'], rows: [['1\n2', '3']] });
  assert.deepEqual(parse('a,b,c\n1\n\n'), { names: ['a', 'b', 'c'], rows: [['1', '', '']] });
  assert.deepEqual(parse('sep=;\r\na;b\r\n1,5;2'), { names: ['a', 'b'], rows: [['1,5', '2']] });
  assert.deepEqual(parse('\ufeffSEP=|\na|b\n1|2'), { names: ['a', 'b'], rows: [['1', '2']] });
  assert.equal(decode(octets(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72)), 'Müller');
  assert.equal(decode(octets(0xff, 0xfe, 0x61, 0x00, 0x3b, 0x00)), 'a;');
  for (const [text, code, line] of [['a\n"open', 'unclosed-quote', 2], ['sep=;\na\nb\n"x', 'unclosed-quote', 4], ['', 'empty', 0], [' \n', 'empty', 0], ['a,b\n', 'no-rows', 0]]) {
    assert.throws(() => parse(text), (error) => error instanceof TableError && error.code === code && error.line === line, text);
  }
});

test('files are told by their first bytes, and what cannot be read is explained', async () => {
  const page = await open({ text: 'Hi {{Name}}: {{Message}}' });
  const toast = page.locator('.toast');
  for (const [file, expected] of [
    [csv('Name,Message\nAnn,"never closed\nBo,fine\n'), /the quotation mark that opens in line 2 is never closed/],
    [csv('', 'empty.csv'), /empty\.csv is empty/],
    [csv('Name,Message\n'), /has only one line/],
    [{ name: 'old.csv', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) }, /choose File, Save As, and \.xlsx or CSV/],
    [{ name: 'sheet.xlsx', buffer: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')]) }, /Save As/],
    [{ name: 'broken.xlsx', buffer: Buffer.from('PK\x03\x04......xl/workbook.xml......', 'latin1') }, /is damaged or protected by a password/],
  ]) {
    await drop(page, file);
    await toast.filter({ hasText: expected }).waitFor();
    assert.equal(await page.locator('.histogram').count(), 0);
  }
  // A workbook under a wrong name is a workbook, a table without a name is a table.
  await drop(page, { name: 'photo.png', mimeType: 'image/png', buffer: book('book.xlsx') });
  await page.locator('.histogram').waitFor();
  assert.match(await page.locator('#panel-template .drop').textContent(), /photo\.png · 3 rows/);
  assert.match(await page.locator('#panel-template .table').textContent(), /Hi José: Bis bald, José/);
  await drop(page, { name: 'export', buffer: Buffer.from('message\tname\nHi\tAnn\n') });
  await page.locator('#panel-template .drop', { hasText: 'export · 1 row' }).waitFor();
  await page.locator('#table-file').setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') });
  await toast.filter({ hasText: 'is not a table' }).waitFor();
  await done(page);
});

test('a workbook gives numbers, dates, formulas and blanks as they are seen', async () => {
  const page = await open({ text: '{{text}}|{{number}}|{{date}}|{{formula}}|{{blank}}|{{flag}}' });
  await drop(page, { name: 'types.xlsx', buffer: book('types.xlsx') });
  await page.locator('#panel-template .table', { hasText: 'Grüße “x”|0.3|2026-11-30|5||TRUE' }).waitFor();
  await done(page);
});

test('a hundred thousand rows are counted', async () => {
  const page = await open({ text: TEXT });
  await drop(page, csv(`name,place\n${'Somebody,Somewhere\n'.repeat(100_000)}`, 'many.csv'));
  await page.locator('.histogram').waitFor();
  assert.deepEqual(await page.locator('.histogram tbody tr').allTextContents(), ['1100,000 · 100%']);
  await write(page, 'done');
  await done(page);
});
