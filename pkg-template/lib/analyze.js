/** `analyze` and `explain`: texts and code points are taken from the caller's text, where lone surrogates are still themselves. */

import { isReportable } from './edits.js';
import { numbered } from './count-with-options.js';

/** @import { Character, Explanation, Offender } from '../index.js' */
/** @import { Unbound } from './report-module.js' */

/** The code that introduces a septet of the single shift table. */
const ESCAPE = 0x1B;
/** The code point that replaces a lone surrogate on its way into the module. */
const REPLACEMENT = 0xFFFD;

/**
 * Data for each character, in columns (`bindings/src/analyze.rs`).
 * @typedef {{ septets: Uint8Array, codes: Uint8Array, forcesUcs2: Uint8Array, ends: Uint32Array }} Columns
 */

/** @type {Unbound<'analyze'>} */
export const analyze = (module, text, options) => {
  isReportable(text);
  const settings = module.settings(options);
  const sent = module.sent(text, settings);
  const { count, parts, characters, offenders, withoutLanguages, warnings } = module.report(sent, settings, (wasm, ...rest) => wasm.analyze(sent, ...rest));
  for (const part of parts) part.text = sent.slice(part.start, part.end);
  numbered(parts, settings);
  return {
    ...count,
    parts,
    characters: charactersOf(sent, characters),
    offenders: offenders.flatMap((/** @type {Offender} */ offender) => parted(sent, offender)),
    withoutLanguages,
    warnings,
  };
};

/** @type {Unbound<'explain'>} */
export const explain = (module, text, options) => {
  isReportable(text);
  const settings = module.settings(options);
  const sent = module.sent(text, settings);
  /** @type {{ characters: Columns, indexes: Uint32Array, alternatives: Explanation['alternative'][] }} */
  const { characters, indexes, alternatives } = module.report(sent, settings, (wasm, ...rest) => wasm.explain(sent, ...rest));
  const explanations = /** @type {Explanation[]} */ (charactersOf(sent, characters));
  for (const one of explanations) one.alternative = null;
  for (let index = 0; index < alternatives.length; index++) {
    const one = explanations[indexes[index] ?? 0];
    if (one) one.alternative = alternatives[index] ?? null;
  }
  return explanations;
};

/**
 * The characters of a text.
 * @param {string} text
 * @param {Columns} columns
 * @returns {Character[]}
 */
function charactersOf(text, { septets, codes, forcesUcs2, ends }) {
  const characters = new Array(septets.length);
  let [start, segment] = [0, 0];
  for (let index = 0; index < characters.length; index++) {
    const codePoint = text.codePointAt(start) ?? 0;
    const end = start + (codePoint > 0xFFFF ? 2 : 1);
    if (start === ends[segment]) segment++;
    const count = septets[index] ?? 0;
    const code = codes[index] ?? 0;
    characters[index] = {
      text: text.slice(start, end),
      start,
      end,
      codePoint,
      units: count || end - start,
      septets: count === 0 ? null : count === 1 ? [code] : [ESCAPE, code],
      segment,
      forcesUcs2: forcesUcs2[index] === 1,
    };
    start = end;
  }
  return characters;
}

/**
 * The offenders that one stands for: if these are lone surrogates, one for each kind of them.
 * @param {string} text
 * @param {Offender} offender
 * @returns {Offender[]}
 */
function parted(text, offender) {
  if (offender.codePoint !== REPLACEMENT) return [offender];
  /** @type {Map<number, Offender>} */
  const kinds = new Map();
  for (const position of offender.positions) {
    const codePoint = text.charCodeAt(position);
    const kind = kinds.get(codePoint) ?? { text: text.charAt(position), codePoint, positions: [] };
    kind.positions.push(position);
    kinds.set(codePoint, kind);
  }
  return [...kinds.values()];
}
