/** `analyze` and `explain`: texts and code points are taken from the caller's text, where lone surrogates are still themselves. */

import { Question } from '../wasm/septet.js';
import { isText } from './error.js';
import { isReportable } from './reports.js';

/** @import { Analysis, Character, CountOptions, Explanation, Offender } from '../index.js' */
/** @import { Texts } from './texts.js' */

/** What introduces a septet of the single shift table. */
const ESCAPE = 0x1B;
/** What a lone surrogate has become on its way into the module. */
const REPLACEMENT = 0xFFFD;

/**
 * @param {Texts} texts
 * @param {string} text
 * @param {CountOptions} [options]
 * @returns {Analysis}
 */
export function analyze(texts, text, options) {
  isText(text);
  isReportable(text);
  const settings = texts.settings(options);
  const sent = texts.sent(text, settings);
  const { count, parts, characters, offenders, withoutLanguages, warnings } = texts.ask(Question.Analyze, sent, settings);
  for (const part of parts) part.text = sent.slice(part.start, part.end);
  return {
    ...count,
    parts,
    characters: unpacked(sent, characters, parts),
    offenders: offenders.flatMap((/** @type {Offender} */ offender) => parted(sent, offender)),
    withoutLanguages,
    warnings,
  };
}

/**
 * @param {Texts} texts
 * @param {string} text
 * @param {CountOptions} [options]
 * @returns {Explanation[]}
 */
export function explain(texts, text, options) {
  isText(text);
  isReportable(text);
  const settings = texts.settings(options);
  const sent = texts.sent(text, settings);
  /** @type {Explanation[]} */
  const explanations = texts.ask(Question.Explain, sent, settings);
  for (const one of explanations) {
    if (one.codePoint === REPLACEMENT) Object.assign(one, itself(sent, one.start));
  }
  return explanations;
}

/**
 * Characters out of two octets each: code, then septets (bits 0–1), whether a pair (2), whether it forces UCS-2 (3).
 * @param {string} text
 * @param {Uint8Array} octets
 * @param {readonly { end: number }[]} parts
 * @returns {Character[]}
 */
function unpacked(text, octets, parts) {
  const characters = new Array(octets.length / 2);
  let [start, segment] = [0, 0];
  for (let index = 0; index < characters.length; index++) {
    const code = octets[2 * index] ?? 0;
    const bits = octets[2 * index + 1] ?? 0;
    const width = bits >> 2 & 1;
    const end = start + 1 + width;
    if (start === parts[segment]?.end) segment++;
    const count = bits & 3;
    characters[index] = {
      text: text.slice(start, end),
      start,
      end,
      codePoint: text.codePointAt(start),
      units: count || end - start,
      septets: count === 0 ? null : count === 1 ? [code] : [ESCAPE, code],
      segment,
      forcesUcs2: (bits & 8) !== 0,
    };
    start = end;
  }
  return characters;
}

/**
 * The offenders behind one: where it stands for lone surrogates, one for each kind of them.
 * @param {string} text
 * @param {Offender} offender
 * @returns {Offender[]}
 */
function parted(text, offender) {
  if (offender.codePoint !== REPLACEMENT) return [offender];
  /** @type {Map<number, Offender>} */
  const kinds = new Map();
  for (const position of offender.positions) {
    const own = itself(text, position);
    const kind = kinds.get(own.codePoint) ?? { ...own, positions: [] };
    kind.positions.push(position);
    kinds.set(own.codePoint, kind);
  }
  return [...kinds.values()];
}

/** @param {string} text @param {number} index */
function itself(text, index) {
  return { text: text.charAt(index), codePoint: text.charCodeAt(index) };
}
