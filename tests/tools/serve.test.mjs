/** The static server: its own directory and nothing else. */

import assert from 'node:assert/strict';
import { request } from 'node:http';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PAGE_POLICY, serve } from '../serve.mjs';

const home = mkdtempSync(join(tmpdir(), 'septet-serve-'));
const directory = join(home, 'site');
let site;
before(async () => {
  mkdirSync(join(directory, 'below'), { recursive: true });
  writeFileSync(join(directory, 'index.html'), '<p>hello');
  writeFileSync(join(directory, 'below/index.html'), '<p>below');
  writeFileSync(join(directory, 'app.js'), 'export {};');
  writeFileSync(join(home, 'secret.txt'), 'secret');
  site = await serve(directory, { policy: PAGE_POLICY });
});
after(async () => {
  await site.close();
  rmSync(home, { recursive: true });
});

/** Asks for a path as it is, which `fetch` would tidy up first. @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: string }>} */
function ask(path, method = 'GET') {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.address);
    request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => { body += text; })
        .on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', reject).end();
  });
}

test('files and the index of a directory, with their types and the policy', async () => {
  const page = await ask('/');
  assert.deepEqual([page.status, page.body], [200, '<p>hello']);
  assert.match(page.headers['content-type'], /^text\/html/);
  assert.equal(page.headers['content-security-policy'], PAGE_POLICY);
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
  assert.equal(page.headers['cache-control'], 'no-cache');
  assert.equal((await ask('/below/?query=1')).body, '<p>below');
  assert.match((await ask('/app.js')).headers['content-type'], /javascript/);
});

test('nothing outside of the directory', async () => {
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/below/../../secret.txt', '//secret.txt', '/missing']) {
    const { status, body } = await ask(path);
    assert.deepEqual([path, status, body.includes('secret')], [path, 404, false]);
  }
});

test('reading only', async () => {
  assert.deepEqual([(await ask('/', 'HEAD')).status, (await ask('/', 'HEAD')).body], [200, '']);
  assert.equal((await ask('/', 'POST')).status, 405);
});

test('a file is served as it is at that moment', async () => {
  writeFileSync(join(directory, 'app.js'), 'export const changed = 1;');
  assert.equal((await ask('/app.js')).body, 'export const changed = 1;');
});
