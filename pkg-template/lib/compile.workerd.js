/** Modules with JavaScript bindings in edge runtimes, which come compiled. The build takes this in place of `compile.js`. */

/** @param {unknown} module what the import of a file `.wasm` gives */
export function compile(module) {
  return /** @type {WebAssembly.Module} */ (module);
}
