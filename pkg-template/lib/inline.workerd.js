/** Modules in edge runtimes (Cloudflare's workers, Next.js), which come compiled: nothing may be compiled there. The build takes this in place of `inline.js`. */

import { started } from './diagnosis.js';

/** @import { Module } from './scratch.js' */

/**
 * @param {unknown} module
 * @returns {Module}
 */
export function instance(module) {
  const { exports } = started(() => new WebAssembly.Instance(/** @type {WebAssembly.Module} */ (module)));
  return /** @type {Module} */ (/** @type {unknown} */ (exports));
}
