/** The examples, started with the command in their first lines, from a checkout and from a copy, and used as it says. */

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import { launch } from '../browser.mjs';
import { installed, project } from './project.mjs';
import { freePort, OFFLINE } from './stack.mjs';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** A checkout, as far as an example needs one: `examples/` and the package in `pkg/`. */
const checkout = mkdtempSync(join(tmpdir(), 'septet-checkout-'));
cpSync(join(root, 'examples'), join(checkout, 'examples'), { recursive: true, filter: (path) => !/node_modules|target|package-lock/.test(path.slice(root.length)) });
cpSync(join(installed, 'node_modules/septet'), join(checkout, 'pkg'), { recursive: true });

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(checkout, { recursive: true });
});

/** The one command of an example. */
function commandOf(file) {
  const head = readFileSync(join(root, 'examples', file), 'utf8').split('\n').slice(0, 6);
  const [, command] = /^\/\/!? +(?:\$ )?((?:npm install|cargo run) [^#\n]*[^# \n])/m.exec(head.join('\n')) ?? assert.fail(`${file} names no command`);
  return command;
}

/** Runs a command of a shell to its end. */
async function finished(command, directory) {
  return (await execute('sh', ['-c', command], { cwd: directory, maxBuffer: 1 << 24 })).stdout;
}

/**
 * Runs a command that serves, until `work` with what it has printed so far is done.
 * @param {(printed: string) => Promise<void>} work
 */
async function serving(t, command, directory, variables, ready, work) {
  // In a group of its own, so that the shell, npm and the server end together.
  const child = spawn('sh', ['-c', command], { cwd: directory, env: { ...process.env, ...variables }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  try {
    await new Promise((resolve, reject) => {
      const look = (chunk) => {
        // Where CI is set, Vite prints in colour, also into a pipe.
        printed += stripVTControlCharacters(String(chunk));
        if (ready.test(printed)) resolve(undefined);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      ended.then(() => reject(new Error(`${command}\n${printed}`)));
      setTimeout(() => reject(new Error(`${command} does not serve\n${printed}`)), 600_000).unref();
    });
    await work(printed);
  } catch (error) {
    if (process.env.CI || !OFFLINE.test(printed)) throw error;
    t.skip('nothing can be installed without a network');
  } finally {
    if (child.exitCode === null) process.kill(-child.pid);
    await ended;
  }
}

/** The signed request that a webhook shows is answered; with another signature it is not. */
async function isAnswered(printed, reply) {
  const [request] = /^curl .*$/m.exec(printed) ?? assert.fail(printed);
  assert.match(await finished(`${request} --silent`, root), reply);
  const forged = request.replace(/Signature: ..../, 'Signature: AAAA');
  assert.equal(await finished(`${forged} --silent --output /dev/null --write-out '%{http_code}'`, root), '403');
}

const signed = /^curl .*\n/m;

test('the webhook in Node, in a checkout', async (t) => {
  const [port, directory] = [await freePort(), join(checkout, 'examples/node')];
  await serving(t, commandOf('node/webhook.js'), directory, { PORT: `${port}`, TOKEN: 'secret', ORIGIN: 'https://you.example.com' }, signed, async (printed) => {
    assert.match(printed, new RegExp(`http://127\\.0\\.0\\.1:${port}/sms`));
    await isAnswered(printed, /<Body>We are open from 9 to 5\.<\/Body>/);
  });
});

test('the webhook in Node, copied and installed from the tarball', async (t) => {
  const directory = project({});
  cpSync(join(root, 'examples/node'), directory, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
  await finished(`npm install --no-audit --no-fund --offline '${process.env.SEPTET_TARBALL}'`, directory);
  await serving(t, commandOf('node/webhook.js'), directory, { PORT: '0' }, signed, (printed) => isAnswered(printed, /<Body>We are open/));
});

test('the planner', async () => {
  const printed = await finished(commandOf('node/bulk-plan.js'), join(checkout, 'examples/node'));
  assert.match(printed, /^\+5351234567: From: .*\n\+14155550100: 2 messages until 2026-07-01T16:00:01\.000Z$/m);
  assert.equal(printed.match(/^after .* s from .* to \+\d+$/gm)?.length, 3);
});

test('the plain module', async () => {
  const printed = await finished(commandOf('node/plain.js'), join(checkout, 'examples/node'));
  assert.match(printed, /encoding: 'GSM-7',\s+segments: 1,\s+units: 8/);
});

test('the webhook in Rust', async (t) => {
  await serving(t, `${commandOf('webhook/main.rs')} -- serve`, root, { PORT: '0', TOKEN: 'secret' }, signed, (printed) => isAnswered(printed, /<Body>it works<\/Body>/));
});

test('the planner in Rust', async () => {
  assert.match(await finished(commandOf('bulk_plan.rs'), root), /^\+14155550100: 20000 messages, 20000 segments, 93933 s on 3 days/m);
});

for (const [name, file] of [['React', 'react/main.jsx'], ['Vue', 'vue/main.js'], ['Svelte', 'svelte/main.js']]) {
  test(`the composer in ${name}`, async (t) => {
    const directory = join(checkout, 'examples', file, '..');
    const port = await freePort();
    await serving(t, commandOf(file), directory, { PORT: `${port}` }, new RegExp(`127\\.0\\.0\\.1:${port}`), async () => {
      const page = await browser.newPage();
      try {
        await uses(page, `http://127.0.0.1:${port}/`);
      } finally {
        await page.close();
      }
    });
  });
}

/** What each of the composers does. */
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
