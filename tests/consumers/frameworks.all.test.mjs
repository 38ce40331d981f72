/** `<sms-meter>` in React, Vue and Svelte, without glue: the examples of the repository, built and used in headless Chromium. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as esbuild from 'esbuild';
import { compile } from 'svelte/compiler';
import { launch, serve } from '../browser.mjs';
import { project } from './project.mjs';

const example = (name) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
const tests = new URL('../', import.meta.url).pathname;
const html = '<!doctype html><title>app</title><link rel="icon" href="data:,"><body><div id="app"></div><script type="module" src="./app.js"></script>';

const svelte = {
  name: 'svelte',
  setup: (build) => build.onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
    contents: compile(readFileSync(path, 'utf8'), { filename: path }).js.code, loader: 'js',
  })),
};

const apps = {
  React: ['react.jsx', {}],
  Vue: ['vue.js', { alias: { vue: 'vue/dist/vue.runtime.esm-bundler.js' }, define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' } }],
  Svelte: ['svelte.js', { plugins: [svelte], conditions: ['svelte', 'browser'] }],
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const [name, [file, options]] of Object.entries(apps)) {
  test(name, async () => {
    const files = { [file]: example(file), 'dist/index.html': html };
    if (name === 'Svelte') files['Composer.svelte'] = example('Composer.svelte');
    const directory = project(files);
    await esbuild.build({
      entryPoints: [join(directory, file)], outfile: join(directory, 'dist/app.js'), bundle: true, format: 'esm', minify: true,
      jsx: 'automatic', nodePaths: [join(tests, 'node_modules')], logLevel: 'silent',
      ...options, define: { 'process.env.NODE_ENV': '"production"', ...options.define },
    });
    const site = await serve(join(directory, 'dist'));
    const page = await browser.newPage();
    try {
      await uses(page, site.address);
    } finally {
      await page.close();
      await site.close();
    }
  });
}

/** What each of the examples does. */
async function uses(page, address) {
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(address);
  const state = async () => [await page.inputValue('textarea'), await page.textContent('output'), await page.locator('sms-meter >> [part=segments]').textContent()];
  await page.fill('textarea', `${'a'.repeat(80)}—`);
  await page.waitForFunction(() => document.querySelector('output').textContent.includes('2'));
  assert.deepEqual(await state(), [`${'a'.repeat(80)}—`, 'UCS-2, 2', '2 segments']);
  await page.click('sms-meter >> [part=apply]');
  await page.waitForFunction(() => document.querySelector('output').textContent.includes('GSM-7'));
  assert.deepEqual(await state(), [`${'a'.repeat(80)}-`, 'GSM-7, 1', '1 segment'], 'the framework knows of the change');
  await page.click('#clear');
  await page.waitForFunction(() => document.querySelector('textarea').value === '');
  await page.waitForFunction(() => document.querySelector('sms-meter').text === '');
  assert.equal(await page.evaluate(() => document.querySelector('sms-meter').maxSegments), 3);
  assert.deepEqual(problems, []);
}
