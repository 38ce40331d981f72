/** What is loaded only when it is first wanted. */

/**
 * @template T
 * @param {() => Promise<T>} fetch
 * @returns {{ get: () => T | null, load: () => Promise<boolean> }} what there is; `load` says whether it was news
 */
export function lazy(fetch) {
  /** @type {T | null} */
  let value = null;
  return {
    get: () => value,
    async load() {
      if (value !== null) return false;
      value = await fetch();
      return true;
    },
  };
}
