/**
 * Puts the npm package together in `pkg/`, from the WebAssembly modules in `wasm/` and the files here. `cargo xtask pkg` builds the
 * modules and calls it: `node build.mjs FIELDS MODULES…`, the fields of `Cargo.toml` as JSON and the names of the modules.
 *
 * The `exports` of `package.json` decide what there is: each `./NAME.js` among them is an entry point, written in `NAME.js` with its
 * types in `NAME.d.ts`. What two entry points import goes into a `shared-HASH.js` of its own, so that no class, state or WebAssembly
 * is there twice; a module of WebAssembly is imported as text (`inline.mjs`). Every JavaScript file is there as `.js` and
 * `.cjs`, every declaration as `.d.ts` and `.d.cts`. Beside them:
 *
 * - `edge/`: the same code for edge runtimes, where nothing may be compiled: it imports the files `.wasm` themselves, by
 *   `lib/inline.workerd.js` in place of `lib/inline.js`. Each import goes through a name of the package's own, `#module/NAME`, since
 *   Cloudflare's workers import `NAME.wasm` and Next.js `NAME.wasm?module`: the `imports` of `package.json` choose by condition;
 * - `react-native/`: the same names, each of which says why it cannot work (`lib/without-wasm.js`);
 * - `classic/`: scripts for pages without modules.
 */

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeByColumns, writer } from './inline.mjs';
import { nameTable } from './name-table.mjs';
import { importsLater, withoutCompiling, withoutRelativeLinks, withoutWasm } from './variants.mjs';

/**
 * Parts of entry points, each with a module of WebAssembly of its own: they stay files of their own (`shared-HASH.js`), so that a
 * bundler leaves out those it does not need.
 */
const PARTS = ['lib/messages/sending', 'lib/messages/failing', 'lib/messages/incoming'];

/** The module that only the build uses: it knows the names of characters, of which the package has a table. */
const NAMES = 'names';

/** Every file that `exports` names, under whatever conditions. @param {any} exports @returns {string[]} */
export function targets(exports) {
  return typeof exports === 'string' ? [exports] : Object.values(exports ?? {}).flatMap(targets);
}

/** The entry points: every `./NAME.js` that `exports` names, each once, in order. @param {any} exports */
export function entryPoints(exports) {
  const names = targets(exports).map((target) => /^\.\/([^/]+)\.js$/.exec(target)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined);
}

/**
 * The manifest with what `Cargo.toml` states. npm publishes with provenance only what names the repository that it is built from.
 * @param {Record<string, any>} manifest @param {Record<string, string | null>} fields
 */
export function described(manifest, { version, description, license, repository, homepage }) {
  if (manifest.description !== description || manifest.license !== license) {
    throw new Error('description, license: pkg-template/package.json and Cargo.toml do not agree');
  }
  const origin = repository && {
    repository: { type: 'git', url: `git+${repository}.git` }, bugs: { url: `${repository}/issues` }, homepage: homepage ?? repository,
  };
  return { ...manifest, version, ...origin };
}

/** The entry points that have a file of their own in a directory, for a condition. @param {any} exports @param {string} directory */
function entriesIn(exports, directory) {
  return [...new Set(targets(exports).map((target) => new RegExp(`^\\./${directory}/([^/]+)\\.js$`).exec(target)?.[1]))].filter((name) => name !== undefined);
}

/** Imports of modules by the package's own names for them: `"../wasm/count-lines_bg.txt"` → `"#module/count-lines"`. @param {string} text @param {string[]} modules */
export function byOwnName(text, modules) {
  return text.replaceAll(/"(?:\.\/|(?:\.\.\/)+)wasm\/([\w-]+)_bg\.txt"/g, (whole, name) => (modules.includes(name) ? `"#module/${name}"` : whole));
}

/** Imports of the package's own files for `require`, in code and in declarations: `"./index.js"` → `"./index.cjs"`. @param {string} text @param {string[]} names */
export function commonImports(text, names) {
  return text.replaceAll(/(["'])\.\/([\w.-]+)\.js\1/g, (whole, quote, name) => (names.includes(name) ? `${quote}./${name}.cjs${quote}` : whole));
}

/** @param {Record<string, string | null>} fields @param {string[]} allModules */
async function build(fields, allModules) {
  const modules = allModules.filter((name) => name !== NAMES);
  const { build: esbuild } = createRequire(new URL('../tests/package.json', import.meta.url))('esbuild');
  const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
  const there = (/** @type {string} */ name) => fileURLToPath(new URL(`../pkg/${name}`, import.meta.url));
  const read = (/** @type {string} */ path) => readFileSync(path, 'utf8');
  const files = (/** @type {string} */ directory, /** @type {string} */ suffix) => readdirSync(there(directory)).filter((name) => name.endsWith(suffix)).sort();
  const manifest = described(JSON.parse(read(here('package.json'))), fields);
  const entries = entryPoints(manifest.exports);
  rmSync(there(''), { recursive: true, force: true });
  mkdirSync(there(''));

  const octets = modules.map((name) => readFileSync(here(`wasm/${name}_bg.wasm`)));
  const write = writer(octets);
  modules.forEach((name, index) => {
    // Modules with JavaScript bindings have the properties of characters, a table of ranges.
    const text = existsSync(here(`wasm/${name}.js`)) ? writeByColumns(write, octets[index]) : write(octets[index]);
    writeFileSync(here(`wasm/${name}_bg.txt`), text);
  });

  // What is compiled is a module, though in the sandbox of an edge runtime (Next.js) it is one of another realm, which the bindings take for octets.
  for (const name of allModules) {
    const path = here(`wasm/${name}.js`);
    if (existsSync(path)) writeFileSync(path, withoutCompiling(read(path)));
  }
  const names = await import(pathToFileURL(here(`wasm/${NAMES}.js`)).href);
  names.initSync({ module: new WebAssembly.Module(readFileSync(here(`wasm/${NAMES}_bg.wasm`))) });
  writeFileSync(here('wasm/names.txt'), nameTable(names.characterName));

  // Not minified: bundlers do that, and an uncaught error in Node prints the line that threw.
  const common = { absWorkingDir: here('..'), platform: 'neutral', target: 'es2022', legalComments: 'none', inject: [here('lib/text-codec.js')], logLevel: 'warning' };
  const bundle = async (/** @type {string} */ directory, /** @type {string[]} */ entryPoints, /** @type {object} */ options) => {
    await esbuild({
      ...common, entryPoints: [...entryPoints, ...PARTS].map((name) => here(`${name}.js`)), outdir: there(directory),
      bundle: true, splitting: true, format: 'esm', chunkNames: 'shared-[hash]', ...options,
    });
    // The files of the parts only name what is in the shared files, and nothing imports them.
    rmSync(there(`${directory}/lib`), { recursive: true });
  };
  await bundle('', entries, { loader: { '.txt': 'text' } });
  await bundle('edge', entriesIn(manifest.exports, 'edge'), { external: ['*_bg.txt'], resolveExtensions: ['.workerd.js', '.js'] });
  for (const name of files('edge', '.js')) writeFileSync(there(`edge/${name}`), byOwnName(read(there(`edge/${name}`)), modules));
  for (const [directory, query] of [['module', ''], ['module-query', '?module']]) {
    mkdirSync(there(`edge/${directory}`));
    for (const name of modules) writeFileSync(there(`edge/${directory}/${name}.js`), `export { default } from "../../${name}.wasm${query}";\n`);
  }

  const sources = entriesIn(manifest.exports, 'react-native').map((entry) => ({ entry, path: here(`wasm/react-native/${entry}.js`) }));
  mkdirSync(here('wasm/react-native'), { recursive: true });
  for (const { entry, path } of sources) writeFileSync(path, withoutWasm(await import(pathToFileURL(there(`${entry}.js`)).href)));
  await esbuild({ ...common, inject: [], entryPoints: sources.map(({ path }) => path), outdir: there('react-native'), bundle: true, splitting: true, format: 'esm', chunkNames: 'shared-[hash]' });

  const classic = readdirSync(here('classic')).map((name) => here(`classic/${name}`));
  await esbuild({ ...common, entryPoints: classic, outdir: there('classic'), bundle: true, format: 'iife', loader: { '.txt': 'text' }, plugins: [importsLater('index')] });
  writeFileSync(there('classic/package.json'), '{ "type": "commonjs" }\n');

  const made = files('', '.js');
  const madeNames = made.map((name) => name.replace(/\.js$/, ''));
  // `require` in place of `import()`, so that test suites without modules load the same files.
  const supported = { 'dynamic-import': false };
  await esbuild({ ...common, inject: [], entryPoints: made.map(there), outdir: there(''), format: 'cjs', outExtension: { '.js': '.cjs' }, supported });
  for (const name of files('', '.cjs')) writeFileSync(there(name), commonImports(read(there(name)), madeNames));
  for (const entry of entries) {
    const types = read(here(`${entry}.d.ts`));
    writeFileSync(there(`${entry}.d.ts`), types);
    writeFileSync(there(`${entry}.d.cts`), commonImports(types, entries));
  }
  // The last one is for other languages: no script imports it.
  for (const name of [...modules, 'septet-plain']) cpSync(here(`wasm/${name}_bg.wasm`), there(`${name}.wasm`));
  cpSync(here('README.md'), there('README.md'));
  cpSync(here('../docs/migrating.md'), there('migrating.md'));
  writeFileSync(there('CHANGELOG.md'), withoutRelativeLinks(read(here('../CHANGELOG.md'))));
  cpSync(here('../schema'), there('schema'), { recursive: true });
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) cpSync(here(`../${name}`), there(name));
  writeFileSync(there('package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const target of targets(manifest.exports)) {
    if (!existsSync(there(target))) throw new Error(`package.json exports ${target}, which is not there`);
  }
  console.log(`pkg/ with ${entries.join(', ')}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [fields, ...modules] = process.argv.slice(2);
  await build(JSON.parse(fields), modules);
}
