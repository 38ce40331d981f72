/** Lasting things: the draft, links, settings, the page without a network. Nothing leaves the browser. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { copiedLink, done, figures, fragmentOf, marked, open, quiet, ready, SITE, test, write } from '../site.mjs';

const www = fileURLToPath(new URL('../../../www/', import.meta.url));

/** Holds back the script of the page, as a slow network does; returns what lets it go. */
async function slow(page) {
  let go;
  const gate = new Promise((resolve) => { go = resolve; });
  await page.route('**/main.js', async (route) => {
    await gate;
    await route.continue();
  });
  return () => go();
}

/** Opens the page, types before its script is there, and lets the script come. */
async function typedEarly({ fragment = '', text, before }) {
  const page = await open();
  await before?.(page);
  const go = await slow(page);
  await page.goto('about:blank');
  await page.goto(SITE + fragment, { waitUntil: 'commit' });
  await page.locator('#text').pressSequentially(text);
  assert.equal(await page.locator('html[data-ready]').count(), 0, 'the script is not there yet');
  go();
  await ready(page);
  return page;
}

test('text typed before the script is ready is kept and counted', async () => {
  const page = await typedEarly({ text: 'typed early €' });
  assert.equal(await page.locator('#text').inputValue(), 'typed early €');
  assert.equal((await figures(page)).units, 14);
  await page.locator('#text').pressSequentially('!');
  assert.equal(await page.locator('#text').inputValue(), 'typed early €!', 'the caret stays');
  await done(page);
});

test('text typed over a draft before the script is ready keeps both', async () => {
  const page = await typedEarly({ text: 'more ', before: async (first) => {
    await write(first, 'draft');
    await first.waitForFunction(() => sessionStorage.getItem('septet-draft')?.includes('draft'));
  } });
  const value = await page.locator('#text').inputValue();
  assert.ok(value.includes('more ') && value.includes('draft'), value);
  await done(page);
});

test('a link does not lose text typed before the script is ready', async () => {
  const page = await typedEarly({ text: 'mine', fragment: fragmentOf({ text: 'theirs' }) });
  assert.equal(await page.locator('#text').inputValue(), 'theirs');
  await page.locator('.toast', { hasText: 'The text of the link replaced yours.' }).getByRole('button', { name: 'Undo' }).click();
  assert.equal(await page.locator('#text').inputValue(), 'mine');
  await done(page);
});

test('the draft survives a reload until one starts over, which can be undone', async () => {
  const page = await open({ text: 'Hi {{name}}, draft 🎉' });
  await page.locator('#tab-template').click();
  await page.getByLabel('name', { exact: true }).fill('Zoë');
  await page.reload();
  await ready(page);
  assert.equal(await page.locator('#text').inputValue(), 'Hi {{name}}, draft 🎉');
  await page.locator('.bubble', { hasText: 'Hi Zoë, draft' }).waitFor();
  await page.locator('#start-over').click();
  assert.equal(await page.locator('#text').inputValue(), '');
  await page.locator('#welcome').waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await page.locator('.bubble', { hasText: 'Hi Zoë, draft' }).waitFor();
  await page.locator('#start-over').click();
  await page.waitForFunction(() => sessionStorage.getItem('septet-draft') === null);
  await page.reload();
  await ready(page);
  assert.equal(await page.locator('#text').inputValue(), '');
  await done(page);
});

test('a link restores text and settings, and stays on this machine', async () => {
  const page = await open({ text: 'Grüße aus Köln — 5 € 🎉\nzweite Zeile' });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Limits of a segment').selectOption('Toll-free number');
  const link = await copiedLink(page);
  assert.ok(link.startsWith(`${SITE}#`), 'the state is in the fragment, which is not sent');
  await done(page);

  const other = await open({ fragment: new URL(link).hash });
  assert.equal(await other.locator('#text').inputValue(), 'Grüße aus Köln — 5 € 🎉\nzweite Zeile');
  await other.getByRole('tab', { name: 'Settings' }).click();
  assert.equal(await other.getByLabel('Limits of a segment').locator('option:checked').textContent(), 'Toll-free number');
  await done(other);
});

test('a damaged link is explained where everybody sees it', async () => {
  const page = await open({ fragment: '#m=AAAA' });
  assert.match(await page.locator('.toast').innerText(), /This link is incomplete\. Copy it again/);
  assert.equal(await page.locator('#toasts').getAttribute('role'), 'status', 'and heard');
  await page.locator('.toast').getByRole('button', { name: 'Close' }).click();
  assert.equal(await page.locator('.toast').count(), 0);
  await done(page);
});

test('without access to the clipboard the text is shown selected', async () => {
  const page = await open({ text: 'copy me', prepare: (page) => page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  }) });
  await page.locator('#tab-inspect').click();
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  const area = page.locator('dialog textarea');
  await area.waitFor();
  assert.deepEqual(await area.evaluate(({ value, selectionStart, selectionEnd }) => [value, selectionStart, selectionEnd]), ['copy me', 0, 7]);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog').count(), 0);
  await done(page);
});

test('settings are remembered between visits, the text only on request', async () => {
  const page = await open({ text: 'secret' });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Reference number', { exact: true }).selectOption('16 bits');
  await page.locator('#theme').selectOption('dark');
  await kept(page, '"theme":"dark"');
  assert.doesNotMatch(await page.evaluate(() => localStorage.getItem('septet')), /secret/);
  // A new visit in the same browser: the draft goes with the tab.
  const visit = async () => {
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('about:blank');
    await page.goto(SITE);
    await ready(page);
    await page.evaluate(() => document.querySelector('[data-open="settings"]')?.click());
  };
  await page.evaluate(() => window.addEventListener('pagehide', () => sessionStorage.clear()));
  await visit();
  assert.equal(await page.locator('#text').inputValue(), '');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.equal(await page.getByLabel('Reference number', { exact: true }).locator('option:checked').textContent(), '16 bits');
  await write(page, 'not secret');
  await page.getByLabel('Keep the text between visits too').check();
  await kept(page, 'not secret');
  await visit();
  assert.equal(await page.locator('#text').inputValue(), 'not secret');
  await page.locator('#tab-settings').click();
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await kept(page, '"theme":"auto"');
  assert.doesNotMatch(await page.evaluate(() => localStorage.getItem('septet') ?? ''), /secret/);
  await done(page);
});

test('the text is in the storage of its tab alone, and the page forbids what it does not need', async () => {
  const page = await open({ text: 'a secret text' });
  await page.locator('#price').fill('0.05');
  await kept(page, '0.05');
  const stored = await page.evaluate(async () => JSON.stringify([
    Object.entries(localStorage), document.cookie, await indexedDB.databases(), await caches.keys(), location.href,
  ]));
  assert.doesNotMatch(stored, /secret/);
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), ['septet-draft']);
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

test('limits of one’s own count once they are possible', async () => {
  const page = await open({ text: 'a'.repeat(137) });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Limits of a segment').selectOption('Custom limits');
  await page.getByLabel('Septets, one message').fill('136');
  assert.match(await page.locator('#limits .notice').textContent(), /^Enter whole numbers, at most 160, 153, 70 and 67/);
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
  await page.context().setOffline(true);
  await page.reload();
  await ready(page);
  await write(page, ']'.repeat(153));
  assert.equal((await figures(page)).segments, 3);
  // What is loaded later is there too: countries, octets, names of characters.
  await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
  await page.locator('#country').selectOption('DE');
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await page.locator('.octet-dump').first().waitFor();
  await page.locator('.name', { hasText: 'RIGHT SQUARE BRACKET' }).first().waitFor();
  await page.locator('#page-language').selectOption('hi');
  await page.locator('html[lang="hi"]').waitFor();
  await page.context().setOffline(false);
  await done(page);
});

test('a part that cannot be loaded is explained', async () => {
  const page = await open({ text: 'Hi' });
  await page.route('**/*', (route) => route.abort());
  await page.locator('#tab-inspect').click();
  await page.locator('.toast', { hasText: 'Check your connection and try again' }).waitFor();
  await page.context().close();
});

const languages = ['en', ...readdirSync(`${www}strings/translations`).map((name) => name.replace('.json', ''))].sort();
const fileOf = (language) => `${www}strings/${language === 'en' ? '' : 'translations/'}${language}.json`;
const strings = Object.fromEntries(languages.map((language) => [language, JSON.parse(readFileSync(fileOf(language), 'utf8'))]));

test('every string is there in every language, with the same holes', () => {
  assert.deepEqual(languages, ['ar', 'de', 'en', 'es', 'fr', 'hi', 'pt', 'tr']);
  const holes = (text) => [...new Set(text.match(/\{\w+\}/g))].sort();
  const others = (text) => holes(text).filter((hole) => hole !== '{n}' && hole !== '{range}' && hole !== '{people}');
  for (const [key, english] of Object.entries(strings.en)) {
    const all = holes(english.other ?? english);
    for (const language of languages) {
      const forms = strings[language][key];
      assert.ok(forms !== undefined, `${key}, ${language}`);
      if (typeof forms === 'string') {
        assert.deepEqual(holes(forms), all, `${key}: ${forms}`);
        continue;
      }
      // Each form that the language has; one and two of a thing may be told by a word instead of the number.
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      assert.deepEqual(Object.keys(forms).sort(), pluralCategories.toSorted(), `${key}, ${language}`);
      assert.deepEqual(holes(forms.other), all, `${key}: ${forms.other}`);
      for (const form of Object.values(forms)) assert.deepEqual(others(form), others(forms.other), `${key}: ${form}`);
    }
  }
  // From right to left, a number after Latin letters would be read before them: a mark stands in between.
  const texts = Object.values(strings.ar).flatMap((forms) => (typeof forms === 'string' ? [forms] : Object.values(forms)));
  for (const text of texts) assert.doesNotMatch(text, /(?:[A-Za-z][\w-]*|\{kind\})[:،؛] (?:\d|\{n\})/, text);
  for (const language of languages) assert.deepEqual(Object.keys(strings[language]), Object.keys(strings.en), language);
  const page = readFileSync(`${www}index.html`, 'utf8');
  for (const [, key] of page.matchAll(/data-(?:t|t-label|sample)="([\w-]+)"/g)) assert.ok(strings.en[key], key);
  // What is shown before the script is there stays when it comes.
  const written = [...page.matchAll(/data-t="([\w-]+)"[^>]*>([^<]*)</g), ...page.matchAll(/data-t-label="([\w-]+)" aria-label="([^"]*)"/g)];
  assert.ok(written.length > 30);
  for (const [, key, text] of written) assert.equal(text, strings.en[key], key);
});

test('no string is left over', () => {
  const sources = readdirSync(www, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|html)$/.test(entry.name))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')).join('');
  for (const key of Object.keys(strings.en)) {
    // Keys with a hyphen are put together: the part before the first is in the source.
    const named = key.includes('-') ? [`\`${key.slice(0, key.indexOf('-') + 1)}`, `'${key}'`] : [`'${key}'`, `"${key}"`];
    assert.ok(named.some((name) => sources.includes(name)), `${key} is used nowhere`);
  }
});

test('the first visit is small: 160 KB compressed, 250 KB with a text, 30 requests, no layout shift', async () => {
  const { brotliCompressSync } = await import('node:zlib');
  for (const [name, options] of Object.entries({ desktop: {}, phone: { width: 390, height: 844 }, arabic: { width: 390, height: 844, locale: 'ar' },
    priced: { width: 390, height: 844, locale: 'en-GB' }, 'priced in German': { width: 390, height: 844, locale: 'de-DE' }, 'priced, narrow': { width: 320, height: 640, locale: 'fr-FR' } })) {
    const bodies = [];
    const page = await open({ ...options, prepare: async (page) => {
      page.on('response', (response) => bodies.push(response.body()));
      await observeShift(page);
    } });
    const total = async () => (await Promise.all(bodies)).reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
    await page.waitForFunction(() => document.querySelectorAll('#country option').length > 200);
    await quiet(page);
    const [requests, bytes, shift] = [bodies.length, await total(), await shiftOf(page)];
    assert.ok(requests <= 30, `${name}: ${requests} requests`);
    assert.ok(bytes <= 160_000, `${name}: ${bytes} bytes`);
    assert.ok(shift < 0.05, `${name}: layout shift ${shift}`);
    // The first text brings the whole package.
    await write(page, 'Grüße — schön');
    await quiet(page);
    const withText = await total();
    assert.ok(bodies.length <= 30 && withText <= 250_000, `${name}: ${bodies.length} requests, ${withText} bytes with a text`);
    if (process.env.SEPTET_FIGURES) {
      console.log(`${name}: ${requests} requests, ${bytes} bytes, layout shift ${shift.toFixed(4)}; with a text ${bodies.length} requests, ${withText} bytes`);
    }
    await done(page);
  }
});

test('advice comes with the first text, and with a draft or a link at once; nothing moves', async () => {
  for (const [width, height] of [[1280, 900], [390, 844]]) {
    const page = await open({ width, height, prepare: observeShift });
    assert.equal(await page.locator('html[data-advice]').count(), 0, 'an empty page shows samples and needs none');
    await page.locator('#welcome').getByRole('button', { name: 'Settings' }).click();
    await page.locator('html[data-advice]').waitFor();
    await page.reload();
    await ready(page);
    await page.locator('#text').pressSequentially('Don’t — wait');
    await page.locator('html[data-advice]').waitFor();
    await quiet(page);
    assert.deepEqual(await marked(page, 'offender'), ['’', '—']);
    await page.waitForFunction(() => sessionStorage.getItem('septet-draft')?.includes('wait'));
    await page.reload();
    await ready(page);
    assert.equal(await page.locator('html[data-advice]').count(), 1, 'a draft has advice once the page is ready');
    await page.locator('#verdict-reason:not(:empty)').waitFor();
    await quiet(page);
    assert.ok(await shiftOf(page) < 0.05, `layout shift ${await shiftOf(page)} at ${width}`);
    await done(page);
  }
  const linked = await open({ fragment: fragmentOf({ text: 'şğ', settings: { nationalLanguages: 'turkish' } }) });
  assert.deepEqual(await figures(linked), { encoding: 'GSM-7', segments: 1, units: 2, unitsRemaining: 153 }, 'counted with the language of the link');
  await done(linked);
});

/** Adds up what moves on the page without anybody having touched it. @param {import('playwright-core').Page} page */
async function observeShift(page) {
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const shiftOf = (page) => page.evaluate(() => globalThis.shift);
