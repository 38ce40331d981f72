/** What lasts: links, settings, the page without a network; and what does not: the text, unless asked. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SITE, browser, done, figures, write } from './site.mjs';

const { open } = browser({ own: true });
const www = fileURLToPath(new URL('../../www/', import.meta.url));

test('a link restores text and settings, and stays on this machine', async () => {
  const page = await open({ text: 'Grüße aus Köln — 5 € 🎉\nzweite Zeile' });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Limits of a segment').selectOption('Toll-free number');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${SITE}#`), 'the state is in the fragment, which is not sent');
  await done(page);

  const other = await open({ fragment: new URL(link).hash });
  assert.equal(await other.locator('#text').inputValue(), 'Grüße aus Köln — 5 € 🎉\nzweite Zeile');
  await other.getByRole('tab', { name: 'Settings' }).click();
  assert.equal(await other.getByLabel('Limits of a segment').locator('option:checked').textContent(), 'Toll-free number');
  await done(other);
});

test('a damaged link is said to be one', async () => {
  const page = await open({ fragment: '#m=AAAA' });
  assert.equal(await page.locator('#announcer').textContent(), 'This link could not be read.');
  await done(page);
});

test('settings are remembered, the text only on demand', async () => {
  const page = await open({ text: 'secret' });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Reference number of parts').selectOption('16 bits');
  await page.locator('#theme').selectOption('dark');
  await kept(page, '"theme":"dark"');
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  assert.equal(await page.locator('#text').inputValue(), '');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.equal(await page.getByLabel('Reference number of parts').locator('option:checked').textContent(), '16 bits');
  await write(page, 'not secret');
  await page.getByLabel('Remember the text too').check();
  await kept(page, 'not secret');
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  assert.equal(await page.locator('#text').inputValue(), 'not secret');
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await kept(page, '"theme":"auto"');
  assert.doesNotMatch(await page.evaluate(() => localStorage.getItem('septet') ?? ''), /secret/);
  await done(page);
});

test('what is written is in no storage, and the page itself forbids what it does not need', async () => {
  const page = await open({ text: 'a secret text' });
  await page.locator('#price').fill('0.05');
  await kept(page, '0.05');
  const stored = await page.evaluate(async () => JSON.stringify([
    Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, await indexedDB.databases(), await caches.keys(), location.href,
  ]));
  assert.doesNotMatch(stored, /secret/);
  const forbidden = await page.evaluate(async () => {
    const found = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => found.push(effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    const image = Object.assign(new Image(), { src: 'https://elsewhere.example/pixel.png' });
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://elsewhere.example/' });
    document.body.append(script, image, frame);
    document.body.setAttribute('style', 'color: red');
    await fetch('https://elsewhere.example/').catch(() => null);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    return { found: [...new Set(found)].sort(), ran: globalThis.ran ?? false };
  });
  assert.deepEqual(forbidden, { found: ['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-attr'], ran: false });
  await page.context().close();
});

test('limits of one’s own count once they can be', async () => {
  const page = await open({ text: 'a'.repeat(137) });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Limits of a segment').selectOption('Limits of your own');
  await page.getByLabel('Septets, one message').fill('136');
  assert.match(await page.locator('#limits .notice').textContent(), /^These limits cannot be: .* at most 160, 153, 70 and 67/);
  assert.equal((await figures(page)).segments, 1);
  await page.getByLabel('Septets, each segment').fill('130');
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 2, units: 137, unitsRemaining: 123 });
  await done(page);
});

/** Waits until the browser remembers something that contains this. */
async function kept(page, part) {
  await page.waitForFunction((part) => localStorage.getItem('septet')?.includes(part), part);
}

test('the page works without a network', async () => {
  const page = await open({ offline: true });
  await page.evaluate(() => navigator.serviceWorker.ready);
  const kept = await page.evaluate(async () => (await (await caches.open('septet-composer')).keys()).map(({ url }) => url));
  const files = readdirSync(www, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'service-worker.js')
    .map((entry) => new URL(`${entry.parentPath}/${entry.name}`.replace(/\/+/g, '/').slice(www.length).replace('index.html', ''), SITE).href);
  assert.deepEqual(files.filter((file) => !kept.includes(file)), []);
  await page.context().setOffline(true);
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  await write(page, ']'.repeat(153));
  assert.equal((await figures(page)).segments, 3);
  // What is loaded later is there too: countries, octets, names of characters.
  await page.locator('#country').selectOption('DE');
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await page.locator('.octet-dump').first().waitFor();
  await page.locator('.name', { hasText: 'RIGHT SQUARE BRACKET' }).first().waitFor();
  await page.context().setOffline(false);
  await done(page);
});

test('every string is there in every language, with the same holes', () => {
  const strings = JSON.parse(readFileSync(`${www}app/strings.json`, 'utf8'));
  const holes = (text) => [...new Set(text.match(/\{\w+\}/g))].sort();
  const others = (text) => holes(text).filter((hole) => hole !== '{n}');
  for (const [key, texts] of Object.entries(strings)) {
    assert.deepEqual(Object.keys(texts), ['en', 'de', 'es', 'tr', 'ar'], key);
    const all = holes(texts.en.other ?? texts.en);
    for (const [language, forms] of Object.entries(texts)) {
      if (typeof forms === 'string') {
        assert.deepEqual(holes(forms), all, `${key}: ${forms}`);
        continue;
      }
      // Each form that the language has; of one and two of a thing a word may tell the number.
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      assert.deepEqual(Object.keys(forms).sort(), pluralCategories.toSorted(), `${key}, ${language}`);
      assert.deepEqual(holes(forms.other), all, `${key}: ${forms.other}`);
      for (const form of Object.values(forms)) assert.deepEqual(others(form), others(forms.other), `${key}: ${form}`);
    }
  }
  const page = readFileSync(`${www}index.html`, 'utf8');
  for (const [, key] of page.matchAll(/data-(?:t|t-label|sample)="(\w+)"/g)) assert.ok(strings[key], key);
});

test('no string is left over', () => {
  const sources = readdirSync(www, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|html)$/.test(entry.name))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')).join('');
  for (const key of Object.keys(JSON.parse(readFileSync(`${www}app/strings.json`, 'utf8')))) {
    // Keys with a hyphen are put together: what stands before the first is in the source.
    const named = key.includes('-') ? [`\`${key.slice(0, key.indexOf('-') + 1)}`, `'${key}'`] : [`'${key}'`, `"${key}"`];
    assert.ok(named.some((name) => sources.includes(name)), `${key} is used nowhere`);
  }
});
