/** Removing marked characters. */

/** @typedef {import('../advice.js').Edit} Edit */

/**
 * The edits that a card makes, with a removal between two blanks, or before the end of a line, taking one of them along. (The
 * package does so in its own suggestions; which marks are removed here, a person says.)
 * @param {string} text
 * @param {readonly Edit[]} edits in order
 * @returns {Edit[]}
 */
export function withoutGaps(text, edits) {
  /** @type {Edit[]} */
  const whole = [];
  for (const { start, end, replacement } of edits) {
    const last = whole.at(-1);
    // Neighbouring removals are one: a family emoji is seven characters.
    if (last !== undefined && last.end === start && last.replacement === '' && replacement === '') last.end = end;
    else whole.push({ start, end, replacement });
  }
  const isBlank = (/** @type {string | undefined} */ character) => character === ' ';
  const isEnd = (/** @type {string | undefined} */ character) => character === undefined || character === '\n' || character === '\r';
  return whole.map((edit, index) => {
    const { start, end, replacement } = edit;
    if (replacement !== '') return edit;
    const previous = whole[index - 1]?.end ?? 0;
    const next = whole[index + 1]?.start ?? text.length;
    if (isBlank(text[end]) && (start === 0 || isBlank(text[start - 1])) && end < next) return { ...edit, end: end + 1 };
    if (isEnd(text[end]) && isBlank(text[start - 1]) && start > previous) return { ...edit, start: start - 1 };
    return edit;
  });
}
