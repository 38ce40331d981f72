/** What this browser remembers between visits: settings, and the text only if that was asked for. */

import { isRecord } from './state.js';

/** @typedef {import('./state.js').State} State */

const KEY = 'septet';

/** @returns {Record<string, unknown>} */
export function recall() {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    // Storage is forbidden or holds something else: nothing is remembered.
    return {};
  }
}

/** @param {State} state */
export function remember(state) {
  const { text, samples, table, media, ...rest } = state;
  try {
    localStorage.setItem(KEY, JSON.stringify(state.keepText ? { ...rest, text, samples } : rest));
  } catch {
    // Storage is forbidden or full: the page works without.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden: there is nothing to forget.
  }
}
