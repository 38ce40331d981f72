/** Users without any tool: the package's own files from a static server, under a strict policy. */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, POLICY, serve, shows } from '../browser.mjs';
import { example, expected, project } from './project.mjs';

const load = `import { count } from './node_modules/septet/index.js';
const { encoding, segments, units } = count(${example});
const answer = [encoding, segments, units].join(' ');`;

const page = (script) => `<!doctype html><title>page</title><link rel="icon" href="data:,"><body><script type="module" src="${script}"></script>`;

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await serve(project({
    'page.html': page('page.js'),
    'page.js': `${load}\ndocument.body.textContent = answer;`,
    'module-worker.html': page('module-worker.js'),
    'module-worker.js': `const worker = new Worker('./worker.js', { type: 'module' });
      worker.onmessage = ({ data }) => { document.body.textContent = data; };`,
    'worker.js': `${load}\npostMessage(answer);`,
    'service-worker.html': page('service-worker.js'),
    'service-worker.js': `navigator.serviceWorker.onmessage = ({ data }) => { document.body.textContent = data; };
      await navigator.serviceWorker.register('./service.js', { type: 'module' });
      (await navigator.serviceWorker.ready).active.postMessage('count');`,
    'service.js': `${load}\naddEventListener('message', ({ source }) => source.postMessage(answer));`,
  }));
});
after(async () => {
  await browser.close();
  await site.close();
});

for (const name of ['page', 'module-worker', 'service-worker']) {
  test(name.replace('-', ' '), () => shows(browser, new URL(`${name}.html`, site.address).href, expected));
}

test('without permission for WebAssembly the first call says what is missing', async () => {
  const directory = project({
    'index.html': page('page.js'),
    'page.js': `import { count } from './node_modules/septet/index.js';
      try { count('a'); } catch (error) { document.body.textContent = [error.name, error.code, error.message].join(' | '); }`,
  });
  const careful = await serve(directory, { policy: POLICY.replace(" 'wasm-unsafe-eval'", '') });
  try {
    await shows(browser, careful.address,
      "SmsError | wasm-blocked | WebAssembly cannot be compiled here; a Content-Security-Policy has to allow it: script-src 'wasm-unsafe-eval'");
  } finally {
    await careful.close();
  }
});

test('two copies on one page', async () => {
  const elements = `import './node_modules/septet/element.js';\nimport './copy/element.js';`;
  const directory = project({
    'index.html': page('page.js'),
    'page.js': `${elements}
      import { count, SmsError } from './node_modules/septet/index.js';
      import * as copy from './copy/index.js';
      const meter = document.createElement('sms-meter');
      meter.text = ${example};
      const answers = [count(${example}), copy.count(${example}), meter.detail.count].map(({ segments }) => segments);
      document.body.textContent = [...answers, SmsError === copy.SmsError].join(' ');`,
  });
  cpSync(join(directory, 'node_modules/septet'), join(directory, 'copy'), { recursive: true });
  const twice = await serve(directory);
  try {
    await shows(browser, twice.address, '3 3 3 false');
  } finally {
    await twice.close();
  }
});
