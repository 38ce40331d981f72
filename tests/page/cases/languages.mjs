/** Every sentence in the language of the page, also where the package has one in English: it is chosen by its code. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze, count, template } from 'septet';
import { checkMedia, twiml } from 'septet/messages';
import { encodeUserData } from 'septet/octets';
import { done, open, quiet, settled, test, write } from '../site.mjs';

const read = (name) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const LANGUAGES = ['de', 'es', 'fr', 'pt', 'tr', 'ar', 'hi'];
const strings = { en: JSON.parse(read('www/strings/en.json')) };
const stringsOf = (language) => JSON.parse(read(`www/strings/translations/${language}.json`));

/** The words in quotes after a place in the types of the package, up to the end of the statement. */
function words(file, start) {
  const types = read(`pkg-template/${file}.d.ts`);
  const from = types.indexOf(start);
  assert.notEqual(from, -1, start);
  return [...types.slice(from, types.indexOf(';', from)).matchAll(/'([a-z0-9-]+)'/g)].map(([, word]) => word);
}

test('every code of the package has a sentence', () => {
  const codes = {
    warning: words('index', 'export type WarningCode ='),
    reason: words('messages', 'reason:\n    | '),
    action: ['none', 'send-as-link', 'replace', 'find-out', 'convert', 'shrink', 'declare'].filter((kind) => kind !== 'none'),
  };
  assert.deepEqual([codes.warning.length, codes.reason.length], [15, 10]);
  // What costs segments is in the list of actions; three say what other actions say already.
  const others = ['ucs2-forced', 'one-character-over', 'few-characters-over'];
  for (const [kind, all] of Object.entries(codes)) {
    for (const code of all) assert.ok(others.includes(code) || strings.en[`${kind}-${code}`] || strings.en[`fix-${code}`] && strings.en[`cause-${code}`], `${kind}-${code}`);
  }
  const kinds = [...read('pkg-template/messages.d.ts').matchAll(/\| \{ kind: ([^;}]+)/g)].flatMap(([, kind]) => kind.match(/[a-z-]+/g));
  for (const action of codes.action) assert.ok(kinds.includes(action), action);
});

test('every refusal that the page can meet has a sentence', () => {
  /** Refusals of functions that the page does not call, or that it words with the character itself. */
  const elsewhere = ['unencodable', 'missing-value', 'wasm-unsupported', 'wasm-no-simd', 'wasm-blocked', 'wasm-malformed', 'not-initialized', 'undefined-septet', 'malformed',
    'invalid-address', 'malformed-parameter', 'no-token', 'wrong-command', 'no-plan'];
  const all = words('index', 'export type SmsErrorCode =');
  assert.ok(all.length >= 18 && elsewhere.every((code) => all.includes(code)));
  const warned = { 'too-many-segments': 'warning-too-many-segments', 'not-concatenable': 'warning-not-concatenated' };
  for (const code of all) assert.equal((warned[code] ?? `refused-${code}`) in strings.en, !elsewhere.includes(code), code);
});

/** The English sentences of the package behind the refusals and warnings that the page is made to show. */
function english() {
  const said = (refused) => {
    try {
      refused();
    } catch (error) {
      return error.message;
    }
    throw new Error('was not refused');
  };
  const media = checkMedia(FILES.map(({ mimeType, buffer }) => ({ contentType: mimeType, bytes: buffer.length })), { channel: 'mms' });
  assert.equal(media.problems.length, 2);
  return [
    said(() => template(BROKEN)), said(() => count('', { profile: LIMITS })), said(() => encodeUserData(LONG, { profile: 'single', reference: 1 })),
    said(() => twiml({ body: '' })), ...media.problems.flatMap(({ message, fix }) => [message, fix]), ...media.verdicts.map(({ message }) => message),
    ...analyze(WARNED).warnings.map(({ message }) => message),
  ];
}

const BROKEN = 'Hi {{name!';
const LIMITS = { single: 136, concatenated: 153, ucs2Single: 70, ucs2Concatenated: 67 };
const LONG = 'a'.repeat(200);
const WARNED = `${'я'.repeat(65)}👩‍👩‍👧‍👦 https://bit.ly/x “quoted” and on`;
const FILES = Array.from({ length: 11 }, (_, place) => ({ name: `${place}.png`, mimeType: 'image/png', buffer: Buffer.alloc(500_000) }));

for (const language of LANGUAGES) {
  test(`nothing is said in English, ${language}`, async () => {
    const own = stringsOf(language);
    const page = await open({ locale: language });
    const sentences = english();
    /** The English of the page's own strings that are other words in this language. */
    const sentencesInEnglish = new Set(Object.entries(strings.en).filter(([key, text]) => typeof text === 'string' && text !== own[key] && / /.test(text)).map(([, text]) => text));
    const noEnglish = async (where) => {
      await settled(page);
      const texts = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
          const { parentElement, data } = walker.currentNode;
          if (parentElement.closest('[lang="en"], noscript, #backdrop, script') === null && parentElement.checkVisibility()) found.push(data);
        }
        for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
          for (const name of ['aria-label', 'placeholder', 'title']) found.push(element.getAttribute(name) ?? '');
        }
        return found;
      });
      for (const text of texts) {
        assert.ok(!sentencesInEnglish.has(text.trim()), `${where}: ${text}`);
        for (const sentence of sentences) assert.ok(!text.includes(sentence), `${where}: ${text}`);
      }
    };

    await noEnglish('empty');
    await page.locator('[data-open="media"]').click();
    await page.locator('#media-files').setInputFiles(FILES);
    await page.locator('#panel-media .warning').nth(1).waitFor();
    await page.locator('#tab-inspect').click();
    await page.getByRole('button', { name: 'TwiML' }).click();
    await page.getByText(own['refused-twiml']).first().waitFor();
    await noEnglish('TwiML of nothing');
    await page.locator('#tab-media').click();
    // 11 files where 10 may be, 5,500,000 bytes where 5,242,880 may be, 252 kB too many: each sentence has its number.
    const [many, large] = await page.locator('#panel-media .warning > :first-child').allTextContents();
    const { mediaTooMany: forms, mediaTooLarge: sentence } = own;
    assert.equal(many, (forms.one ?? forms).replace('{n}', '1'));
    const [before, after] = sentence.split('{size}');
    assert.ok(large.startsWith(before) && /252.{1,3}\D/.test(large) && large.endsWith(after), large);
    await noEnglish('media');
    await page.locator('#tab-template').click();
    await write(page, BROKEN);
    await page.getByText(own['refused-malformed-template'].replace('{n}', '4')).waitFor();
    await noEnglish('broken field');
    await write(page, WARNED);
    for (const button of await page.locator('.media-about > .button').all()) await button.click({ force: true }).catch(() => undefined);
    await page.locator('#country').selectOption('IN');
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await quiet(page);
      await noEnglish(await tab.getAttribute('id'));
    }
    await page.locator('#setting-profile').selectOption({ index: 4 });
    await page.locator('#limit-single').fill(String(LIMITS.single));
    await page.locator('#limits .notice').waitFor();
    await noEnglish('limits');
    await page.locator('#setting-profile').selectOption({ index: 3 });
    await write(page, LONG);
    await page.locator('#tab-inspect').click();
    await page.getByText(own['warning-not-concatenated']).nth(1).waitFor();
    await noEnglish('octets of what cannot be joined');
    await done(page);
  });
}
