/**
 * The layer behind the textarea: the same text in the same place, invisible but for its marks. Marks never take room
 * (no border, no margin), so that both wrap alike. It is drawn after the frame that shows the key, and touches only
 * what is not right already: the key waits for the count alone. An edit that may need more room than the line that is
 * left free below the text is followed at once, for the browser scrolls to the caret before the next frame.
 */

import { byId, make } from '../dom.js';
import { DETAILED } from '../reading.js';
import { difference } from './difference.js';
import { createFlags } from './flags.js';

/** @typedef {import('./runs.js').Run} Run */

/**
 * @typedef {object} Highlight
 * @property {(shown: string) => void} follow makes room at once for what the textarea shows, if that has to be
 * @property {(shown: string, segments: Run[][] | null) => void} draw puts text and marks right; none for a text that is too long
 * @property {(index: number) => void} reveal scrolls to a character of what is shown, by its index in UTF-16 units
 */

/** What one key adds at most, in UTF-16 units: one line more at the most. */
const FEW = 2;

/** @returns {Highlight} */
export function createHighlight() {
  const editor = byId('editor', HTMLElement);
  const backdrop = byId('backdrop', HTMLElement);
  const scroller = byId('scroller', HTMLElement);
  const placeFlags = createFlags();
  let shown = '';
  // A line break at the very end opens a line only if something follows it.
  backdrop.append(segmentElement(), make('br'));

  /** Takes over a text with the marks that are there. @param {string} text */
  function take(text) {
    const isLong = text.length > DETAILED;
    editor.classList.toggle('is-long', isLong);
    const next = isLong ? '' : text;
    const { start, end, afterEnd } = difference(shown, next);
    if (end > start) remove(backdrop, start, end);
    if (afterEnd > start) insert(backdrop, start, next.slice(start, afterEnd));
    shown = next;
  }

  return {
    follow(text) {
      if (text.length - shown.length > FEW) take(text);
    },
    draw(text, segments) {
      // Drawn runs have the text with them: to take it over before would lay it out twice.
      if (segments === null) take(text);
      else {
        editor.classList.remove('is-long');
        shown = text;
      }
      const elements = [...backdrop.querySelectorAll('.segment')];
      for (const [index, runs] of (segments ?? [[]]).entries()) {
        const element = elements[index] ?? segmentElement();
        if (element.parentNode === null) backdrop.insertBefore(element, backdrop.lastChild);
        element.classList.toggle('is-odd', index % 2 === 1);
        drawRuns(element, runs);
      }
      for (const extra of elements.slice(segments?.length ?? 1)) extra.remove();
      placeFlags();
    },
    reveal(index) {
      const { node, offset } = placeOf(backdrop, index + 1);
      if (node === null) return;
      const range = document.createRange();
      range.setStart(node, Math.max(0, offset - 1));
      const place = range.getBoundingClientRect();
      const view = scroller.getBoundingClientRect();
      if (place.top < view.top || place.bottom > view.bottom) scroller.scrollTop += place.top - view.top - view.height / 3;
      scroller.scrollIntoView({ block: 'nearest' });
    },
  };
}

function segmentElement() {
  return make('span', { class: 'segment' });
}

/**
 * The text node that an index falls into or ends at, and the place in it.
 * @param {Node} root
 * @param {number} index in UTF-16 units
 * @returns {{ node: Text | null, offset: number }} the last node if the text is shorter, none if there is none
 */
function placeOf(root, index) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let [left, length] = [index, 0];
  /** @type {Text | null} */
  let last = null;
  while (walker.nextNode() instanceof Text) {
    last = /** @type {Text} */ (walker.currentNode);
    ({ length } = last);
    if (left <= length) return { node: last, offset: left };
    left -= length;
  }
  return { node: last, offset: length };
}

/**
 * @param {Node} root
 * @param {number} start
 * @param {number} end
 */
function remove(root, start, end) {
  const [from, to] = [placeOf(root, start + 1), placeOf(root, end)];
  if (from.node === null || to.node === null) return;
  const range = document.createRange();
  range.setStart(from.node, from.offset - 1);
  range.setEnd(to.node, to.offset);
  range.deleteContents();
}

/**
 * Inserts a text, inside of a mark only if both its neighbours are.
 * @param {HTMLElement} root
 * @param {number} index
 * @param {string} text
 */
function insert(root, index, text) {
  const { node, offset } = placeOf(root, index);
  if (node === null) {
    root.querySelector('.segment')?.append(text);
  } else if (offset < node.length || !(node.parentElement?.matches('.mark') ?? false)) {
    node.insertData(offset, text);
  } else if (node.parentElement?.nextSibling instanceof Text) {
    node.parentElement.nextSibling.insertData(0, text);
  } else {
    node.parentElement?.after(text);
  }
}

/**
 * Makes an element's content these runs; what is there already is left alone.
 * @param {Element} element
 * @param {readonly Run[]} runs
 */
function drawRuns(element, runs) {
  const nodes = [...element.childNodes];
  const most = Math.min(nodes.length, runs.length);
  let same = 0;
  while (same < most && isRun(nodes[same], runs[same])) same += 1;
  let sameAtEnd = 0;
  while (sameAtEnd < most - same && isRun(nodes.at(-1 - sameAtEnd), runs.at(-1 - sameAtEnd))) sameAtEnd += 1;
  const rest = nodes[nodes.length - sameAtEnd] ?? null;
  const others = nodes.slice(same, nodes.length - sameAtEnd);
  for (const [index, run] of runs.slice(same, runs.length - sameAtEnd).entries()) {
    const node = others[index];
    if (node === undefined) element.insertBefore(runNode(run), rest);
    else if (classOf(node) !== classOf(run)) element.replaceChild(runNode(run), node);
    else if (node.textContent !== run.text) node.textContent = run.text;
  }
  for (const extra of others.slice(runs.length - same - sameAtEnd)) extra.remove();
}

/** @param {ChildNode | undefined} node @param {Run | undefined} run */
function isRun(node, run) {
  return node !== undefined && run !== undefined && classOf(node) === classOf(run) && node.textContent === run.text;
}

/** The class that a run's element has or should have; none for text without a mark. @param {Node | Run} what */
function classOf(what) {
  if (what instanceof Node) return what instanceof Element ? what.className : '';
  return what.mark === '' ? '' : `mark is-${what.mark}`;
}

/** @param {Run} run */
function runNode(run) {
  return run.mark === '' ? document.createTextNode(run.text) : make('span', { class: classOf(run) }, run.text);
}
