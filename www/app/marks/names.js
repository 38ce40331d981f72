/** Unicode names of characters, loaded when the first is wanted: they are as large as the rest of the page. */

import { lazy } from '../lazy.js';

const names = lazy(() => import('septet/names'));

/** Loads the names; resolves to whether they are new. */
export const loadNames = names.load;

/** The name of a character; `null` if it has none or the names are not loaded. @param {number} codePoint */
export function nameOf(codePoint) {
  return names.get()?.characterName(codePoint) ?? null;
}
