/** Looks: accessibility by axe-core, nothing wider than the screen, the focus ring, print, screenshots for people to look at. */

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { done, drop, open, quiet, test, write } from '../site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Screenshots are left here. */
const shots = process.env.SEPTET_ARTEFACTS
  ?? join(process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../../target', import.meta.url)), 'page-screenshots');
mkdirSync(shots, { recursive: true });

const TEXT = 'Hello Ana, your order [#2381] of 3 × “Earl Grey” has shipped — it arrives on Tuesday between 9 and 11. '
  + 'Track it at https://shop.example/t/8fK2. Thanks for buying with us! 🎉 Reply STOP to opt out of these messages.';
const ARABIC = 'مرحبا بكم في متجرنا! طلبكم رقم 2381 جاهز للاستلام من الفرع الرئيسي اليوم بين الساعة 9 و 11 صباحًا. شكرًا لثقتكم بنا.';

const HINDI = 'आपका ऑर्डर रवाना हो चुका है। कल 9 से 11 के बीच पहुँचेगा। कृपया फ़ोन पास रखें। धन्यवाद! हमारी दुकान पर फिर आइए।';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="260"><rect width="400" height="260" fill="#0a6157"/>'
  + '<circle cx="200" cy="130" r="80" fill="#efc46a"/></svg>';

/** Appearances: `theme` is what is chosen on the page. */
const LOOKS = [
  { name: 'light', colorScheme: 'light', theme: 'auto' },
  { name: 'dark', colorScheme: 'dark', theme: 'auto' },
  { name: 'light-contrast', colorScheme: 'light', theme: 'contrast' },
  { name: 'dark-contrast', colorScheme: 'dark', theme: 'contrast' },
];

for (const width of [390, 820, 1440]) {
  test(`${width} px: empty and full, every tool`, async () => {
    const page = await open({ width });
    await shoot(page, `${width}-empty`);
    await sound(page, `${width} empty`);
    await write(page, TEXT);
    await fillAll(page);
    // Colours do not change with the width: all appearances on a phone, one elsewhere.
    for (const { name, colorScheme, theme } of width === 390 ? LOOKS : LOOKS.slice(0, 1)) {
      await page.emulateMedia({ colorScheme });
      await page.locator('#theme').selectOption(theme);
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await quiet(page);
        const label = `${width}-${name}-${(await tab.getAttribute('id')).replace('tab-', '')}`;
        await shoot(page, label);
        // What else the rules look at does not change with the colours.
        await sound(page, label, name === 'light' ? ALL : theme === 'contrast' ? CONTRAST : COLOURS);
      }
    }
    await done(page);
  });
}

for (const language of ['en', 'de', 'es', 'fr', 'pt', 'tr', 'ar', 'hi']) {
  test(`in ${language}: every tool, every appearance`, async () => {
    const page = await open({ width: 390, height: 844, locale: language, text: { ar: ARABIC, hi: HINDI }[language] ?? TEXT });
    await fillAll(page);
    assert.equal(await page.evaluate(() => document.documentElement.dir), language === 'ar' ? 'rtl' : 'ltr');
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await quiet(page);
      await sound(page, `${language} ${await tab.getAttribute('id')}`);
    }
    await page.locator('#tab-segments').click();
    for (const { name, colorScheme, theme } of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.locator('#theme').selectOption(theme);
      await sound(page, `${language} ${name}`, theme === 'contrast' ? CONTRAST : COLOURS);
      await shoot(page, `390-${name}-${language}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await sound(page, `${language}, wide`);
    await shoot(page, `1440-${language}`);
    await done(page);
  });
}

test('a small phone shows a table and all figures of a long text', async () => {
  for (const [width, locale] of [[320, 'en-NZ'], [390, 'en-NZ'], [390, 'de'], [320, 'tr'], [390, 'hi'], [320, 'ar']]) {
    const page = await open({ width, height: 640, locale, context: { isMobile: true, hasTouch: true }, text: `${'Lorem ipsum dolor '.repeat(110)}🎉` });
    await quiet(page);
    const cut = await page.locator('#figures').evaluate((row) => {
      const { left, right, bottom } = row.getBoundingClientRect();
      return [...row.children].filter((figure) => {
        const box = figure.getBoundingClientRect();
        return box.left < left || box.right > right || box.bottom > bottom;
      }).map((figure) => figure.textContent);
    });
    assert.deepEqual(cut, [], `${width} px, ${locale}`);
    await write(page, 'Hi {{name}}! Your table for “{{guests}}” is ready. We keep it for 15 minutes.');
    await drop(page, { name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from('name;guests\nAna;2\nŞeyma;4\nBob;\n') });
    await page.locator('#panel-template .table').waitFor();
    await quiet(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${wide} of ${width} px, ${locale}`);
    await done(page);
  }
});

test('a card, a message and a mark are accessible too', async () => {
  const page = await open({ text: TEXT });
  await page.locator('.legend-mark').first().click();
  await page.locator('#popover').waitFor();
  await sound(page, 'card');
  await page.keyboard.press('Escape');
  await page.locator('#verdict-action').click();
  await page.locator('.toast').waitFor();
  await sound(page, 'toast');
  await done(page);
});

for (const [name, options, theme] of [
  ['high contrast', {}, 'contrast'], ['prefers-contrast', { context: { contrast: 'more' } }, 'auto'], ['forced colours', { context: { forcedColors: 'active' } }, 'auto'], ['light', {}, 'light'],
]) {
  test(`the focus ring of the text field is seen: ${name}`, async () => {
    const page = await open(options);
    await page.locator('#theme').selectOption(theme);
    const ring = () => page.locator('#sheet').evaluate((sheet) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(sheet);
      return { outlineStyle, outlineWidth, outlineColor };
    });
    await page.locator('#share').focus();
    assert.equal((await ring()).outlineStyle, 'none');
    await page.locator('#text').focus();
    const { outlineStyle, outlineWidth, outlineColor } = await ring();
    assert.equal(outlineStyle, 'solid');
    assert.ok(parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor), `${outlineWidth} ${outlineColor}`);
    await done(page);
  });
}

test('octets and code points run from left to right on a page from right to left', async () => {
  const page = await open({ locale: 'ar', text: ARABIC });
  await page.locator('#tab-inspect').click();
  await page.locator('.octet-dump').first().waitFor();
  const wrong = await page.locator('#panel-inspect code, #panel-inspect .octet-dump').evaluateAll((all) => all.filter((element) => getComputedStyle(element).direction !== 'ltr').length);
  assert.equal(wrong, 0);
  await done(page);
});

test('the colours of the system', async () => {
  const page = await open({ text: TEXT, colorScheme: 'dark', context: { forcedColors: 'active' } });
  await page.locator('.action').first().waitFor();
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
  await page.locator('.action').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'print');
  assert.equal(await page.getByRole('button', { name: 'Copy link' }).isVisible(), false);
  for (const id of ['figure-segments', 'verdict-money', 'recipients', 'backdrop']) assert.equal(await page.locator(`#${id}`).isVisible(), true, id);
  // Cuts are numbered in the text itself, which wraps as the paper is wide.
  assert.equal(await page.locator('#flags').isVisible(), false);
  assert.equal(await page.locator('#text').isVisible(), false);
  assert.match(await page.locator('#backdrop .segment').nth(1).evaluate((segment) => getComputedStyle(segment, '::before').content), /counter\(segment\)/);
  assert.notEqual(await page.locator('#backdrop').evaluate((backdrop) => getComputedStyle(backdrop).color), 'rgba(0, 0, 0, 0)');
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

/** The rules that axe-core checks, by their tags. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
/** High contrast is seven to one (WCAG 1.4.6, level AAA). */
const CONTRAST = { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] };

/** No accessibility violation, and nothing wider than the screen. */
async function sound(page, label, rules = ALL) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe);
  const violations = await page.evaluate(async (runOnly) => {
    // Colours of a transition between two themes are neither's.
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    const { violations, passes } = await globalThis.axe.run(document, { runOnly });
    if (!passes.some(({ id }) => id === 'color-contrast')) return ['the contrast was not looked at'];
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`);
  }, rules);
  assert.deepEqual(violations, [], label);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(excess <= 0, `${label} is ${excess} px wider than the screen`);
}
