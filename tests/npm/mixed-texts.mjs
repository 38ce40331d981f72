/** Random texts of every script and of what smart encoding replaces; user-perceived characters of one to eleven units. */

import { readFileSync } from 'node:fs';

/** Smart encoding by providers: a code point in the first column. */
const replaced = readFileSync(new URL('../data/smart-encoding/providers.tsv', import.meta.url), 'utf8')
  .split('\n').map((line) => Number.parseInt(/^(?:U\+)?([0-9A-Fa-f]{4,6})\t/.exec(line)?.[1] ?? '', 16))
  .filter(Number.isFinite).map((code) => String.fromCodePoint(code));

/** Kinds of characters from which texts are built. */
const KINDS = [
  [...'Hello, world! {[~^|]}\\€\f'],
  [...replaced, ...'abc '],
  ['a', 'é', 'e\u0301', 'o\u0308\u0323', 'z\u0302', '\r\n', '\n', '\r', ' '],
  ['😀', '👍🏽', '👩‍🚀', '👨‍👩‍👧‍👦', '🇨🇭', '🇺🇸', '❤\uFE0F', '1\uFE0F\u20E3', 'a', ' '],
  [...'中文字日本語かなカナ', '한', '\u1112\u1161\u11AB', 'が', 'か\u3099'],
  [...'กำลังนี้ ที่', ...'שלום', 'ש\u05C1', ...'مرحبا', 'مُ', ...'Привет', 'й', 'и\u0306'],
  ['\uD83D', '\uDE00', 'a', '中', '\uD800', '\u200B'],
];

/**
 * @param {number} seed
 * @param {number} count
 * @returns {Generator<string>}
 */
export function* mixedTexts(seed, count) {
  let state = seed;
  const below = (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let index = 0; index < count; index++) {
    const kind = KINDS[below(KINDS.length)];
    yield Array.from({ length: below(200) }, () => kind[below(kind.length)]).join('');
  }
}
