/** The writing system of a text that GSM-7 cannot carry. */

/** @typedef {Pick<import('../reading.js').Analysis['characters'][number], 'text' | 'forcesUcs2'>} Character */

/** ISO 15924 codes of the scripts that are named, without Latin: its letters are marked one by one. */
const SCRIPTS = ['Grek', 'Cyrl', 'Arab', 'Hebr', 'Hani', 'Hira', 'Kana', 'Hang', 'Thai', 'Deva', 'Beng', 'Gujr', 'Guru',
  'Taml', 'Telu', 'Knda', 'Mlym', 'Orya', 'Sinh', 'Geor', 'Armn', 'Ethi', 'Khmr', 'Laoo', 'Mymr', 'Tibt'];
const PATTERNS = SCRIPTS.map((code) => ({ code, pattern: new RegExp(`^\\p{Script=${code}}`, 'u') }));
const LATIN = /^\p{Script=Latin}/u;
const LETTER = /^[\p{L}\p{M}]/u;

/** Share of the letters from which on a text is one in that script, rather than one with a stray name or look-alike. */
const SHARE = 1 / 3;

/**
 * The script that a text is written in and that needs UCS-2; `null` for a text that could be GSM-7 without a few characters.
 * @param {readonly Character[]} characters
 * @returns {string | null} an ISO 15924 code
 */
export function scriptOf(characters) {
  let letters = 0;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { text, forcesUcs2 } of characters) {
    if (text < 'A' || !LETTER.test(text)) continue;
    letters += 1;
    if (!forcesUcs2 || LATIN.test(text)) continue;
    const code = PATTERNS.find(({ pattern }) => pattern.test(text))?.code;
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [code, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? ['', 0];
  const all = [...counts.values()].reduce((sum, value) => sum + value, 0);
  return count > 0 && all >= letters * SHARE ? code : null;
}
