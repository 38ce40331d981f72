/** Modules and data that are loaded on first use. */

/**
 * @template T
 * @param {() => Promise<T>} fetch
 * @returns {{ get: () => T | null, load: () => Promise<boolean> }} `load` resolves to whether the value is new
 */
export function lazy(fetch) {
  /** @type {T | null} */
  let value = null;
  /** @type {Promise<T> | null} */
  let loading = null;
  return {
    get: () => value,
    async load() {
      if (value !== null) return false;
      loading ??= fetch();
      try {
        value = await loading;
      } finally {
        loading = null;
      }
      return true;
    },
  };
}
