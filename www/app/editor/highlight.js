/**
 * The layer behind the textarea: the same text at the same position, invisible except for its marks. Marks never take
 * room (no border, no margin), so that both wrap alike. The layer is drawn after the frame that shows the key and touches
 * only what has changed: the key waits for the count alone. An edit that may need more room than the free line below the
 * text is followed at once, because the browser scrolls to the caret before the next frame.
 */

import { byId, element } from '../dom.js';
import { DETAILED } from '../reading.js';
import { difference } from './difference.js';
import { createFlags } from './flags.js';

/** @typedef {import('./runs.js').Run} Run */

/**
 * @typedef {object} Highlight
 * @property {(shown: string) => void} follow makes room at once for the shown text, if it grew by more than a line
 * @property {(shown: string, segments: Run[][] | null) => void} draw updates text and marks; without segments only the text
 * @property {() => void} placeFlags puts the numbers of segments at their cuts, once all that follows the text is drawn: it reads the layout
 * @property {(index: number) => void} reveal scrolls to a character of the shown text, by its index in UTF-16 units
 * @property {(index: number) => DOMRect | null} boxOf the box of a character on the screen
 * @property {(x: number, y: number) => number | null} markAt the index of the marked character at a point of the screen
 */

/** The most that one key adds, in UTF-16 units: never more than one line. */
const FEW = 2;

/** @returns {Highlight} */
export function createHighlight() {
  const editor = byId('editor', HTMLElement);
  const backdrop = byId('backdrop', HTMLElement);
  const scroller = byId('scroller', HTMLElement);
  const placeFlags = createFlags();
  let shown = '';
  // A line break at the very end opens a line only if something follows it.
  backdrop.append(segmentElement(), element('br'));

  /** Applies an edit to the layer, marks kept. @param {string} text */
  function take(text) {
    const isLong = text.length > DETAILED;
    editor.classList.toggle('is-long', isLong);
    const next = isLong ? '' : text;
    const { start, end, afterEnd } = difference(shown, next);
    if (end > start) remove(backdrop, start, end);
    if (afterEnd > start) insert(backdrop, start, next.slice(start, afterEnd));
    shown = next;
  }

  /** @param {number} index */
  function boxOf(index) {
    const { node, offset } = positionOf(backdrop, index + 1);
    if (node === null) return null;
    const range = document.createRange();
    range.setStart(node, Math.max(0, offset - 1));
    range.setEnd(node, offset);
    return range.getBoundingClientRect();
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
        const segment = elements[index] ?? segmentElement();
        if (segment.parentNode === null) backdrop.insertBefore(segment, backdrop.lastChild);
        segment.classList.toggle('is-odd', index % 2 === 1);
        drawRuns(segment, runs);
      }
      for (const extra of elements.slice(segments?.length ?? 1)) extra.remove();
    },
    placeFlags,
    reveal(index) {
      const box = boxOf(index);
      if (box === null) return;
      const view = scroller.getBoundingClientRect();
      if (box.top < view.top || box.bottom > view.bottom) scroller.scrollTop += box.top - view.top - view.height / 3;
      scroller.scrollIntoView({ block: 'nearest' });
    },
    boxOf,
    markAt(x, y) {
      const mark = document.elementsFromPoint(x, y).find((found) => found.matches('#backdrop .mark'));
      const letters = mark?.firstChild;
      if (mark === undefined || !(letters instanceof Text)) return null;
      const before = document.createRange();
      before.setStart(backdrop, 0);
      before.setEnd(letters, 0);
      const start = before.toString().length;
      const range = document.createRange();
      for (let offset = 0; offset < letters.length; offset += 1) {
        range.setStart(letters, offset);
        range.setEnd(letters, offset + 1);
        const isHit = [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
        if (isHit) return start + offset;
      }
      return start;
    },
  };
}

function segmentElement() {
  return element('span', { class: 'segment' });
}

/**
 * The text node that an index falls into or ends at, and the offset in it.
 * @param {Node} root
 * @param {number} index in UTF-16 units
 * @returns {{ node: Text | null, offset: number }} the last node if the text is shorter, `null` if there is no text node
 */
function positionOf(root, index) {
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
  const [from, to] = [positionOf(root, start + 1), positionOf(root, end)];
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
  const { node, offset } = positionOf(root, index);
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
 * Draws runs into a segment; nodes that are right already are left alone.
 * @param {Element} segment
 * @param {readonly Run[]} runs
 */
function drawRuns(segment, runs) {
  const nodes = [...segment.childNodes];
  const max = Math.min(nodes.length, runs.length);
  let same = 0;
  while (same < max && isRun(nodes[same], runs[same])) same += 1;
  let sameAtEnd = 0;
  while (sameAtEnd < max - same && isRun(nodes.at(-1 - sameAtEnd), runs.at(-1 - sameAtEnd))) sameAtEnd += 1;
  const rest = nodes[nodes.length - sameAtEnd] ?? null;
  const others = nodes.slice(same, nodes.length - sameAtEnd);
  for (const [index, run] of runs.slice(same, runs.length - sameAtEnd).entries()) {
    const node = others[index];
    if (node === undefined) segment.insertBefore(runNode(run), rest);
    else if (classOf(node) !== classOf(run)) segment.replaceChild(runNode(run), node);
    else if (node.textContent !== run.text) node.textContent = run.text;
  }
  for (const extra of others.slice(runs.length - same - sameAtEnd)) extra.remove();
}

/** @param {ChildNode | undefined} node @param {Run | undefined} run */
function isRun(node, run) {
  return node !== undefined && run !== undefined && classOf(node) === classOf(run) && node.textContent === run.text;
}

/** The class of the element of a run; empty for text without a mark. @param {Node | Run} what */
function classOf(what) {
  if (what instanceof Node) return what instanceof Element ? what.className : '';
  return what.mark === '' ? '' : `mark is-${what.mark.replace(' ', ' is-')}`;
}

/** @param {Run} run */
function runNode(run) {
  return run.mark === '' ? document.createTextNode(run.text) : element('span', { class: classOf(run) }, run.text);
}
