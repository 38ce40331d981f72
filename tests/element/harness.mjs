/** A page with `septet/element` in headless Chromium, a new one for each test, and what its meter shows. */

import { after, before, beforeEach } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, serve } from '../browser.mjs';

const PAGE = `<!doctype html><html lang="en"><title>meter</title><link rel="icon" href="data:,">
<body><script type="module" src="/element.js"></script></body></html>`;
/** Styles in the page are the tests' own. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:";

let browser;
let server;
export let page;
/** Errors that occurred in the page. */
export let problems;

/** Serves the package and a page of it, with or without leave to compile WebAssembly. */
export function serveMeter({ isWasmAllowed = true } = {}) {
  const policy = isWasmAllowed ? POLICY : POLICY.replace(" 'wasm-unsafe-eval'", '');
  return serve(fileURLToPath(new URL('../node_modules/septet', import.meta.url)), { policy, page: PAGE });
}

export async function open(address) {
  await page.goto(address);
  await page.waitForFunction(() => customElements.get('sms-meter'));
}

before(async () => {
  browser = await launch();
  server = await serveMeter();
});
after(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await open(server.address);
});

export const write = (html) => page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), html);
/** The text of a part that is shown, else null, at once. */
export const partNow = (name) => page.evaluate((name) => {
  const element = document.querySelector('sms-meter').shadowRoot.querySelector(`[part~="${name}"]`);
  return element?.checkVisibility() ? element.textContent : null;
}, name);
/** Waits until the meter shows all that there is to show. */
export const complete = () => page.$eval('sms-meter', async (meter) => { await meter.complete(); });
export const part = async (name) => {
  await complete();
  return partNow(name);
};
/** The count, which waits for nothing. */
export const shown = async () => [await partNow('encoding'), await partNow('segments'), await partNow('remaining')].join(', ');
export const meter = (work, argument) => page.$eval('sms-meter', work, argument);
