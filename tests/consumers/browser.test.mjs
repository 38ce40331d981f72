/** Users without any tool: the package's own files from a static server, under a strict policy. */

import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, serve, shows } from '../browser.mjs';
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
