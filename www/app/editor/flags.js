/** The numbers that stand at the cuts: each segment but the first has one where it starts. */

import { byId, make } from '../dom.js';
import { number } from '../language.js';

/** Cuts that get a number; more than a text that can be sent has. */
const MOST = 255;

/** @returns {() => void} places the numbers; to be called when the text and its cuts are right */
export function createFlags() {
  const flags = byId('flags', HTMLElement);
  const backdrop = byId('backdrop', HTMLElement);

  function place() {
    const origin = flags.getBoundingClientRect();
    const places = [...backdrop.querySelectorAll('.segment')].slice(1, MOST).map(startOf);
    const known = [...flags.children];
    for (const extra of known.slice(places.length)) extra.remove();
    places.forEach((start, index) => {
      const flag = known[index] ?? make('span', { class: 'flag' }, number(index + 2));
      if (flag.parentNode === null) flags.append(flag);
      if (!(flag instanceof HTMLElement)) return;
      flag.hidden = start === null;
      if (start === null) return;
      // Not by a transform: each would be a layer of its own to the browser, at every frame.
      move(flag, 'left', start.x - origin.left);
      move(flag, 'top', start.y - origin.top);
    });
  }
  new ResizeObserver(place).observe(byId('editor', HTMLElement));
  return place;
}

/**
 * @param {HTMLElement} flag
 * @param {'left' | 'top'} side
 * @param {number} place in CSS pixels
 */
function move(flag, side, place) {
  const value = `${Math.round(place)}px`;
  if (flag.style[side] !== value) flag.style[side] = value;
}

/**
 * Where the first character of a segment starts on the screen: at its right if the text runs to the left there.
 * @param {Element} segment
 */
function startOf(segment) {
  const letters = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT, (node) => (
    node.nodeValue === '' ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_ACCEPT)).nextNode();
  if (letters === null) return null;
  const range = document.createRange();
  const box = (/** @type {number} */ at) => {
    range.setStart(letters, at);
    range.setEnd(letters, Math.min(at + 1, letters.textContent?.length ?? 0));
    return range.getClientRects()[0];
  };
  const [first, second] = [box(0), (letters.textContent?.length ?? 0) > 1 ? box(1) : undefined];
  if (first === undefined) return null;
  const isSameLine = second !== undefined && Math.abs(second.top - first.top) < first.height / 2;
  const isRtl = isSameLine ? second.left < first.left : getComputedStyle(segment).direction === 'rtl';
  return { x: isRtl ? first.right : first.left, y: first.top };
}
