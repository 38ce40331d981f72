/**
 * Names of characters, from the Unicode Character Database 14.0: for each first code point, the names of it and those
 * that follow it. Loaded when they are first wanted.
 */

/** @type {Map<number, string> | null} */
let known = null;

/** Loads the names, and says whether that was news. */
export async function loadNames() {
  if (known !== null) return false;
  const { default: runs } = await import('./names.json', { with: { type: 'json' } });
  known = new Map();
  for (const [first, names] of Object.entries(runs)) {
    const start = Number.parseInt(first, 16);
    for (const [offset, name] of names.entries()) known.set(start + offset, name.toUpperCase());
  }
  return true;
}

/** @param {number} codePoint */
export function nameOf(codePoint) {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return `CJK UNIFIED IDEOGRAPH-${codePoint.toString(16).toUpperCase()}`;
  return known?.get(codePoint) ?? null;
}
