/**
 * The text as stretches that are drawn alike: per segment, what forces UCS-2, what takes two units, what is cut in two,
 * what is invisible, and fields. Letters of a script that needs UCS-2 anyway are not marked one by one.
 */

import { isInvisible } from '../marks/characters.js';
import { scriptOf } from '../marks/script.js';

/** @typedef {import('../reading.js').Analysis} Analysis */
/** @typedef {'offender' | 'double' | 'torn' | 'invisible' | 'field'} Mark */
/** @typedef {{ mark: string, text: string }} Run its marks, separated by blanks */
/** @typedef {Record<Mark, number>} Tally */
/** @typedef {{ start: number, end: number }} Span in UTF-16 units */

/**
 * @param {Analysis} analysis
 * @param {readonly Span[]} [fields] of a template, whose cuts depend on the values: it is drawn as one segment
 * @returns {{ segments: Run[][], tally: Tally, script: string | null }}
 */
export function runsOf({ parts, characters, warnings }, fields = []) {
  const isTemplate = fields.length > 0;
  /** @type {Run[][]} */
  const segments = isTemplate ? [[]] : parts.map(() => []);
  /** @type {Tally} */
  const tally = { offender: 0, double: 0, torn: 0, invisible: 0, field: fields.length };
  const script = scriptOf(characters);
  const torn = isTemplate ? [] : warnings.filter(({ code }) => code === 'cut-grapheme').flatMap(({ ranges }) => ranges);
  tally.torn = torn.length;
  let [tornIndex, fieldIndex] = [0, 0];
  for (const [index, { text, start, segment, units, forcesUcs2, septets }] of characters.entries()) {
    while (tornIndex < torn.length && (torn[tornIndex]?.end ?? 0) <= start) tornIndex += 1;
    while (fieldIndex < fields.length && (fields[fieldIndex]?.end ?? 0) <= start) fieldIndex += 1;
    let mark = '';
    if ((fields[fieldIndex]?.start ?? Infinity) <= start) mark = 'field';
    else {
      const hidden = isInvisible(characters, index);
      if (forcesUcs2 && script === null) mark = 'offender';
      else if (units === 2 && septets !== null) mark = 'double';
      if (mark === 'offender' || mark === 'double') tally[mark] += 1;
      if ((torn[tornIndex]?.start ?? Infinity) <= start) mark = 'torn';
      if (hidden) {
        tally.invisible += 1;
        mark = mark === '' ? 'invisible' : `${mark} invisible`;
      }
    }
    const runs = segments[isTemplate ? 0 : segment];
    const last = runs?.at(-1);
    // Shown as a textarea shows it: one line break for CR, LF or both.
    const visible = text === '\r' ? (characters[index + 1]?.text === '\n' ? '' : '\n') : text;
    // Invisible characters are drawn one by one: each has a sign of its own.
    if (last?.mark === mark && !mark.endsWith('invisible')) last.text += visible;
    else runs?.push({ mark, text: visible });
  }
  return { segments, tally, script };
}
