/** Pages without modules: classic scripts, as a content delivery network serves them; and an import map. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, POLICY, serve, shows } from '../browser.mjs';
import { example, expected, manifest, project } from './project.mjs';

const head = '<!doctype html><title>page</title><link rel="icon" href="data:,"><body>';
const script = (name) => `<script src="${name}"></script>`;

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await serve(project({
    'septet.html': `${head}${script(join('node_modules/septet', manifest.unpkg))}${script('septet.js')}`,
    'septet.js': `const { encoding, segments, units } = globalThis.septet.count(${example});
      document.body.textContent = [encoding, segments, units].join(' ');`,
    'compat.html': `${head}${script('node_modules/septet/classic/compat.js')}${script('compat.js')}`,
    'compat.js': `document.body.textContent = [new SegmentedMessage('It’s 5 €').encodingName, new SegmentedMessage('—').graphemes.length,
      new RcsSegmentedMessage('5 €'.repeat(40)).segmentsCount, typeof septet].join(' ');`,
    'element.html': `${head}<textarea id="field"></textarea><sms-meter for="field"></sms-meter>${script('node_modules/septet/classic/element.js')}`,
    'map.html': `${head}<script type="importmap">{ "imports": { "septet": "/node_modules/septet/index.js", "septet/": "/node_modules/septet/" } }</script>
      <script type="module" src="app.js"></script>`,
    'app.js': `import { count } from 'septet';
      import { countMany } from 'septet/count.js';
      if (countMany(['a']).totalSegments !== 1) throw new Error();
      const { encoding, segments, units } = count(${example});
      document.body.textContent = [encoding, segments, units].join(' ');`,
  }), { policy: POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'") });
});
after(async () => {
  await browser.close();
  await site.close();
});
const at = (name) => new URL(name, site.address).href;

test('septet: the global septet', () => shows(browser, at('septet.html'), expected));
test('compat: the globals that the package it replaces has', () => shows(browser, at('compat.html'), 'UCS-2 1 2 undefined'));
test('an import map', () => shows(browser, at('map.html'), expected));

test('element: the meter counts, and loads septet from the package next to it', async () => {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  try {
    await page.goto(at('element.html'));
    await page.fill('#field', `${'a'.repeat(80)}—`);
    assert.equal(await page.locator('sms-meter >> [part=segments]').textContent(), '2 segments');
    await page.click('sms-meter >> [part=apply]');
    assert.equal(await page.inputValue('#field'), `${'a'.repeat(80)}-`);
    assert.deepEqual(problems, []);
  } finally {
    await page.close();
  }
});

test('the fields for content delivery networks name the script with the global', () => {
  assert.deepEqual([manifest.unpkg, manifest.jsdelivr], ['./classic/septet.js', './classic/septet.js']);
});
