/**
 * The static server: of `cargo xtask serve`, and of every test in a browser.
 * Alone: `node serve.mjs DIRECTORY [PORT]` serves the composer page.
 */

import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

/** The policy of a careful site: its own files, and WebAssembly. */
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'";

/** The policy that the composer page states in its `<meta>`, and the part that only a header can state: who may frame it. */
export const PAGE_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
  + "media-src blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
  + "frame-ancestors 'none'";

/** The port tried first, so that a bookmark keeps working. */
const PORT = 8160;

/**
 * Serves a directory on 127.0.0.1, each file as it is at that moment.
 * @param {string} directory
 * @param {{ policy?: string, page?: string, port?: number }} [options] the Content-Security-Policy; HTML for `/` in place of a file; the port, by default a free one
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve(directory, { policy = POLICY, page, port = 0 } = {}) {
  const files = sirv(directory, { dev: true, etag: true });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end('only GET and HEAD\n');
    } else if (page !== undefined && request.url === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html;charset=utf-8' }).end(page);
    } else {
      files(request, response, () => response.writeHead(404).end('no such file\n'));
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined)));
  const close = () => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve(undefined));
  });
  return { address: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`, close };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [directory, port] = process.argv.slice(2);
  const on = (/** @type {number} */ port) => serve(directory, { policy: PAGE_POLICY, port });
  const { address } = await (port === undefined ? on(PORT).catch(() => on(0)) : on(Number(port)));
  console.log(`\nseptet composer: ${address}  (stop with Ctrl-C)`);
}
