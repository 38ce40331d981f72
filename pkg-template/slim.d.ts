/**
 * `septet/slim`: all of `septet`, with a WebAssembly module that you bring: `septet/septet.wasm`, from a URL of yours,
 * as octets, or compiled. Nothing is inlined; `init` comes first.
 *
 * @packageDocumentation
 */

export * from './index.js';
export {};

/** An instance of a class of the environment, where there are types for it. */
type Instance<Name extends string> = typeof globalThis extends Record<Name, { prototype: infer Type }> ? Type : never;

/** `WebAssembly.Module`, where the environment has types for it. */
type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never;

/** The source of the module: a URL, a `Response`, octets, or a compiled `WebAssembly.Module`. */
export type WasmSource = string | ArrayBuffer | ArrayBufferView | Instance<'URL'> | Instance<'Response'> | CompiledModule;

/**
 * Takes the module; the functions can be called once this has resolved. Safe to call twice.
 *
 * @param source the module, or where it comes from
 * @throws {SmsError} `wasm-malformed` for what is not a module, `wasm-blocked` where a policy forbids it, `wasm-unsupported`, `wasm-no-simd`,
 *   `out-of-memory`
 * @throws {TypeError} for another source; another error if a URL cannot be fetched
 *
 * @example
 * await init(new URL('septet/septet.wasm', import.meta.url))
 */
export function init(source: WasmSource | Promise<WasmSource>): Promise<void>;
