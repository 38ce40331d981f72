/**
 * Storage in the browser. Between visits (localStorage): settings, and the text only on request. Until the tab is closed
 * (sessionStorage): the draft, so that a reload loses nothing. Neither leaves the browser.
 */

import { isRecord } from './state.js';

/** @typedef {import('./state.js').State} State */

const SETTINGS = 'septet';
/** Also read by `first-paint.js`. */
const DRAFT = 'septet-draft';

/** Settings and draft together; the draft wins. @returns {Record<string, unknown>} */
export function recall() {
  return { ...stored(() => localStorage, SETTINGS), ...stored(() => sessionStorage, DRAFT) };
}

/**
 * @param {() => Storage} storage
 * @param {string} key
 * @returns {Record<string, unknown>}
 */
function stored(storage, key) {
  try {
    const value = JSON.parse(storage().getItem(key) ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    // Storage is forbidden or holds something else: there is nothing to restore.
    return {};
  }
}

/** @param {State} state */
export function remember(state) {
  const { text, samples, table, mapping, media, ...rest } = state;
  write(() => localStorage, SETTINGS, state.keepText ? { ...rest, text, samples } : rest);
  write(() => sessionStorage, DRAFT, text === '' ? null : { text, samples });
}

/** Removes settings and draft. */
export function forget() {
  write(() => localStorage, SETTINGS, null);
  write(() => sessionStorage, DRAFT, null);
}

/**
 * @param {() => Storage} storage
 * @param {string} key
 * @param {object | null} value `null` removes it
 */
function write(storage, key, value) {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
  } catch {
    // Storage is forbidden or full: the page works without.
  }
}
