/**
 * The encoder and decoder of UTF-8, which the generated bindings create when they are imported: those of the environment or, in a test suite whose
 * DOM has none (Jest with jsdom), Node's. The build puts these names in place of the globals (`inject` in `build.mjs`).
 */

/** Stands for what is missing, so that the import succeeds and the first call can say what is wrong: as a rule there is no WebAssembly either (Hermes). */
class Missing {
  /** @param {Uint8Array} [octets] none where the bindings only warm it up */
  decode(octets) {
    if (octets) throw new TypeError('this environment has no TextDecoder');
    return '';
  }

  encodeInto() {
    throw new TypeError('this environment has no TextEncoder');
  }
}

/**
 * @template {'TextDecoder' | 'TextEncoder'} Name
 * @param {Name} name
 * @returns {(typeof globalThis)[Name]}
 */
function codec(name) {
  const { process } = /** @type {{ process?: { getBuiltinModule?: (id: string) => any } }} */ (globalThis);
  return globalThis[name] ?? process?.getBuiltinModule?.('node:util')[name] ?? Missing;
}

export const TextDecoder = /* @__PURE__ */ codec('TextDecoder');
export const TextEncoder = /* @__PURE__ */ codec('TextEncoder');
