/**
 * Takes pictures of the page for people to look at: `cargo xtask screenshots` runs this. The README shows two of them, in
 * light and dark; the others (phone, also with its keyboard open, tablet, right to left, high contrast, forced colours, print,
 * enlarged text, template, an empty page) are to be looked at after a change. Further arguments name the pictures to take.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../browser.mjs';
import { PAGE_POLICY, serve } from '../serve.mjs';
import { drop } from './drop.mjs';

const TEXT = 'Hello Ana, your order [#2381] of 3 × “Earl Grey” has shipped — it arrives on Tuesday between 9 and 11. '
  + 'Track it at https://shop.example/t/8fK2. Thanks for buying with us! 🎉';
const ARABIC = 'مرحبا بكم في متجرنا! طلبكم رقم 2381 جاهز للاستلام من الفرع الرئيسي اليوم بين الساعة 9 و 11 صباحًا. شكرًا لثقتكم بنا.';
const HINDI = 'आपका ऑर्डर रवाना हो चुका है। कल 9 से 11 के बीच पहुँचेगा। कृपया फ़ोन पास रखें। धन्यवाद! हमारी दुकान पर फिर आइए।';
const TURKISH = 'Merhaba Ayşe, siparişiniz kargoya verildi. Yarın saat 9 ile 11 arasında kapınızda olacak. Takip için: https://magaza.example/t/8fK2. İyi günler!';
const TEMPLATE = 'Hi {{name}}! Your table for “{{guests}}” is ready. We keep it for 15 minutes.';

const TABLE = 'name;guests\nAna;2\nŞeyma;4\nBob;\n';

const [desktop, tablet] = [{ width: 1180, height: 900 }, { width: 820, height: 1180 }];
/** A phone has touch and no room for a scrollbar. @type {(height: number, context?: import('playwright-core').BrowserContextOptions, width?: number) => Pick<Picture, 'viewport' | 'context'>} */
const phone = (height, context, width = 390) => ({ viewport: { width, height }, context: { isMobile: true, hasTouch: true, ...context } });
const [composer, readme, others] = process.argv.slice(2);
mkdirSync(others, { recursive: true });

/**
 * @typedef {object} Picture
 * @property {{ width: number, height: number }} viewport
 * @property {string} [text]
 * @property {string} [tab]
 * @property {string} [theme]
 * @property {boolean} [print]
 * @property {boolean} [readme] whether the README shows it
 * @property {boolean} [screen] only what is on the screen, with the caret in the text, instead of the whole page
 * @property {string} [table] a CSV file, dropped
 * @property {boolean} [card] whether the card of the first mark is open
 * @property {import('playwright-core').BrowserContextOptions} [context]
 */

/** @type {Record<string, Picture>} */
const PICTURES = {
  'page-light': { viewport: { width: 1180, height: 640 }, readme: true },
  'page-dark': { viewport: { width: 1180, height: 640 }, readme: true, context: { colorScheme: 'dark' } },
  desktop: { viewport: desktop },
  dark: { viewport: desktop, context: { colorScheme: 'dark' } },
  empty: { viewport: desktop, text: '' },
  card: { viewport: desktop, card: true },
  zoom: { viewport: { width: 590, height: 450 }, context: { deviceScaleFactor: 2 } },
  tablet: { viewport: tablet, context: { hasTouch: true } },
  phone: phone(844),
  'phone-card': { ...phone(844), card: true, screen: true },
  'phone-empty': { ...phone(844), text: '' },
  'phone-keyboard': { ...phone(430), screen: true },
  narrow: phone(640, {}, 320),
  arabic: { viewport: desktop, text: ARABIC, context: { locale: 'ar' } },
  'arabic-phone': { ...phone(844, { locale: 'ar' }), text: ARABIC },
  'arabic-tablet': { viewport: tablet, text: ARABIC, tab: 'inspect', context: { locale: 'ar', hasTouch: true } },
  'hindi-phone': { ...phone(844, { locale: 'hi' }), text: HINDI },
  'turkish-phone': { ...phone(844, { locale: 'tr-TR' }), text: TURKISH },
  german: { viewport: desktop, context: { locale: 'de-DE' } },
  'german-phone': { ...phone(844, { locale: 'de-DE' }), text: TEMPLATE, table: TABLE },
  french: { viewport: desktop, context: { locale: 'fr-FR' } },
  spanish: { viewport: desktop, text: TEMPLATE, table: TABLE, context: { locale: 'es-ES' } },
  portuguese: { viewport: desktop, text: '', context: { locale: 'pt-BR' } },
  contrast: { viewport: desktop, theme: 'contrast' },
  'contrast-dark': { viewport: desktop, theme: 'contrast', context: { colorScheme: 'dark' } },
  'contrast-wanted': { viewport: desktop, context: { contrast: 'more' } },
  forced: { viewport: desktop, context: { forcedColors: 'active' } },
  'forced-dark': { viewport: desktop, context: { forcedColors: 'active', colorScheme: 'dark' } },
  print: { viewport: { width: 794, height: 1123 }, print: true },
  template: { viewport: desktop, text: TEMPLATE, tab: 'template' },
  table: { viewport: desktop, text: TEMPLATE, table: TABLE },
  media: { ...phone(844), tab: 'media' },
  inspect: { viewport: desktop, tab: 'inspect' },
  settings: { ...phone(844), tab: 'settings' },
};

const { address, close } = await serve(composer, { policy: PAGE_POLICY });
const browser = await launch();
const wanted = process.argv.slice(5);
for (const [name, { viewport, text = TEXT, tab, theme, print, readme: isOfReadme, screen, table, card, context }] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const session = await browser.newContext({ viewport, locale: 'en-US', colorScheme: 'light', serviceWorkers: 'block', ...context });
  const page = await session.newPage();
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor();
  await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
  // The scrollbar that there would be room for is not in the picture.
  await page.evaluate(() => { document.documentElement.style.scrollbarGutter = 'auto'; });
  if (theme !== undefined) await page.locator('#theme').selectOption(theme);
  if (text !== '') {
    await page.locator('#recipients').fill('20000');
    await page.locator('#text').fill(text);
    await page.locator('html[data-advice]').waitFor();
  }
  if (table !== undefined) await drop(page, { name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  if (tab !== undefined) await page.locator(`#tab-${tab}`).click();
  if (print) await page.emulateMedia({ media: 'print' });
  // Until what follows a key a moment later is drawn: marks, advice, preview.
  await page.waitForTimeout(1_000);
  if (card) {
    const next = page.locator('#legend button').last();
    await next.click();
    await page.waitForTimeout(1_000);
  }
  // From the top: what sticks to the screen would cover something else.
  if (!screen) await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(isOfReadme ? readme : others, `${name}.png`), animations: 'disabled', fullPage: !isOfReadme && !screen });
  await session.close();
}
await browser.close();
await close();
