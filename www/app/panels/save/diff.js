/** A text with its changes drawn in place: what goes struck out, what comes beside it. */

import { make } from '../../dom.js';
import { signOf } from '../inspect/characters.js';

/**
 * @typedef {object} Substitution
 * @property {string} original
 * @property {string} replacement
 * @property {number} start in the text, in UTF-16 units
 * @property {number} end
 */

/** Unchanged text shown on each side of a change; what lies between is left out. */
const CONTEXT = 60;
/** Changes drawn. */
const MOST = 200;

/**
 * @param {string} text
 * @param {readonly Substitution[]} substitutions in order
 */
export function diff(text, substitutions) {
  const paragraph = make('p', { class: 'diff', dir: 'auto' });
  let at = 0;
  for (const { original, replacement, start, end } of substitutions.slice(0, MOST)) {
    paragraph.append(context(text.slice(at, start), at === 0, false),
      make('del', {}, visible(original)), replacement === '' ? '' : make('ins', {}, visible(replacement)));
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

/** Text that can be seen: signs for what has no shape. @param {string} text */
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
