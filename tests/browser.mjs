/** Headless Chromium and static pages for tests. */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

/** The browser that the wasm tests run in too. */
const { binary, args } = JSON.parse(readFileSync(new URL('webdriver.json', import.meta.url), 'utf8'))['goog:chromeOptions'];

/** What a careful site allows: its own files, and WebAssembly. */
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'";

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Starts the browser, with more arguments if there are any; the caller closes it. @param {readonly string[]} [more] */
export function launch(more = []) {
  return chromium.launch({ executablePath: binary, args: [...args, ...more] });
}

/**
 * Serves a directory on a free port of 127.0.0.1.
 * @param {string} directory
 * @param {{ policy?: string }} [options] the Content-Security-Policy, `POLICY` if none is given
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve(directory, { policy = POLICY } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    try {
      const body = await readFile(join(directory, normalize(name)));
      response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream', 'Content-Security-Policy': policy });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  });
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

/**
 * Opens a page and waits until it shows `expected` in its body.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {string} expected
 */
export async function shows(browser, address, expected) {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  try {
    await page.goto(address);
    await page.waitForFunction((text) => document.body.textContent.trim() === text, expected, { timeout: 10_000 });
  } catch (error) {
    const shown = await page.textContent('body');
    throw new Error(`the page shows ${JSON.stringify(shown)}, not ${JSON.stringify(expected)}\n${problems.join('\n')}`, { cause: error });
  } finally {
    await page.close();
  }
}
