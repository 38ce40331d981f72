/**
 * Reads objects of the caller, whose getters, proxies and iterators may throw. What they throw is returned, not thrown: an exception
 * through Rust leaves its stack behind, and one that Rust catches leaves a slot in the table of references.
 */

/** Own properties as pairs; `null` for what can be iterated. @param {object} object @returns {[string, unknown][] | null | { thrown: unknown }} */
export function entries(object) {
  try {
    return Symbol.iterator in object ? null : Object.entries(object);
  } catch (thrown) {
    return { thrown };
  }
}

/** Everything that an iterator gives; `null` for what has none. @param {object} object @returns {unknown[] | null | { thrown: unknown }} */
export function items(object) {
  try {
    return Symbol.iterator in object ? [.../** @type {Iterable<unknown>} */ (object)] : null;
  } catch (thrown) {
    return { thrown };
  }
}
