/**
 * The table of environments in the package's README, made of the tests that ran. Each row names the tests that it rests on, and its
 * versions are those that were installed for them. `run.mjs` compares the table after it has run all files of this directory
 * (`cargo xtask test --all --only consumers`); with `SEPTET_TABLE=write` it writes it.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const README = new URL('../../pkg-template/README.md', import.meta.url);
const HEAD = '| where | how it was tested, with this package as packed |\n|---|---|\n';

const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const ours = read('../package.json');

/** The version of a package in the tests' manifest, or in that of an app. @param {string} name @param {string} [app] */
function version(name, app) {
  const { dependencies, devDependencies, optionalDependencies } = app ? read(`frameworks/${app}/package.json`) : ours;
  const found = { ...dependencies, ...devDependencies, ...optionalDependencies }[name];
  if (!found) throw new Error(`${name}: no version in the manifest of ${app ?? 'the tests'}`);
  return found;
}

const types = 'in `<textarea>`, `<sms-meter>` and a handler that sets state, 330 keys typed in Chromium, all of which arrive; a value that the framework sets is counted';

/** What was tested where, and `FILE: NAME` of the tests that show it. @type {{ where: string, how: string, tests: string[] }[]} */
const ROWS = [
  {
    where: 'Node 20 and newer', how: '`import`, `require`, TypeScript (`nodenext`, `node16`, `bundler`)',
    tests: ['node: import', 'node: require', 'typescript: nodenext, import', 'typescript: nodenext, require', 'typescript: node16, require', 'typescript: bundler'],
  },
  {
    where: `Vite ${version('vite')}, webpack ${version('webpack')}, esbuild ${version('esbuild')}, Rollup ${version('rollup')}`,
    how: 'built without a plug-in, run in Chromium under a strict policy; one copy of each module', tests: ['Vite', 'webpack', 'esbuild', 'Rollup'].map((name) => `bundlers: ${name}`),
  },
  {
    where: 'pages', how: 'Chromium: `<script type="module">` from a static server, import map, classic scripts, web worker, service worker, two copies on one page',
    tests: ['browser: page', 'classic: an import map', 'classic: septet: the global septet', 'browser: module worker', 'browser: service worker', 'browser: two copies on one page'],
  },
  {
    where: `React ${version('react')}, Vue ${version('vue')}, Svelte ${version('svelte')}`, how: types, tests: ['stacks: React', 'stacks: Vue', 'stacks: Svelte'],
  },
  {
    where: `Next ${version('next', 'next')} and ${version('next', 'next-15')}, Nuxt ${version('nuxt', 'nuxt')}, SvelteKit ${version('@sveltejs/kit', 'sveltekit')}, Astro ${version('astro', 'astro')}, Vue's server renderer`,
    how: 'the same, in a page that was rendered on the server; the first `sms-change` reaches its handler',
    tests: ['next: Next 16, webpack', 'next: Next 16, Turbopack', 'next: Next 15, webpack', 'next: Next 15, Turbopack', 'stacks: Nuxt', 'stacks: SvelteKit', 'stacks: Astro', 'stacks: Vue, rendered on a server'],
  },
  {
    where: `Next ${version('next', 'next')} and ${version('next', 'next-15')} at the edge`, how: '`middleware.ts`, built with webpack and with Turbopack, under the condition `edge-light`',
    tests: ['runtimes: edge-light', 'next: Next 16, webpack', 'next: Next 16, Turbopack', 'next: Next 15, webpack', 'next: Next 15, Turbopack'],
  },
  {
    where: `Jest ${version('jest', 'jest')} and ${version('jest', 'jest-29')}, jsdom ${version('jsdom', 'dom')}, happy-dom ${version('happy-dom', 'dom')}`,
    how: 'every entry point; `<sms-meter>` counts; values of other realms', tests: ['jest: Jest 30', 'jest: Jest 29', 'jest: jsdom', 'jest: happy-dom'],
  },
  {
    where: `Deno ${version('@deno/linux-x64-glibc')}, Bun ${version('@oven/bun-linux-x64-baseline')}`, how: 'every entry point, imported by its name', tests: ['runtimes: Deno', 'runtimes: Bun'],
  },
  {
    where: 'Cloudflare Workers', how: 'every entry point, in `workerd`; under its condition the modules are files `.wasm`, as nothing may be compiled there', tests: ['runtimes: workerd'],
  },
  {
    where: 'React Native', how: 'the condition `react-native`: Hermes has no WebAssembly, so every call throws `wasm-unsupported` and says what to do; `septet/names` works',
    tests: ['react-native: every function throws wasm-unsupported when it is called; what needs no WebAssembly works', 'react-native: names need no WebAssembly'],
  },
  {
    where: 'Firefox, Safari', tests: [],
    how: 'not tested. It takes WebAssembly with SIMD (Safari 16.4), and leave to compile it; without SIMD `count`, `countMany` and `split` work all the same, but for `nationalLanguages`, `boundary` and limits of your own',
  },
];

/** How a test is named in a row. @param {string} file @param {string} name */
export const idOf = (file, name) => `${basename(file).replace(/(\.all)?\.test\.mjs$/, '')}: ${name}`;

/** The table of rows. @param {typeof ROWS} rows */
const table = (rows) => HEAD + rows.map(({ where, how }) => `| ${where} | ${how} |\n`).join('');

/** The table of the README. */
const written = () => /\| where \| how it was tested[^\n]*\n(?:\|[^\n]*\n)*/.exec(readFileSync(README, 'utf8'))?.[0];

/** What is wrong with the table without having run anything: empty if it has the versions that are installed. */
export const isCurrent = () => written() === table(ROWS);

/**
 * Compares the table with the tests that passed; what is wrong, or nothing.
 * @param {Set<string>} passed ids of tests
 * @param {Set<string>} skipped tests of runtimes that are not there on this machine
 */
export function proven(passed, skipped) {
  const missing = ROWS.flatMap(({ tests }) => tests).filter((id) => !passed.has(id) && !skipped.has(id));
  if (missing.length > 0) return `the table of environments rests on tests that did not pass: ${missing.join('; ')}`;
  if (isCurrent()) return '';
  if (process.env.SEPTET_TABLE !== 'write') return 'the table of environments in pkg-template/README.md is not that of the tests; SEPTET_TABLE=write writes it';
  if (skipped.size > 0) return `the table of environments is written only after all tests have run, not without ${[...skipped].join('; ')}`;
  writeFileSync(README, readFileSync(README, 'utf8').replace(written() ?? assertTable(), table(ROWS)));
  return '';
}

function assertTable() {
  throw new Error('pkg-template/README.md has no table of environments');
}
