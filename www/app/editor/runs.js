/** The text as stretches to be drawn alike: per segment, what forces UCS-2, what takes two units, what is torn. */

/** @typedef {import('../reading.js').Analysis} Analysis */
/** @typedef {'' | 'offender' | 'double' | 'torn'} Mark */
/** @typedef {{ mark: Mark, text: string }} Run */
/** @typedef {Record<Exclude<Mark, ''>, number>} Tally */

/**
 * @param {Analysis} analysis
 * @returns {{ segments: Run[][], tally: Tally }}
 */
export function runsOf({ parts, characters, warnings }) {
  /** @type {Run[][]} */
  const segments = parts.map(() => []);
  const tally = { offender: 0, double: 0, torn: 0 };
  const torn = warnings.filter(({ code }) => code === 'cut-grapheme').flatMap(({ ranges }) => ranges);
  tally.torn = torn.length;
  let place = 0;
  for (const [index, { text, start, segment, units, forcesUcs2 }] of characters.entries()) {
    /** @type {Mark} */
    let mark = '';
    if (forcesUcs2) mark = 'offender';
    else if (units === 2) mark = 'double';
    if (mark !== '') tally[mark] += 1;
    while (place < torn.length && (torn[place]?.end ?? 0) <= start) place += 1;
    if ((torn[place]?.start ?? Infinity) <= start) mark = 'torn';
    const runs = segments[segment];
    const last = runs?.at(-1);
    // Shown as a textarea shows it: one line break for CR, LF or both.
    const visible = text === '\r' ? (characters[index + 1]?.text === '\n' ? '' : '\n') : text;
    if (last?.mark === mark) last.text += visible;
    else runs?.push({ mark, text: visible });
  }
  return { segments, tally };
}
