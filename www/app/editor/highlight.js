/**
 * The layer behind the textarea: the same text in the same place, invisible but for its marks. Marks never take room
 * (no border, no margin), so that both wrap alike; a number stands at each cut.
 */

import { byId, make } from '../dom.js';
import { number } from '../language.js';

/** @typedef {import('./runs.js').Run} Run */

/** Cuts that get a number; more than a text that can be sent has. */
const MOST_FLAGS = 255;

/**
 * @typedef {object} Highlight
 * @property {(segments: Run[][] | null) => void} draw draws the marks, or none for a text that is too long
 * @property {(index: number) => void} reveal scrolls to a character of what is shown, by its index in UTF-16 units
 */

/** @returns {Highlight} */
export function createHighlight() {
  const editor = byId('editor', HTMLElement);
  const backdrop = byId('backdrop', HTMLElement);
  const flags = byId('flags', HTMLElement);
  const scroller = byId('scroller', HTMLElement);
  /** What is drawn: each segment's key and element. @type {{ key: string, element: HTMLElement }[]} */
  let drawn = [];
  let frame = 0;

  function placeFlags() {
    frame = 0;
    const origin = flags.getBoundingClientRect();
    const places = drawn.slice(1, MOST_FLAGS).map(({ element }) => startOf(element));
    const known = [...flags.children];
    for (const extra of known.slice(places.length)) extra.remove();
    places.forEach((place, index) => {
      const flag = known[index] ?? make('span', { class: 'flag' }, number(index + 2));
      if (flag.parentNode === null) flags.append(flag);
      if (!(flag instanceof HTMLElement)) return;
      flag.hidden = place === null;
      if (place === null) return;
      const where = `${Math.round(place.x - origin.left)}px ${Math.round(place.y - origin.top)}px`;
      if (flag.style.getPropertyValue('translate') !== where) flag.style.setProperty('translate', where);
    });
  }
  function askForFlags() {
    if (frame === 0) frame = requestAnimationFrame(placeFlags);
  }
  new ResizeObserver(askForFlags).observe(editor);

  return {
    draw(segments) {
      editor.classList.toggle('is-long', segments === null);
      const keys = (segments ?? []).map((runs, index) => `${index}${JSON.stringify(runs)}`);
      const next = keys.map((key, index) => {
        const known = drawn[index];
        return known?.key === key ? known : { key, element: segmentElement(segments?.[index] ?? [], index) };
      });
      next.forEach(({ element }, index) => {
        const known = drawn[index]?.element;
        if (known === element) return;
        if (known === undefined) backdrop.insertBefore(element, backdrop.childNodes[index] ?? null);
        else known.replaceWith(element);
      });
      for (const { element } of drawn.slice(next.length)) element.remove();
      // A line break at the very end opens a line only if something follows it.
      if (backdrop.lastChild?.nodeName !== 'BR') backdrop.append(make('br'));
      drawn = next;
      askForFlags();
    },
    reveal(index) {
      const walker = document.createTreeWalker(backdrop, NodeFilter.SHOW_TEXT);
      let left = index;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (left < length) {
          const range = document.createRange();
          range.setStart(node, left);
          const place = range.getBoundingClientRect();
          const view = scroller.getBoundingClientRect();
          if (place.top < view.top || place.bottom > view.bottom) scroller.scrollTop += place.top - view.top - view.height / 3;
          scroller.scrollIntoView({ block: 'nearest' });
          return;
        }
        left -= length;
      }
    },
  };
}

/**
 * Where the first character of a segment starts on the screen: at its right if the text runs to the left there.
 * @param {HTMLElement} segment
 */
function startOf(segment) {
  const letters = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT).nextNode();
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

/**
 * @param {Run[]} runs
 * @param {number} index
 */
function segmentElement(runs, index) {
  const isOdd = index % 2 === 1;
  const segment = make('span', { class: isOdd ? 'segment is-odd' : 'segment' });
  for (const { mark, text } of runs) {
    segment.append(mark === '' ? text : make('span', { class: `mark is-${mark}` }, text));
  }
  return segment;
}
