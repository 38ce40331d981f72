/**
 * Names of characters, from the Unicode Character Database 14.0: for each first code point, the names of it and those
 * that follow it. Loaded when they are first wanted.
 */

import { lazy } from '../../lazy.js';

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

/** Loads the names, and says whether that was news. */
export const loadNames = known.load;

/** @param {number} codePoint */
export function nameOf(codePoint) {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return `CJK UNIFIED IDEOGRAPH-${codePoint.toString(16).toUpperCase()}`;
  return known.get()?.get(codePoint) ?? null;
}
