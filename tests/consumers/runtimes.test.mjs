/**
 * Runtimes beside Node: every entry point answers in each. They are optional dependencies of the tests, programs for
 * Linux on x64; elsewhere their tests are skipped.
 */

import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import * as esbuild from 'esbuild';
import { entryPoints, project, run } from './project.mjs';

const program = (path) => new URL(`../node_modules/${path}`, import.meta.url).pathname;
const runtimes = {
  Deno: program('@deno/linux-x64-glibc/deno'),
  Bun: program('@oven/bun-linux-x64-baseline/bin/bun'),
  workerd: program('@cloudflare/workerd-linux-64/bin/workerd'),
};
const isMissing = (name) => (existsSync(runtimes[name]) ? false : `${name} is not installed here`);

/** A project that calls everything, entry points imported by their names. */
function calling(files) {
  const imports = entryPoints.map((entry, index) => `import * as e${index} from '${entry}';`).join('\n');
  const entries = entryPoints.map((entry, index) => `'${entry}': e${index}`).join(', ');
  const directory = project({
    'all.mjs': `${imports}
      import { answers } from './faults/run.mjs';
      const entries = { ${entries} };
      export const answer = await answers(async (entry) => entries[entry]);`,
    'main.mjs': "import { answer } from './all.mjs';\nconsole.log(answer);",
    'main.cjs': "const { count, analyze } = require('septet');\nconsole.log(count(']'.repeat(153)).segments, analyze('—').offenders.length);",
    ...files,
  });
  cpSync(new URL('../faults', import.meta.url), join(directory, 'faults'), { recursive: true });
  return directory;
}

test('Deno', { skip: isMissing('Deno') }, () => {
  const directory = calling({});
  assert.equal(run(directory, runtimes.Deno, 'run', '--quiet', '--no-remote', '--allow-read=.', 'main.mjs'), 'right');
  assert.equal(run(directory, runtimes.Deno, 'run', '--quiet', '--no-remote', '--allow-read=.', 'main.cjs'), '3 1');
});

test('Bun', { skip: isMissing('Bun') }, () => {
  const directory = calling({});
  assert.equal(run(directory, runtimes.Bun, 'run', 'main.mjs'), 'right');
  assert.equal(run(directory, runtimes.Bun, 'run', 'main.cjs'), '3 1');
});

/** As the tools of edge runtimes bundle: under their conditions, modules of WebAssembly next to the script. */
for (const condition of ['workerd', 'edge-light']) test(condition, { skip: isMissing('workerd') }, async () => {
  const directory = calling({
    'worker.mjs': `import { answer } from './all.mjs';
      export default { test() { if (answer !== 'right') throw new Error(answer); } };`,
  });
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(directory, 'worker.mjs')], outdir: join(directory, 'dist'), bundle: true, format: 'esm', write: false,
    conditions: [condition, 'worker', 'browser'], loader: { '.wasm': 'copy' },
  });
  for (const { path, contents } of outputFiles) writeFileSync(join(directory, basename(path)), contents);
  const queries = outputFiles.flatMap(({ path, text }) => (path.endsWith('.js') ? text.match(/\.wasm\?module"/g) ?? [] : []));
  assert.equal(queries.length > 0, condition === 'edge-light');
  // What Next.js reads as a compiled module is a file of another name to workerd alone.
  for (const file of outputFiles) if (file.path.endsWith('.js')) writeFileSync(join(directory, basename(file.path)), file.text.replaceAll('.wasm?module"', '.wasm"'));
  const modules = outputFiles.map(({ path }) => basename(path)).sort((a, b) => Number(a.endsWith('.wasm')) - Number(b.endsWith('.wasm')));
  const list = modules.map((name) => `(name = "${name}", ${name.endsWith('.wasm') ? 'wasm' : 'esModule'} = embed "${name}")`).join(', ');
  writeFileSync(join(directory, 'config.capnp'), `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .worker)]);
const worker :Workerd.Worker = (compatibilityDate = "2026-01-01", modules = [${list}]);`);
  // A bundler adds a hash to each name. No script imports the module for other languages.
  const used = modules.filter((name) => name.endsWith('.wasm')).map((name) => name.replace(/-[0-9A-Z]{8}\.wasm$/, '.wasm'));
  const shipped = readdirSync(join(directory, 'node_modules/septet')).filter((name) => name.endsWith('.wasm') && name !== 'septet-plain.wasm');
  assert.deepEqual(used.sort(), shipped.sort(), 'each module once');
  run(directory, runtimes.workerd, 'test', 'config.capnp');
  assert.doesNotMatch(readFileSync(join(directory, 'worker.js'), 'utf8'), /wasm [0-9a-f]{64}/, 'nothing is inlined');
});
