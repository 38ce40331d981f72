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
      await shoot(page, `${width}-${name}-empty`);
      await sound(page, `${width}-${name}-empty`);
      await write(page, TEXT);
      await fillAll(page);
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await page.waitForTimeout(200);
        const label = `${width}-${name}-${(await tab.getAttribute('id')).replace('tab-', '')}`;
        await shoot(page, label);
        await sound(page, label);
      }
      await done(page);
    });
  }
}

/** How each language is looked at: `theme` is what is chosen on the page. */
const MANNERS = [
  { name: 'light', colorScheme: 'light', theme: 'auto' },
  { name: 'dark', colorScheme: 'dark', theme: 'auto' },
  { name: 'light-contrast', colorScheme: 'light', theme: 'contrast' },
  { name: 'dark-contrast', colorScheme: 'dark', theme: 'contrast' },
];

for (const language of ['en', 'de', 'es', 'tr', 'ar']) {
  test(`in ${language}: light, dark, high contrast`, async () => {
    const page = await open({ width: 375, locale: language, text: language === 'ar' ? ARABIC : TEXT });
    await fillAll(page);
    assert.equal(await page.evaluate(() => document.documentElement.dir), language === 'ar' ? 'rtl' : 'ltr');
    for (const { name, colorScheme, theme } of MANNERS) {
      await page.emulateMedia({ colorScheme });
      await page.locator('#theme').selectOption(theme);
      // What else the rules look at does not change with the colours.
      const rules = name === 'light' ? ALL : theme === 'contrast' ? CONTRAST : COLOURS;
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await sound(page, `${language} ${name} ${await tab.getAttribute('id')}`, rules);
      }
      await page.locator('#tab-save').click();
      await shoot(page, `375-${name}-${language}`);
      await page.setViewportSize({ width: 1440, height: 900 });
      await sound(page, `${language} ${name}, wide`, rules);
      await shoot(page, `1440-${name}-${language}`);
      await page.setViewportSize({ width: 375, height: 900 });
    }
    await done(page);
  });
}

test('the colours of the system', async () => {
  const page = await open({ text: TEXT, colorScheme: 'dark', context: { forcedColors: 'active' } });
  await page.locator('.suggestion').first().waitFor();
  await shoot(page, '1280-forced-colors');
  await sound(page, 'forced colours');
  await done(page);
});

test('nothing moves by itself where motion is not wanted', async () => {
  const durations = async (page) => page.evaluate(() => [...document.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
    return [...transitionDuration.split(', '), ...(animationName === 'none' ? [] : animationDuration.split(', '))];
  }).filter((duration) => parseFloat(duration) > 0).length);
  const page = await open({ text: TEXT, context: { reducedMotion: 'no-preference' } });
  assert.ok(await durations(page) > 0, 'there is something to be still');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    assert.equal(await durations(page), 0);
  }
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto');
  await done(page);
});

test('on paper', async () => {
  const page = await open({ text: TEXT });
  await page.locator('.suggestion').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'print');
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

/** A picture of the whole page, from its top: what sticks to the screen would cover something else. */
async function shoot(page, label) {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(shots, `${label}.png`), fullPage: true });
}

/** What axe-core is asked for, by its tags. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
/** High contrast is seven to one (WCAG 1.4.6, level AAA). */
const CONTRAST = { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] };

/** No accessibility violation, and nothing wider than the screen. */
async function sound(page, label, rules = ALL) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe);
  const violations = await page.evaluate(async (runOnly) => {
    const { violations, passes } = await globalThis.axe.run(document, { runOnly });
    if (!passes.some(({ id }) => id === 'color-contrast')) return ['the contrast was not looked at'];
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`);
  }, rules);
  assert.deepEqual(violations, [], label);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(excess <= 0, `${label} is ${excess} px wider than the screen`);
}
