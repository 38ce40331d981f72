/**
 * Names of characters from the Unicode Character Database 14.0: per first code point of a run, the names of its
 * characters. Loaded on first use.
 */

import { lazy } from '../lazy.js';

const known = lazy(async () => {
  const { default: runs } = await import('./names.json', { with: { type: 'json' } });
  /** @type {Map<number, string>} */
  const names = new Map();
  for (const [first, run] of Object.entries(runs)) {
    const start = Number.parseInt(first, 16);
    for (const [offset, name] of run.entries()) names.set(start + offset, name.toUpperCase());
  }
  return names;
});

/** Loads the names; resolves to whether they are new. */
export const loadNames = known.load;

/** The name of a character; `null` if it is not in the list or the list is not loaded. @param {number} codePoint */
export function nameOf(codePoint) {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return `CJK UNIFIED IDEOGRAPH-${codePoint.toString(16).toUpperCase()}`;
  return known.get()?.get(codePoint) ?? null;
}
