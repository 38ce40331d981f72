/** Media: files dropped or chosen, what becomes of them on each channel and with each carrier, and how they look. */

import assert from 'node:assert/strict';
import { checkMedia } from 'septet/messages';
import { done, drop, open, quiet, test } from '../site.mjs';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** The beginning of an MP4 film. */
const MP4 = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1');

/** A file of so many bytes with this beginning. */
function file(name, mimeType, bytes, beginning = Buffer.alloc(0)) {
  return { name, mimeType, buffer: Buffer.concat([beginning, Buffer.alloc(Math.max(0, bytes - beginning.length))]) };
}

/** A limit as the page shows it. */
const megabytes = (bytes) => (bytes < 2 ** 20 ? `${Math.floor(bytes / 1024)} kB` : `${Math.floor((bytes / 2 ** 20) * 100) / 100} MB`);

test('of several files dropped at once, a table is opened and the others are media', async () => {
  const page = await open({ text: 'Hi {{name}}', locale: 'en-US' });
  const table = (name) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('name\nAna\nBob\n') });
  await drop(page, file('tea.png', 'image/png', PNG.length, PNG), table('a.csv'), table('b.csv'));
  await page.locator('.toast', { hasText: 'a.csv is open. Only one table can be' }).waitFor();
  assert.equal(await page.locator('#tab-template').getAttribute('aria-selected'), 'true');
  await page.locator('#tab-media').click();
  await page.locator('.media').waitFor();
  assert.match(await page.locator('.media').textContent(), /^tea\.png/);
  await done(page);
});

test('what is not known of a file is not said to be accepted', async () => {
  const page = await open({ text: 'Look!' });
  await drop(page, { name: 'unknown', buffer: Buffer.from('PK\x03\x04 and nothing that says what it is\0') });
  await page.locator('.toast', { hasText: '1 file: unknown' }).waitFor();
  await done(page);
});

test('a dropped picture and a film too large are judged, with the limit and what to do', async () => {
  const page = await open({ text: 'Look!' });
  await drop(page, file('tea.png', 'image/png', PNG.length, PNG), file('film.mp4', 'video/mp4', 900_000, MP4));
  await page.locator('#tab-media[aria-selected="true"]').waitFor();
  const [picture, film] = [page.locator('.media').nth(0), page.locator('.media').nth(1)];
  await picture.getByText('Supported').waitFor();
  assert.match(await film.textContent(), /Too large.*Limit: 500 kB.*Shrink it to 500 kB, or send a link to it\./);
  // A picture is drawn in the panel and in the preview, from an address inside of the page.
  for (const place of ['.media', '#phone']) {
    const image = page.locator(`${place} img`);
    await page.waitForFunction((place) => document.querySelector(`${place} img`)?.naturalWidth === 1, place);
    assert.match(await image.getAttribute('src'), /^blob:/);
    assert.equal(await image.getAttribute('alt'), 'tea.png');
  }
  // Carriers take more than the provider's documentation says: what each says itself is told beside it.
  const carriers = await film.locator('.carriers li').allTextContents();
  assert.deepEqual(carriers.map((text) => text.replace(/^\S+ ([^,]+),.*: /, '$1 ')), ['att', 't-mobile', 'verizon'].map((carrier, index) => {
    const [{ limit }] = checkMedia({ contentType: 'video/mp4', bytes: 900_000 }, { channel: 'mms', sender: 'long-code', carrier, reading: 'looser' }).verdicts;
    return `${['AT&T', 'T-Mobile', 'Verizon'][index]} ${megabytes(limit.bytes)}`;
  }));
  await done(page);
});

test('every channel says what the package says', async () => {
  const page = await open();
  const files = [file('a.png', 'image/png', 6_000_000, PNG), file('b.pdf', 'application/pdf', 20_000, Buffer.from('%PDF-1.7\n')), file('c.mp4', 'video/mp4', 900_000, MP4)];
  await drop(page, ...files);
  await page.locator('.channels').waitFor();
  const items = files.map(({ mimeType, buffer }) => ({ contentType: mimeType, bytes: buffer.length, firstBytes: buffer.subarray(0, 6000) }));
  const outcomes = new Set();
  for (const label of await page.locator('.channel').all()) {
    const channel = await label.locator('input').getAttribute('value');
    const report = checkMedia(items, { channel, sender: 'long-code' });
    assert.equal((await label.textContent()).endsWith(report.accepted ? ', accepted' : ', refused'), true, channel);
    await label.locator('input').check();
    const signs = await page.locator('.media .media-about > .outcome > .sign').allTextContents();
    assert.deepEqual(signs, report.verdicts.map(({ outcome }) => ({ supported: '✓', refused: '✗', 'passed-on': '~', unknown: '?' })[outcome]), channel);
    assert.equal(await page.locator('#panel-media .warning').count(), report.problems.length, channel);
    for (const { outcome } of report.verdicts) outcomes.add(outcome);
  }
  assert.ok(outcomes.size >= 3, 'the files show more than one outcome');
  await done(page);
});

test('files are chosen, said, and taken away again; nothing of them is kept', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Check a picture' }).click();
  await page.locator('#media-files').setInputFiles([file('one.vcf', 'text/vcard', 300), file('two.gif', 'image/gif', 300, Buffer.from('GIF89a'))]);
  await page.locator('.media').nth(1).waitFor();
  await page.locator('.toast', { hasText: /2 files: (accepted|refused)/ }).waitFor();
  await page.getByRole('button', { name: 'Remove: one.vcf' }).click();
  assert.deepEqual(await page.locator('.media-name').allTextContents(), ['two.gif']);
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus is not lost with the button');
  await page.waitForFunction(() => localStorage.getItem('septet')?.includes('"tab":"media"'));
  assert.doesNotMatch(await page.evaluate(() => localStorage.getItem('septet')), /two\.gif/);
  await page.getByRole('button', { name: 'Remove: two.gif' }).click();
  assert.equal(await page.locator('.media').count(), 0);
  await done(page);
});

test('too many files for one message, and an empty one', async () => {
  const page = await open();
  await drop(page, ...Array.from({ length: 11 }, (_, index) => file(`${index}.png`, 'image/png', index === 0 ? 0 : 100, PNG.subarray(0, index === 0 ? 0 : 60))));
  await page.locator('#panel-media .warning', { hasText: '1 file too many for one message: leave it out, or send several messages.' }).waitFor();
  await page.locator('.media').first().getByText('The file is empty').waitFor();
  await page.locator('#tab-segments').click();
  await page.locator('#tab-media').click();
  await quiet(page);
  assert.equal(await page.locator('.media').count(), 11, 'they stay while other panels are looked at');
  await done(page);
});

test('files too large together: by how much', async () => {
  const page = await open();
  await drop(page, file('one.png', 'image/png', 3_000_000, PNG), file('two.png', 'image/png', 3_000_000, PNG));
  const problem = page.locator('#panel-media .warning');
  await problem.waitFor();
  assert.deepEqual(await problem.locator('span').allTextContents(),
    ['Together the files are too large for one message: shrink them by 740 kB, or send several messages.', '5.73 MB']);
  await done(page);
});
