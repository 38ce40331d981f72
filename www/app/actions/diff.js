/** A text with its changes drawn in place: the old struck out, the new next to it. */

import { element } from '../dom.js';
import { signOf } from '../marks/characters.js';

/** Unchanged characters shown on each side of a change; the rest between changes is left out. */
const CONTEXT = 32;
/** Changes drawn at most. */
const MAX_CHANGES = 200;

/**
 * @param {string} text
 * @param {readonly { start: number, end: number, replacement: string }[]} edits in order
 */
export function diff(text, edits) {
  const paragraph = element('p', { class: 'diff', dir: 'auto' });
  let at = 0;
  for (const { replacement, start, end } of edits.slice(0, MAX_CHANGES)) {
    paragraph.append(context(text.slice(at, start), at === 0, false),
      element('del', {}, visible(text.slice(start, end))), replacement === '' ? '' : element('ins', {}, visible(replacement)));
    at = end;
  }
  paragraph.append(context(text.slice(at), at === 0, true));
  return paragraph;
}

/**
 * @param {string} text
 * @param {boolean} isFirst
 * @param {boolean} isLast
 */
function context(text, isFirst, isLast) {
  if (text.length <= 2 * CONTEXT + 10) return text;
  const head = isFirst ? '' : text.slice(0, CONTEXT);
  const tail = isLast ? '' : text.slice(-CONTEXT);
  return `${head} … ${tail}`;
}

/** Text with signs for characters that have no shape. @param {string} text */
export function visible(text) {
  return Array.from(text, signOf).join('');
}

/**
 * A text with these edits made.
 * @param {string} text
 * @param {readonly { start: number, end: number, replacement: string }[]} edits in order
 */
export function applied(text, edits) {
  let result = '';
  let at = 0;
  for (const { replacement, start, end } of edits) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}
