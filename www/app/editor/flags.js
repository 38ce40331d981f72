/** The numbers at the cuts: each segment except the first has one where it starts. */

import { byId, element } from '../dom.js';
import { number } from '../language.js';

/** Cuts that get a number: as many as a text that can be sent has at most. */
const MAX_FLAGS = 255;

/** @returns {() => void} positions the numbers; call it after text and cuts were drawn */
export function createFlags() {
  const flags = byId('flags', HTMLElement);
  const backdrop = byId('backdrop', HTMLElement);

  function place() {
    const origin = flags.getBoundingClientRect();
    const positions = [...backdrop.querySelectorAll('.segment')].slice(1, MAX_FLAGS).map(startOf);
    const known = [...flags.children];
    for (const extra of known.slice(positions.length)) extra.remove();
    positions.forEach((start, index) => {
      const flag = known[index] ?? element('span', { class: 'flag' }, number(index + 2));
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
 * @param {number} position in CSS pixels
 */
function move(flag, side, position) {
  const value = `${Math.round(position)}px`;
  if (flag.style[side] !== value) flag.style[side] = value;
}

/**
 * The start of the first character of a segment on the screen: its right edge if the text runs to the left there.
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
