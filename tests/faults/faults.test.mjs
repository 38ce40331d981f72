/** The cases, each in a process of its own and in a page of its own, with the package as packed. */

import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, serve } from '../browser.mjs';
import { project, run } from '../consumers/project.mjs';
import { cases, FULL } from './cases.mjs';

const directory = project({
  'main.mjs': "import { run } from './faults/run.mjs';\nconsole.log(await run(process.argv[2], (entry, query = '') => import(query ? import.meta.resolve(entry) + query : entry)));",
  'page.js': `import { run } from './faults/run.mjs';
    const file = (entry) => './node_modules/septet/' + (entry.split('/')[1] ?? 'index') + '.js';
    document.body.textContent = await run(new URLSearchParams(location.search).get('case'), (entry, query = '') => import(file(entry) + query));`,
  'index.html': '<!doctype html><title>page</title><link rel="icon" href="data:,"><body><script type="module" src="page.js"></script>',
});
cpSync(new URL('.', import.meta.url), join(directory, 'faults'), { recursive: true });

/** V8's way to say how much memory a module may have, in pages of 64 KiB. */
const SMALL = '--wasm-max-mem-pages=512';

let browser;
let small;
let site;
before(async () => {
  browser = await launch();
  small = await launch([`--js-flags=${SMALL}`]);
  site = await serve(directory);
});
after(async () => {
  await browser.close();
  await small.close();
  await site.close();
});

for (const name of Object.keys(cases)) {
  test(`${name}: Node`, () => assert.equal(run(directory, 'node', ...name === FULL ? [SMALL] : [], 'main.mjs', name), 'right'));
  test(`${name}: Chromium`, async () => {
    const page = await (name === FULL ? small : browser).newPage();
    try {
      await page.goto(`${site.address}?case=${encodeURIComponent(name)}`);
      await page.waitForFunction(() => document.body.textContent !== '', undefined, { timeout: 120_000 });
      assert.equal(await page.textContent('body'), 'right');
    } finally {
      await page.close();
    }
  });
}
