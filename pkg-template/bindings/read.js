/**
 * Reads an object of the caller, whose getters, proxies and iterators may throw: the items of what can be iterated, or else own
 * properties as pairs, as asked for; `null` for the other kind. What is thrown is returned: an exception through Rust leaves its stack
 * behind, and one that Rust catches a slot in the table of references.
 *
 * @param {object} object
 * @param {boolean} asItems
 * @returns {unknown[] | null | { thrown: unknown }}
 */
export function read(object, asItems) {
  try {
    if (Symbol.iterator in object !== asItems) return null;
    return asItems ? [.../** @type {Iterable<unknown>} */ (object)] : Object.entries(object);
  } catch (thrown) {
    return { thrown };
  }
}
