/** How the page looks and reads: accessibility by axe-core, nothing sticks out, screenshots for people to look at. */

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browser, done, write } from './site.mjs';

const { open } = browser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Screenshots are left here. */
const shots = process.env.SEPTET_ARTEFACTS
  ?? join(process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url)), 'page-screenshots');
mkdirSync(shots, { recursive: true });

const TEXT = 'Hello Ana, your order [#2381] of 3 × “Earl Grey” has shipped — it arrives on Tuesday between 9 and 11. '
  + 'Track it at https://shop.example/t/8fK2. Thanks for buying with us! 🎉 Reply STOP to opt out of these messages.';
const ARABIC = 'مرحبا بكم في متجرنا! طلبكم رقم 2381 جاهز للاستلام من الفرع الرئيسي اليوم بين الساعة 9 و 11 صباحًا. شكرًا لثقتكم بنا.';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="260"><rect width="400" height="260" fill="#0a6157"/>'
  + '<circle cx="200" cy="130" r="80" fill="#efc46a"/></svg>';

const WIDTHS = [375, 768, 1440];
const LOOKS = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
];

for (const width of WIDTHS) {
  for (const { name, colorScheme } of LOOKS) {
    test(`${width} px, ${name}`, async () => {
      const page = await open({ width, colorScheme, text: '' });
      await page.screenshot({ path: join(shots, `${width}-${name}-empty.png`), fullPage: true });
      await sound(page, `${width}-${name}-empty`);
      await write(page, TEXT);
      await fillAll(page);
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await page.waitForTimeout(200);
        const label = `${width}-${name}-${(await tab.getAttribute('id')).replace('tab-', '')}`;
        await page.screenshot({ path: join(shots, `${label}.png`), fullPage: true });
        await sound(page, label);
      }
      await done(page);
    });
  }
}

test('each language of the page, and high contrast', async () => {
  const page = await open({ width: 375, text: ARABIC });
  await fillAll(page);
  for (const language of ['de', 'es', 'tr', 'ar']) {
    await page.locator('#page-language').selectOption(language);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await sound(page, `${language} ${await tab.textContent()}`);
    }
    await page.screenshot({ path: join(shots, `375-light-${language}.png`), fullPage: true });
  }
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.screenshot({ path: join(shots, '1440-light-ar.png'), fullPage: true });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.locator('#theme').selectOption('contrast');
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await sound(page, `high contrast ${colorScheme} ${await tab.textContent()}`);
    }
    await page.screenshot({ path: join(shots, `1440-${colorScheme}-contrast.png`), fullPage: true });
  }
  await done(page);
});

test('the colours of the system', async () => {
  const page = await open({ text: TEXT, colorScheme: 'dark', context: { forcedColors: 'active' } });
  await page.locator('.suggestion').first().waitFor();
  await page.screenshot({ path: join(shots, '1280-forced-colors.png'), fullPage: true });
  await sound(page, 'forced colours');
  await done(page);
});

test('on paper', async () => {
  const page = await open({ text: TEXT });
  await page.locator('.suggestion').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: join(shots, 'print.png'), fullPage: true });
  assert.equal(await page.getByRole('button', { name: 'Copy link' }).isVisible(), false);
  await done(page);
});

/** Brings the page into its fullest state: files, a country with warnings, a price. */
async function fillAll(page) {
  await page.locator('#tab-media').click();
  await page.locator('#media-files').setInputFiles([
    { name: 'tea-house.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(PICTURE) },
    { name: 'opening.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(900_000) },
    { name: 'ana.vcf', mimeType: 'text/vcard', buffer: Buffer.from('BEGIN:VCARD\r\nEND:VCARD\r\n') },
  ]);
  await page.locator('.media').nth(2).waitFor();
  await page.locator('#country').selectOption('IN');
  await page.locator('#sender').selectOption('name');
  await page.locator('#price').fill('0.05');
}

/** No accessibility violation, and nothing wider than the screen. */
async function sound(page, label) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`);
  });
  assert.deepEqual(violations, [], label);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(excess <= 0, `${label} is ${excess} px wider than the screen`);
}
