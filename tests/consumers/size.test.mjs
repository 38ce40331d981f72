/** What one import costs a page: everything that it pulls in, bundled, minified, the WebAssembly inlined. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { brotliCompress, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as messages from 'septet/messages';
import { entryPoints, project } from './project.mjs';

/** Budgets in octets after brotli; `over` is what the page has already. */
const budgets = {
  // 64 before advice read letters in context: `docs/decisions.md` says what the rest is.
  septet: { limit: 100 * 1024 },
  'septet/count': { limit: 9 * 1024 },
  // 48 before status reports, SMPP receipts and SMS-SUBMIT: see the same page.
  'septet/octets': { limit: 62 * 1024 },
  'septet/compat': { limit: 24 * 1024 },
  'septet/messages': { over: 'septet' },
  // Before the first key; all of `septet` follows when there is something to name or to offer.
  'septet/element': { limit: 14 * 1024 },
};

/**
 * The maximum that functions of one task of `septet/messages` add to `septet`, each alone and all together: 64 KB before messaging services,
 * numbers of every country and links in context (`docs/decisions.md`).
 */
const oneTask = 72 * 1024;

const readme = readFileSync(new URL('../../pkg-template/README.md', import.meta.url), 'utf8');
const results = readFileSync(new URL('../../benches/RESULTS.md', import.meta.url), 'utf8');
const resolveDir = project({});
const whole = (entry) => `export * as all from '${entry}';`;
const from = (entry, names) => `export { ${names.join(', ')} } from '${entry}';`;

for (const entry of entryPoints) {
  test(`size of ${entry}`, async (t) => {
    const { limit, over } = budgets[entry] ?? {};
    const all = await size(whole(entry));
    const cost = over ? await onTop(whole(entry), over) : all.brotli;
    t.diagnostic(`${entry}: ${kilobytes(all.raw)}, gzip ${kilobytes(all.gzip)}, brotli ${kilobytes(all.brotli)}`
      + (over ? `, ${kilobytes(cost)} on top of ${over}` : '')
      + (limit ? ` (budget ${kilobytes(limit)})` : ''));
    if (limit) assert.ok(cost <= limit, `${cost} octets, ${limit} allowed`);
    const [, said, more] = new RegExp(`^\\| \`${entry}\` \\|.*\\| ([\\d.]+)( more than)?.*\\|$`, 'm').exec(readme);
    isAsSaid(said, more ? await onTop(whole(entry), 'septet') : all.brotli);
  });
}

test('benches/RESULTS.md has these limits', () => {
  const rows = [...results.matchAll(/^\| `(septet[^`]*)`.* \| (\d+) KB \| \d+ KB \|$/gm)].map(([, entry, limit]) => [entry, Number(limit) * 1024]);
  const limits = Object.entries(budgets).map(([entry, { limit = oneTask }]) => [entry, limit]);
  assert.deepEqual(Object.fromEntries(rows), Object.fromEntries(limits));
});

/** The tasks as the README has them, each a row: its functions, and the KB of all of them. */
const tasks = [...readme.matchAll(/^\| ([^|`]+) \| (`[^|]+`) \| ([\d.]+) more than `septet` \|$/gm)]
  .map(([, task, names, said]) => ({ task, names: names.replaceAll('`', '').split(', '), said }));

for (const { task, names, said } of tasks) {
  test(`size of septet/messages, ${task}`, async (t) => {
    const some = (names) => onTop(from('septet/messages', [names].flat()), 'septet');
    const [all, ...alone] = await Promise.all([names, ...names].map(some));
    t.diagnostic(`${task}: ${kilobytes(all)} on top of septet, ${kilobytes(Math.max(...alone))} for one function (budget ${kilobytes(oneTask)})`);
    for (const [index, cost] of [...alone, all].entries()) assert.ok(cost <= oneTask, `${names[index] ?? 'all'}: ${cost} octets, ${oneTask} allowed`);
    isAsSaid(said, all);
  });
}

test('each function of septet/messages is of one task', () => {
  const functions = Object.entries(messages).filter(([name, value]) => typeof value === 'function' && name !== 'SmsError');
  assert.deepEqual(tasks.flatMap(({ names }) => names).sort(), functions.map(([name]) => name).sort());
});

/** Bundles imports as a page would have them: what is there at the start, without what is imported later. */
async function size(...imports) {
  const { outputFiles, metafile } = await esbuild.build({
    stdin: { contents: imports.join('\n'), resolveDir }, bundle: true, minify: true, format: 'esm', write: false,
    splitting: true, outdir: resolveDir, metafile: true, absWorkingDir: resolveDir,
  });
  const atStart = new Set(['stdin.js']);
  for (const name of atStart) {
    for (const { path, kind } of metafile.outputs[name].imports) if (kind === 'import-statement') atStart.add(path);
  }
  const sizes = outputFiles.filter(({ path }) => atStart.has(relative(resolveDir, path))).map(async ({ contents }) => (
    [contents.length, gzipSync(contents, { level: 9 }).length, (await promisify(brotliCompress)(contents)).length]));
  const all = await Promise.all(sizes);
  const [raw, gzip, brotli] = [0, 1, 2].map((column) => all.reduce((sum, row) => sum + row[column], 0));
  return { raw, gzip, brotli };
}

/** Sizes of what pages have already. @type {Record<string, ReturnType<typeof size>>} */
const had = {};

/** What imports add to a page that has an entry point already. */
async function onTop(imports, over) {
  const base = `export * as base from '${over}';`;
  had[over] ??= size(base);
  return (await size(imports, base)).brotli - (await had[over]).brotli;
}

function isAsSaid(said, octets) {
  const measured = octets / 1024;
  assert.ok(Math.abs(Number(said) - measured) <= Math.max(0.1, measured / 20), `the README says ${said} KB, and it is ${measured.toFixed(1)} KB`);
}

function kilobytes(octets) {
  return `${(octets / 1024).toFixed(1)} KB`;
}
