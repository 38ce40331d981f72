/** Modules with JavaScript bindings in edge runtimes, which come compiled. The build takes this in place of `compile.js`. */

/** @param {unknown} module what the import of a file `.wasm` gives */
export function compile(module) {
  // Next compiles outside of the realm in which middleware runs: the bindings ask with `instanceof`, and would compile it again.
  if (module && !(module instanceof WebAssembly.Module)) Object.setPrototypeOf(module, WebAssembly.Module.prototype);
  return /** @type {WebAssembly.Module} */ (module);
}
