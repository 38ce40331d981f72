/** Characters described for people: a visible sign, the code point, the kind in the language of the page. */

import { comma, scriptName, t } from '../language.js';

/** @typedef {import('../language.js').Key} Key */

/** Signs for what has no shape of its own. @type {Record<string, string>} */
const SIGNS = { '\n': '↵', '\r': '␍', '\t': '⇥', ' ': '␣', '\u00a0': '⍽', '\f': '␌' };

/** Kinds by Unicode property, the first that fits. @type {[RegExp, Key][]} */
const KINDS = [
  [/^[\n\r\u2028\u2029]/u, 'kindLineBreak'],
  [/^\p{Zs}/u, 'kindSpace'],
  [/^\p{Cc}/u, 'kindControl'],
  [/^[\p{Cf}\ufe00-\ufe0f]/u, 'kindInvisible'],
  [/^\p{M}/u, 'kindMark'],
  [/^\p{Nd}/u, 'kindDigit'],
  [/^\p{Extended_Pictographic}/u, 'kindEmoji'],
  [/^\p{L}/u, 'kindLetter'],
  [/^\p{P}/u, 'kindPunctuation'],
  [/^\p{Sc}/u, 'kindCurrency'],
  [/^\p{Cs}/u, 'kindSurrogate'],
];

/** Scripts named with a letter, as ISO 15924 codes. */
const SCRIPTS = ['Latn', 'Grek', 'Cyrl', 'Arab', 'Hebr', 'Hani', 'Hira', 'Kana', 'Hang', 'Thai', 'Deva', 'Beng', 'Gujr', 'Guru',
  'Taml', 'Telu', 'Knda', 'Mlym', 'Orya', 'Sinh', 'Geor', 'Armn', 'Ethi', 'Khmr', 'Laoo', 'Mymr', 'Tibt'];
const SCRIPT_PATTERNS = SCRIPTS.map((code) => ({ code, pattern: new RegExp(`^\\p{Script=${code}}`, 'u') }));

/** @param {string} character */
export function signOf(character) {
  if (SIGNS[character] !== undefined) return SIGNS[character];
  if (/^\p{M}/u.test(character)) return `◌${character}`;
  return /^[\p{Cc}\p{Cf}\p{Zs}\p{Cs}\ufe00-\ufe0f]/u.test(character) ? '·' : character;
}

/** @param {number} codePoint */
export function codeOf(codePoint) {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** @param {string} character */
export function kindOf(character) {
  const kind = t(KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? 'kindSymbol');
  const script = /^[\p{L}\p{M}]/u.test(character) ? SCRIPT_PATTERNS.find(({ pattern }) => pattern.test(character)) : undefined;
  if (script === undefined) return kind;
  return kind + comma() + scriptName(script.code);
}

/**
 * Octets or septets as hexadecimal digits.
 * @param {Iterable<number>} values
 * @param {number} digits of each
 */
export function hex(values, digits) {
  return Array.from(values, (value) => value.toString(16).toUpperCase().padStart(digits, '0')).join(' ');
}

/** Characters that show nothing by themselves: controls, format and direction characters, fillers. */
const INVISIBLE = /^[\p{Cf}\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u2028\u2029\u115f\u1160\u3164\uffa0]/u;
/** Neighbours that joiners belong to: emoji, and scripts whose spelling uses them. */
const JOINED = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u{e0020}-\u{e007f}\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]/u;

/**
 * Returns true for a character that cannot be seen. Joiners and tags inside emoji, and joiners in scripts that are spelled
 * with them, are part of what is seen.
 * @param {readonly { text: string }[]} characters
 * @param {number} index
 */
export function isInvisible(characters, index) {
  const text = characters[index]?.text ?? '';
  // Most texts are ASCII: the expression is not asked for them.
  if ((text >= ' ' && text <= '~') || !INVISIBLE.test(text)) return false;
  return !(/^[\u200c\u200d\u{e0020}-\u{e007f}]/u.test(text) && JOINED.test(characters[index - 1]?.text ?? ''));
}
