/**
 * `septet/slim`: all of `septet`, with a WebAssembly module that you bring: `septet/septet.wasm`, from a URL of yours,
 * as octets, or compiled. Nothing is inlined; `init` comes first.
 *
 * @packageDocumentation
 */

export * from './index.js';

/** Where the module comes from. */
export type WasmSource = string | URL | Response | BufferSource | WebAssembly.Module;

/**
 * Takes the module; the functions can be called once this has resolved. Safe to call twice.
 *
 * @example
 * await init(new URL('septet/septet.wasm', import.meta.url))
 */
export function init(source: WasmSource | Promise<WasmSource>): Promise<void>;
