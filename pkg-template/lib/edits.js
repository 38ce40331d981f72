/** Texts edited, and texts that are too long to be reported on. */

import { isText, SmsError } from './error.js';

/** @typedef {{ start: number, end: number, replacement: string }} Edit */

/** Units of the longest text that a report names the characters of. */
const MAX_REPORT = 1_000_000;

/**
 * A text with some of it replaced. It is the text of the caller, so that lone surrogates stay what they are.
 * @param {string} text
 * @param {readonly Edit[]} edits in order
 */
export function edited(text, edits) {
  let [result, from] = ['', 0];
  for (const { start, end, replacement } of edits) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

/**
 * Refuses what is not a text, and a text too long for a report on its characters, each of which would be an object.
 * @param {unknown} text
 * @returns {asserts text is string}
 */
export function isReportable(text) {
  isText(text);
  const { length } = text;
  if (length > MAX_REPORT) throw new SmsError('text-too-long', `a report is on at most ${MAX_REPORT} units, not ${length}: count and split take texts of any length`);
}
