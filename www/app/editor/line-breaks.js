/**
 * A textarea shows every line break as LF. The text of the message may have CR LF, and a CR costs a unit like any
 * other character: the page keeps the text as it is and carries edits of what is shown over to it.
 */

import { difference } from './difference.js';

/**
 * What a textarea shows of a text.
 * @param {string} text
 */
export function shown(text) {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * The index in the text of an index in what is shown of it.
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
 * The index in what is shown of an index in the text.
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
 * The text after what is shown of it was edited into `edited`; what the edit did not touch stays as it was.
 * @param {string} text
 * @param {string} edited
 */
export function afterEdit(text, edited) {
  const before = shown(text);
  if (before === text) return edited;
  const { start, end, afterEnd } = difference(before, edited);
  return text.slice(0, toText(text, start)) + edited.slice(start, afterEnd) + text.slice(toText(text, end));
}
