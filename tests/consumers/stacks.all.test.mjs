/** `<sms-meter>` in real frameworks: 330 keys are typed in each, and none is lost. See `typing.mjs`. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { compile } from 'svelte/compiler';
import { compileScript, parse } from 'vue/compiler-sfc';
import { launch, serve } from '../browser.mjs';
import { project } from './project.mjs';
import { app, script, start } from './stack.mjs';
import { composes } from './typing.mjs';

const tests = new URL('../', import.meta.url).pathname;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Single-file components, compiled as the tools of each framework do. @type {(options: { ssr?: boolean }) => esbuild.Plugin} */
const components = ({ ssr = false }) => ({
  name: 'components',
  setup: (build) => {
    build.onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compile(readFileSync(path, 'utf8'), { filename: path }).js.code, loader: 'js',
    }));
    build.onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const compilerOptions = { isCustomElement: (tag) => tag === 'sms-meter' };
      const { descriptor } = parse(readFileSync(path, 'utf8'), { filename: path, templateParseOptions: compilerOptions });
      const templateOptions = { ssr, compilerOptions };
      const { content } = compileScript(descriptor, { id: 'app', inlineTemplate: true, templateOptions });
      return { contents: content, loader: 'js', resolveDir: path.slice(0, path.lastIndexOf('/')) };
    });
  },
});

/** Builds an entry of an app with what is installed for the tests: React, Vue and Svelte themselves. */
async function bundle(directory, entry, outfile, options = {}) {
  await esbuild.build({
    entryPoints: [join(directory, entry)], outfile: join(directory, outfile), bundle: true, format: 'esm', jsx: 'automatic', logLevel: 'silent',
    nodePaths: [join(tests, 'node_modules')], conditions: ['svelte', 'browser'], plugins: [components({})], ...options,
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' },
  });
}

const page = (html) => `<!doctype html><title>app</title><link rel="icon" href="data:,"><body><div id="app">${html}</div><script type="module" src="./app.js"></script>`;

/** The files of an app of `frameworks/`. */
function filesOf(name) {
  const directory = new URL(`frameworks/${name}/`, import.meta.url);
  return Object.fromEntries(readdirSync(directory).map((file) => [file, readFileSync(new URL(file, directory), 'utf8')]));
}

async function typesInto(directory) {
  const site = await serve(directory);
  try {
    await composes(browser, site.address);
  } finally {
    await site.close();
  }
}

for (const [name, directory, entry] of [['React', 'react', 'client.jsx'], ['Vue', 'vue', 'client.js'], ['Svelte', 'svelte', 'client.js']]) {
  test(name, async () => {
    const built = project({ ...filesOf(directory), 'dist/index.html': page('') });
    await bundle(built, entry, 'dist/app.js');
    await typesInto(join(built, 'dist'));
  });
}

test('Vue, rendered on a server', async () => {
  const built = project(filesOf('vue'));
  await bundle(built, 'server.js', 'server.mjs', { platform: 'node', conditions: [], plugins: [components({ ssr: true })], external: ['septet', 'septet/*'] });
  const { html } = await import(pathToFileURL(join(built, 'server.mjs')).href);
  mkdirSync(join(built, 'dist'));
  writeFileSync(join(built, 'dist/index.html'), page(html));
  await bundle(built, 'hydrate.js', 'dist/app.js');
  await typesInto(join(built, 'dist'));
});

test('Astro', async (t) => {
  const directory = await app(t, 'astro');
  if (!directory) return;
  await script(directory, 'build');
  await typesInto(join(directory, 'dist'));
});

for (const [name, directory, command] of [
  ['SvelteKit', 'sveltekit', ['node', 'build']],
  ['Nuxt', 'nuxt', ['node', '.output/server/index.mjs']],
]) {
  test(name, async (t) => {
    const built = await app(t, directory);
    if (!built) return;
    await script(built, 'build');
    const server = await start(built, command);
    try {
      await composes(browser, server.address);
    } finally {
      await server.close();
    }
  });
}
