/**
 * Line breaks: a textarea shows each as LF. The text of the message may have CR LF, and a CR costs a unit like any other
 * character, so the page keeps the text as it is and applies edits of the shown text to it.
 */

import { difference } from './difference.js';

/**
 * The text as a textarea shows it.
 * @param {string} text
 */
export function shown(text) {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * Converts an index in the shown text to one in the text.
 * @param {string} text
 * @param {number} index
 */
export function toText(text, index) {
  let seen = 0;
  let at = text.indexOf('\r\n');
  while (at !== -1 && at - seen < index) {
    seen += 1;
    at = text.indexOf('\r\n', at + 2);
  }
  return index + seen;
}

/**
 * Converts an index in the text to one in the shown text.
 * @param {string} text
 * @param {number} index
 */
export function toShown(text, index) {
  let seen = 0;
  let at = text.indexOf('\r\n');
  while (at !== -1 && at + 2 <= index) {
    seen += 1;
    at = text.indexOf('\r\n', at + 2);
  }
  return index - seen;
}

/**
 * The text after the shown text was edited into `edited`; everything else stays as it was.
 * @param {string} text
 * @param {string} edited
 */
export function afterEdit(text, edited) {
  const before = shown(text);
  if (before === text) return edited;
  const { start, end, afterEnd } = difference(before, edited);
  return text.slice(0, toText(text, start)) + edited.slice(start, afterEnd) + text.slice(toText(text, end));
}
