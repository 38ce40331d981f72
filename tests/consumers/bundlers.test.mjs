/** Users of bundlers: each builds with no plug-in for WebAssembly, holds one copy of it, and runs under a strict policy. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import * as vite from 'vite';
import webpack from 'webpack';
import { launch, serve, shows } from '../browser.mjs';
import { example, expected, project } from './project.mjs';

/** An inlined WebAssembly module: a mark, which octets are one character, then the octets. */
const MODULE = /wasm [0-9a-f]{64}[^"'`]*/g;

const app = {
  'index.html': '<!doctype html><title>app</title><link rel="icon" href="data:,"><body><script type="module" src="./app.js"></script>',
  'app.js': `import { count } from 'septet';
const { encoding, segments, units } = count(${example});
document.body.textContent = [encoding, segments, units].join(' ');`,
};

/** Builds `app.js` in `directory` into its `dist`. @type {Record<string, (directory: string) => Promise<unknown>>} */
const bundlers = {
  esbuild: (directory) => esbuild.build({
    entryPoints: [join(directory, 'app.js')], outfile: join(directory, 'dist/app.js'), bundle: true, minify: true, format: 'esm',
  }),
  Rollup: async (directory) => {
    const bundle = await rollup({ input: join(directory, 'app.js'), plugins: [nodeResolve()] });
    await bundle.write({ file: join(directory, 'dist/app.js'), format: 'es' });
  },
  Vite: (directory) => vite.build({ root: directory, base: './', logLevel: 'silent', configFile: false }),
  webpack: (directory) => new Promise((resolve, reject) => {
    const options = { mode: 'production', context: directory, entry: './app.js', output: { path: join(directory, 'dist'), filename: 'app.js' }, performance: false };
    webpack(options, (error, stats) => {
      const problem = error ?? (stats.hasErrors() || stats.hasWarnings() ? new Error(stats.toString()) : null);
      if (problem) reject(problem);
      else resolve(stats);
    });
  }),
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const [name, build] of Object.entries(bundlers)) {
  test(name, async () => {
    const directory = project({ ...app, 'dist/index.html': app['index.html'] });
    await build(directory);
    const modules = scripts(join(directory, 'dist')).match(MODULE) ?? [];
    // The module that counts; some bundlers keep the other one of `septet` for its possible effects.
    assert.ok([1, 2].includes(modules.length), `${modules.length} modules`);
    assert.equal(new Set(modules).size, modules.length, 'one copy of each');
    const site = await serve(join(directory, 'dist'));
    await shows(browser, site.address, expected);
    await site.close();
  });
}

// Rollup needs a plug-in for `require`.
for (const name of ['esbuild', 'Vite', 'webpack']) {
  test(`${name}: import and require share one copy`, async () => {
    const directory = project({
      ...app, 'dist/index.html': app['index.html'],
      'library.cjs': "exports.septet = require('septet');",
      'app.js': `import { SmsError } from 'septet';
import { septet } from './library.cjs';
const { encoding, segments, units } = septet.count(${example});
document.body.textContent = [encoding, segments, units, septet.SmsError === SmsError].join(' ');`,
    });
    await bundlers[name](directory);
    const modules = scripts(join(directory, 'dist')).match(MODULE) ?? [];
    assert.deepEqual([modules.length, new Set(modules).size], [2, 2]);
    const site = await serve(join(directory, 'dist'));
    await shows(browser, site.address, `${expected} true`);
    await site.close();
  });
}

/** Imports and the number of modules that come with them: the one that counts, the one for everything else, the tasks of `septet/messages`. */
const some = {
  septet: { 'count, smartEncode': 2, analyze: 2, 'count, suggest, template': 2 },
  'septet/messages': {
    errorCode: 1, checkMedia: 1, verifySignature: 1, check: 3, parseInbound: 3, 'errorCode, mergeStatuses': 1, 'checkMedia, verifySignature': 2, 'MessageBuilder, retryAfter, twiml': 5,
  },
};

for (const [name, build] of Object.entries(bundlers)) {
  for (const [entry, imports] of Object.entries(some)) {
    test(`${name} leaves out what is not needed of ${entry}`, async () => {
      for (const [names, count] of Object.entries(imports)) {
        const directory = project({ ...app, 'app.js': `import { ${names} } from '${entry}';\nwindow.functions = [${names}];` });
        await build(directory);
        const modules = scripts(join(directory, 'dist')).match(MODULE) ?? [];
        assert.deepEqual([modules.length, new Set(modules).size], [count, count], names);
      }
    });
  }
}

test('the meter brings no modules but those of septet/count and septet', async () => {
  const everything = "import { analyze, count } from 'septet';\nimport * as counting from 'septet/count';\nwindow.functions = [analyze, count, counting];";
  const [meter, plain] = [`${everything}\nimport 'septet/element';`, everything].map((script) => project({ ...app, 'app.js': script }));
  await bundlers.Vite(meter);
  await bundlers.Vite(plain);
  const [modules, expected] = [meter, plain].map((built) => scripts(join(built, 'dist')).match(MODULE)?.sort());
  assert.equal(expected?.length, 3);
  assert.deepEqual(modules, expected);
  assert.match(scripts(join(meter, 'dist')), /sms-meter/, 'what is imported for its effect is there');
});

for (const name of ['Vite', 'webpack']) {
  test(`${name} puts what the meter needs later into files of their own`, async () => {
    const directory = project({ ...app, 'app.js': "import 'septet/element';" });
    await bundlers[name](directory);
    const files = readdirSync(join(directory, 'dist'), { recursive: true }).filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(directory, 'dist', file), 'utf8'));
    const first = files.filter((text) => text.includes('sms-meter'));
    assert.deepEqual(first.flatMap((text) => text.match(MODULE) ?? []).length, 1, 'the module of septet/count');
    assert.equal(new Set(files.flatMap((text) => text.match(MODULE) ?? [])).size, 3);
  });
}

/** Every script of a build, joined. */
function scripts(directory) {
  return readdirSync(directory, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(directory, name), 'utf8'))
    .join('\n');
}
