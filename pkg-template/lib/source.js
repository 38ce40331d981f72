/** The WebAssembly module of `septet/slim`, from a source that the caller names. */

import { notCompiled } from './diagnosis.js';
import { wrong } from './error.js';

/** @import { WasmSource } from '../slim.js' */

/**
 * @param {WasmSource} source
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compiled(source) {
  if (typeof WebAssembly !== 'object') throw notCompiled(new Uint8Array(), undefined);
  // By its tag: it may be of another realm, as in the sandbox of an edge runtime.
  if (Object.prototype.toString.call(source) === '[object WebAssembly.Module]') return /** @type {WebAssembly.Module} */ (source);
  if (typeof source === 'string' || source instanceof URL) return compiled(await fetch(source));
  if (typeof Response === 'function' && source instanceof Response) {
    if (!source.ok) throw new Error(`septet/slim: ${source.url} answers ${source.status}`);
    return compiled(await source.arrayBuffer());
  }
  if (!(source instanceof ArrayBuffer || ArrayBuffer.isView(source))) throw wrong('source', 'a URL, a Response, octets or a WebAssembly.Module', source);
  try {
    return await WebAssembly.compile(/** @type {BufferSource} */ (source));
  } catch (cause) {
    throw notCompiled(/** @type {BufferSource} */ (source), cause);
  }
}
