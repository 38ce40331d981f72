/** Apps of real frameworks: installed with exact versions next to the packed tarball, built, served on loopback. */

import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { installed } from './project.mjs';

const execute = promisify(execFile);

/** What is installed stays for the next run; CI keeps it too, since the tarball is in the target directory. */
const home = join(dirname(process.env.SEPTET_TARBALL), 'stacks');
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', HOST: '127.0.0.1', HOSTNAME: '127.0.0.1' };

/** Without a network nothing can be installed: a reason to skip a test, but not in CI. */
export const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT/;

/**
 * Puts an app into a directory of its own and installs what its `package.json` pins; `null` after a test was skipped.
 * @param {import('node:test').TestContext} t
 * @param {string} name a directory of `frameworks/`
 * @param {{ base?: string, files?: Record<string, string> }} [more] a directory with files that the app shares, and more files
 */
export async function app(t, name, { base = name, files = {} } = {}) {
  const directory = join(home, name);
  mkdirSync(directory, { recursive: true });
  for (const old of readdirSync(directory)) {
    if (old !== 'node_modules') rmSync(join(directory, old), { recursive: true });
  }
  for (const source of new Set([base, name])) cpSync(new URL(`frameworks/${source}`, import.meta.url), directory, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
  const wanted = readFileSync(join(directory, 'package.json'), 'utf8');
  const stamp = join(directory, 'node_modules/.pins');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    try {
      await execute('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'], { cwd: directory, env });
    } catch (error) {
      if (process.env.CI || !OFFLINE.test(error.stderr)) throw error;
      t.skip('nothing can be installed without a network');
      return null;
    }
    writeFileSync(stamp, wanted);
  }
  const own = join(directory, 'node_modules/septet');
  rmSync(own, { recursive: true, force: true });
  cpSync(join(installed, 'node_modules/septet'), own, { recursive: true });
  return directory;
}

/**
 * Runs a script of an app's `package.json`; an error holds all that it printed.
 * @param {string} directory
 * @param {string[]} args of `npm run`
 */
export async function script(directory, ...args) {
  try {
    const { stdout, stderr } = await execute('npm', ['run', '--silent', ...args], { cwd: directory, env, maxBuffer: 1 << 26 });
    return stdout + stderr;
  } catch (error) {
    throw new Error(`npm run ${args.join(' ')}\n${error.stdout}${error.stderr}`);
  }
}

/**
 * Starts a server and waits until it answers.
 * @param {string} directory
 * @param {string[]} command program and arguments, run with the port as `PORT`
 */
export async function start(directory, [program, ...args]) {
  const port = await freePort();
  const child = spawn(program, args, { cwd: directory, env: { ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (chunk) => { printed += chunk; });
  child.stderr.on('data', (chunk) => { printed += chunk; });
  const address = `http://127.0.0.1:${port}/`;
  const deadline = Date.now() + 60_000;
  while (!await fetch(address).then(() => true, () => false)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill();
      throw new Error(`${program} ${args.join(' ')} does not serve\n${printed}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  const close = () => new Promise((resolve) => { child.once('exit', resolve).kill(); });
  return { address, close, printed: () => printed };
}

/** A port that nothing listens on at the moment. @returns {Promise<number>} */
export function freePort() {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
