/**
 * The names of Unicode characters as the text of a script, which `names.js` reads. As a module of WebAssembly with its tables they took
 * 627 KB, and 803 KB as text; this takes 0.2 MB.
 *
 * Most names differ from the one before in a word or two, so each says how many words it begins with in common, and which words follow, by
 * number: the frequent ones are one character, others two or three. Names that end in their code point are ranges, and
 * Hangul syllables are spelled by a rule.
 */

import { PLAIN, SINGLES, PAIRS, algorithmic, tableOf } from './lib/name-table.js';

/** Words: what ends with a hyphen is followed by no space, but for one that is written with a tilde. @param {string} name */
const wordsOf = (name) => name.replaceAll('- ', '~ ').match(/[^ -]+-?|-/g) ?? [];

/**
 * @param {(codePoint: number) => string | null | undefined} nameOf
 * @returns {string} words, ranges of named code points, ranges of names that end in their code point, names: a line each
 */
export function nameTable(nameOf) {
  /** @type {[number, string][]} */
  const spelled = [];
  /** @type {[number, number, string][]} */
  const numbered = [];
  for (let codePoint = 0; codePoint <= 0x10FFFF; codePoint++) {
    const name = nameOf(codePoint);
    if (!name || name === algorithmic(codePoint)) continue;
    const suffix = codePoint.toString(16).toUpperCase().padStart(4, '0');
    if (!name.endsWith(`-${suffix}`)) {
      spelled.push([codePoint, name]);
      continue;
    }
    const prefix = name.slice(0, -suffix.length);
    const last = numbered.at(-1);
    if (last && last[0] + last[1] === codePoint && last[2] === prefix) last[1]++;
    else numbered.push([codePoint, 1, prefix]);
  }
  /** @type {Map<string, number>} */
  const uses = new Map();
  each(spelled, (words) => {
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  });
  const words = [...uses].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([word]) => word);
  const codes = new Map(words.map((word, number) => [word, code(number)]));
  let names = '';
  each(spelled, (words, shared) => {
    names += shared < 9 && words.length < 9 ? PLAIN[9 * shared + words.length] : PLAIN[88] + PLAIN[shared] + PLAIN[words.length];
    for (const word of words) names += codes.get(word);
  });
  const text = [words.join(' '), ranges(spelled), numbered.map(([start, count, prefix]) => `${start.toString(36)} ${count.toString(36)} ${prefix}`).join(','), names].join('\n');
  const table = tableOf(text);
  for (const [codePoint, name] of spelled) if (table(codePoint) !== name) throw new Error(`${name} is read as ${table(codePoint)}`);
  return text;
}

/** Calls with the words of each name that are not those of the name before, and the number of those that are. @param {[number, string][]} spelled @param {(words: string[], shared: number) => void} work */
function each(spelled, work) {
  /** @type {string[]} */
  let before = [];
  for (const [, name] of spelled) {
    const words = wordsOf(name);
    let shared = 0;
    while (shared < words.length && shared < before.length && words[shared] === before[shared]) shared++;
    work(words.slice(shared), shared);
    before = words;
  }
}

/** The code points as gaps and lengths of runs. @param {[number, string][]} spelled */
function ranges(spelled) {
  const runs = [];
  let next = 0;
  for (let index = 0; index < spelled.length;) {
    const start = spelled[index]?.[0] ?? 0;
    let length = 1;
    while (spelled[index + length]?.[0] === start + length) length++;
    runs.push(`${(start - next).toString(36)} ${length.toString(36)}`);
    next = start + length;
    index += length;
  }
  return runs.join(' ');
}

/** @param {number} number of a word, from the most frequent */
function code(number) {
  const base = PLAIN.length;
  if (number < SINGLES) return PLAIN[number];
  const second = number - SINGLES;
  if (second < PAIRS * base) return `${PLAIN[SINGLES + Math.floor(second / base)]}${PLAIN[second % base]}`;
  const third = second - PAIRS * base;
  const lead = SINGLES + PAIRS + Math.floor(third / base / base);
  if (lead >= base) throw new Error(`word ${number} has no code`);
  return `${PLAIN[lead]}${PLAIN[Math.floor(third / base) % base]}${PLAIN[third % base]}`;
}
