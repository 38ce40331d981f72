/** Whoever knows a function of the npm package by its name finds it in the documentation of the crate, and the usual terms too. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith('.rs') && !name.startsWith('bin'));
const rust = files.map((name) => readFileSync(source + name, 'utf8')).join('\n');

/** What a search of rustdoc goes by: names and aliases, without regard to case and underscores. */
const key = (name) => name.toLowerCase().replaceAll('_', '');
const named = rust.matchAll(/#\[doc\(alias = "([^"]+)"\)\]|\bpub (?:const )?(?:fn|struct|enum|const|trait|mod) (\w+)/g);
const found = new Set([...named].map(([, alias, name]) => key(alias ?? name)));

test('names of the package', async () => {
  const names = new Set();
  for (const entry of ['septet', 'septet/messages', 'septet/octets', 'septet/compat', 'septet/names']) {
    for (const name of Object.keys(await import(entry))) names.add(name);
  }
  assert.ok(names.size > 60, `${names.size}`);
  // Headers and a type of content, which the documentation of the crate writes out.
  for (const name of ['SIGNATURE_HEADER', 'SIGNATURE_SETTINGS_HEADER', 'TWIML_CONTENT_TYPE', 'default']) names.delete(name);
  assert.deepEqual([...names].filter((name) => !found.has(key(name))), []);
});

test('usual terms', () => {
  const terms = ['charset', 'parts', 'split', 'concatenate', 'UDH', 'opt-out', 'STOP', 'delivery receipt', 'submit_sm', 'placeholders', 'transliterate', 'shorten', 'E.164', 'webhook', 'MMS', 'sanitize', 'unidecode', 'country code', 'HMAC', 'modem'];
  assert.deepEqual(terms.filter((name) => !found.has(key(name))), []);
});
