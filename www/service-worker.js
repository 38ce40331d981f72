/* Keeps the page usable without a network: the newest files if there is one, the cached ones if there is none or it stalls. */

/**
 * The part of a service worker's global scope that the page uses, for the type checker.
 * @typedef {Event & { waitUntil: (until: Promise<unknown>) => void }} LastingEvent
 * @typedef {LastingEvent & { request: Request, respondWith: (answer: Promise<Response>) => void }} AskEvent
 * @typedef {object} Scope
 * @property {{ scope: string }} registration
 * @property {() => Promise<void>} skipWaiting
 * @property {{ claim: () => Promise<void> }} clients
 */

const CACHE = 'septet-composer';
/** Time that the network may take before the cached file is shown, in milliseconds. */
const PATIENCE = 2500;

/** Patterns of the file names in a file of the page, by the ending of its path. @type {Record<string, RegExp>} */
const NAMES = {
  '/': /(?:href|src)="([^"#:]+)"/g,
  '.js': /(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g,
};

const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));

self.addEventListener('install', (event) => {
  const install = async () => {
    const cache = await caches.open(CACHE);
    await keep(cache, scope.registration.scope, new Set());
    await scope.skipWaiting();
  };
  /** @type {LastingEvent} */ (event).waitUntil(install());
});

/**
 * Caches a file and every file that it names, so that no list of files has to be kept up to date.
 * @param {Cache} cache
 * @param {string} address
 * @param {Set<string>} known
 */
async function keep(cache, address, known) {
  if (known.has(address) || !address.startsWith(scope.registration.scope)) return;
  known.add(address);
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  await cache.put(address, response.clone());
  const names = Object.entries(NAMES).find(([ending]) => address.endsWith(ending))?.[1];
  if (names === undefined) return;
  const text = await response.text();
  await Promise.all([...text.matchAll(names)].map(([, name]) => keep(cache, new URL(name ?? '', address).href, known)));
}

self.addEventListener('activate', (event) => {
  /** @type {LastingEvent} */ (event).waitUntil(scope.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request, respondWith } = /** @type {AskEvent} */ (event);
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return;
  respondWith.call(event, answer(request));
});

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await cache.put(request, response.clone());
    return response;
  });
  // Ignore a late network error: the cached file has been served.
  fresh.catch(() => undefined);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept === undefined) return fresh;
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE); }).then(() => kept);
  return Promise.race([fresh.catch(() => kept), late]);
}
