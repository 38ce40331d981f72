/** What one import costs a page: everything that it pulls in, bundled, minified, the WebAssembly inlined. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { entryPoints, project } from './project.mjs';

/** Budgets in octets after brotli; `over` is what the page has already. */
const budgets = {
  septet: { limit: 60 * 1024 },
  'septet/count': { limit: 8 * 1024 },
  'septet/messages': { limit: 106 * 1024, over: 'septet' },
  'septet/element': { limit: 4 * 1024, over: 'septet' },
};

const readme = readFileSync(new URL('../../pkg-template/README.md', import.meta.url), 'utf8');

for (const entry of entryPoints) {
  test(`size of ${entry}`, async (t) => {
    const { limit, over } = budgets[entry] ?? {};
    const [all, base] = [await size([entry]), over ? (await size([over])).brotli : 0];
    const cost = over ? (await size([entry, over])).brotli - base : all.brotli;
    t.diagnostic(`${entry}: ${kilobytes(all.raw)}, gzip ${kilobytes(all.gzip)}, brotli ${kilobytes(all.brotli)}`
      + (over ? `, ${kilobytes(cost)} on top of ${over}` : '')
      + (limit ? ` (budget ${kilobytes(limit)})` : ''));
    if (limit) assert.ok(cost <= limit, `${cost} octets, ${limit} allowed`);
    const [, said, more] = new RegExp(`^\\| \`${entry}\` \\|.*\\| ([\\d.]+)( more than)?.*\\|$`, 'm').exec(readme);
    const measured = (more ? (await size([entry, 'septet'])).brotli - (await size(['septet'])).brotli : all.brotli) / 1024;
    assert.ok(Math.abs(Number(said) - measured) <= Math.max(0.1, measured / 20), `the README says ${said} KB, and it is ${measured.toFixed(1)} KB`);
  });
}

/** Bundles imports of whole entry points, as a page would have them. */
async function size(entries) {
  const directory = project({ 'app.js': entries.map((entry, index) => `export * as e${index} from '${entry}';`).join('\n') });
  const { outputFiles: [file] } = await esbuild.build({
    entryPoints: [join(directory, 'app.js')], bundle: true, minify: true, format: 'esm', write: false,
  });
  const { contents } = file;
  return { raw: contents.length, gzip: gzipSync(contents, { level: 9 }).length, brotli: brotliCompressSync(contents).length };
}

function kilobytes(octets) {
  return `${(octets / 1024).toFixed(1)} KB`;
}
