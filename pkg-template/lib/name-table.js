/** Reads the names of characters from the text that the build makes of them (`name-table.mjs`). */

/** The characters that numbers are written in: those that no kind of string has to escape. */
export const PLAIN = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).filter((character) => !'"\'`\\<$'.includes(character));

/** Words that are one character, and first characters of words that are two. */
export const SINGLES = 44;
export const PAIRS = 43;

const NUMBERS = new Map(PLAIN.map((character, number) => [character, number]));

/**
 * The names in a text, by code point. Reading takes some milliseconds; it happens once.
 * @param {string} text
 * @returns {(codePoint: number) => string | null}
 */
export function tableOf(text) {
  const [list = '', runs = '', series = '', names = ''] = text.split('\n');
  const words = list.split(' ');
  let at = 0;
  const digit = () => NUMBERS.get(names.charAt(at++)) ?? 0;
  const word = () => {
    const base = PLAIN.length;
    const first = digit();
    if (first < SINGLES) return words[first] ?? '';
    if (first < SINGLES + PAIRS) return words[SINGLES + base * (first - SINGLES) + digit()] ?? '';
    return words[SINGLES + PAIRS * base + base * base * (first - SINGLES - PAIRS) + base * digit() + digit()] ?? '';
  };
  /** @type {Map<number, string>} */
  const known = new Map();
  /** @type {string[]} */
  let current = [];
  const lengths = runs.split(' ').map((number) => Number.parseInt(number, 36));
  for (let index = 0, codePoint = 0; index < lengths.length; index += 2) {
    codePoint += lengths[index] ?? 0;
    for (let left = lengths[index + 1] ?? 0; left > 0; left--) {
      const header = digit();
      const [shared, more] = header < 88 ? [Math.floor(header / 9), header % 9] : [digit(), digit()];
      current = current.slice(0, shared);
      for (let count = 0; count < more; count++) current.push(word());
      known.set(codePoint++, current.join(' ').replaceAll('- ', '-').replaceAll('~', '-'));
    }
  }
  const numbered = series.split(',').map((entry) => entry.match(/^(\w+) (\w+) (.*)$/) ?? []);
  return (codePoint) => {
    const name = known.get(codePoint) ?? algorithmic(codePoint);
    if (name !== undefined) return name;
    for (const [, start = '', count = '', prefix = ''] of numbered) {
      const offset = codePoint - Number.parseInt(start, 36);
      if (offset >= 0 && offset < Number.parseInt(count, 36)) return prefix + codePoint.toString(16).toUpperCase().padStart(4, '0');
    }
    return null;
  };
}

const LEADING = 'G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H'.split(',');
const VOWELS = 'A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I'.split(',');
const TRAILING = ',G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H'.split(',');

/** The name of a Hangul syllable by its letters (The Unicode Standard, section 3.12). @param {number} codePoint */
export function algorithmic(codePoint) {
  const index = codePoint - 0xAC00;
  if (index < 0 || index >= 11_172) return undefined;
  const vowel = Math.floor(index / 28) % 21;
  return `HANGUL SYLLABLE ${LEADING[Math.floor(index / 588)]}${VOWELS[vowel]}${TRAILING[index % 28]}`;
}
