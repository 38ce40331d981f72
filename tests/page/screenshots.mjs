/**
 * Takes pictures of the page for people to look at: `cargo xtask screenshots` runs this. The README shows two of them, in
 * light and dark; the others (phone, tablet, right to left, high contrast, forced colours, print, template, an empty page)
 * are to be looked at after a change.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../browser.mjs';
import { PAGE_POLICY, serve } from '../serve.mjs';

const TEXT = 'Hello Ana, your order [#2381] of 3 × “Earl Grey” has shipped — it arrives on Tuesday between 9 and 11. '
  + 'Track it at https://shop.example/t/8fK2. Thanks for buying with us! 🎉';
const ARABIC = 'مرحبا بكم في متجرنا! طلبكم رقم 2381 جاهز للاستلام من الفرع الرئيسي اليوم بين الساعة 9 و 11 صباحًا. شكرًا لثقتكم بنا.';
const HINDI = 'आपका ऑर्डर रवाना हो चुका है। कल 9 से 11 के बीच पहुँचेगा। कृपया फ़ोन पास रखें। धन्यवाद! हमारी दुकान पर फिर आइए।';
const TEMPLATE = 'Hi {{name}}! Your table for “{{guests}}” is ready. We keep it for 15 minutes.';

const [desktop, phone, tablet] = [{ width: 1180, height: 900 }, { width: 390, height: 844 }, { width: 820, height: 1180 }];
const [composer, readme, others] = process.argv.slice(2);
mkdirSync(others, { recursive: true });

/** @type {Record<string, { viewport: { width: number, height: number }, text?: string, tab?: string, theme?: string, print?: boolean, readme?: boolean, context?: import('playwright-core').BrowserContextOptions }>} */
const PICTURES = {
  'page-light': { viewport: { width: 1180, height: 640 }, readme: true },
  'page-dark': { viewport: { width: 1180, height: 640 }, readme: true, context: { colorScheme: 'dark' } },
  desktop: { viewport: desktop },
  dark: { viewport: desktop, context: { colorScheme: 'dark' } },
  empty: { viewport: desktop, text: '' },
  'phone-empty': { viewport: phone, text: '' },
  phone: { viewport: phone },
  tablet: { viewport: tablet },
  arabic: { viewport: desktop, text: ARABIC, context: { locale: 'ar' } },
  'arabic-phone': { viewport: phone, text: ARABIC, context: { locale: 'ar' } },
  'hindi-phone': { viewport: phone, text: HINDI, context: { locale: 'hi' } },
  french: { viewport: desktop, context: { locale: 'fr' } },
  contrast: { viewport: desktop, theme: 'contrast' },
  'contrast-dark': { viewport: desktop, theme: 'contrast', context: { colorScheme: 'dark' } },
  forced: { viewport: desktop, context: { forcedColors: 'active' } },
  print: { viewport: { width: 794, height: 1123 }, print: true },
  template: { viewport: desktop, text: TEMPLATE, tab: 'template' },
  media: { viewport: phone, tab: 'media' },
  inspect: { viewport: desktop, tab: 'inspect' },
  settings: { viewport: phone, tab: 'settings' },
};

const { address, close } = await serve(composer, { policy: PAGE_POLICY });
const browser = await launch();
const wanted = process.argv.slice(5);
for (const [name, { viewport, text = TEXT, tab, theme, print, readme: isOfReadme, context }] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const session = await browser.newContext({ viewport, locale: 'en-US', colorScheme: 'light', serviceWorkers: 'block', ...context });
  const page = await session.newPage();
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor();
  await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
  if (theme !== undefined) await page.locator('#theme').selectOption(theme);
  if (text !== '') {
    await page.locator('#recipients').fill('20000');
    await page.locator('#text').fill(text);
    await page.locator('html[data-advice]').waitFor();
  }
  if (tab !== undefined) await page.locator(`#tab-${tab}`).click();
  if (print) await page.emulateMedia({ media: 'print' });
  // Until what follows a key a moment later is drawn: marks, advice, preview.
  await page.waitForTimeout(1_000);
  // From the top: what sticks to the screen would cover something else.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(isOfReadme ? readme : others, `${name}.png`), animations: 'disabled', fullPage: !isOfReadme });
  await session.close();
}
await browser.close();
await close();
