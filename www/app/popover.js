/** A small card next to what it explains: one at a time, closed by Escape, a click elsewhere or its own button. */

import { element, replaceContent } from './dom.js';
import { isRtl, t } from './language.js';

/** @typedef {import('./dom.js').Child} Child */
/** @typedef {{ x: number, top: number, bottom: number }} Anchor in CSS pixels of the viewport */

/** Free space between a card and its anchor or the edge of the screen, in CSS pixels. */
const GAP = 8;

const card = element('div', { class: 'popover', popover: 'auto', id: 'popover', role: 'dialog', tabindex: -1 });
/** The element that gets the focus when the card closes. @type {HTMLElement | null} */
let origin = null;
document.body.append(card);
card.addEventListener('toggle', (event) => {
  if (event instanceof ToggleEvent && event.newState === 'closed') {
    if (card.contains(document.activeElement) || document.activeElement === document.body) origin?.focus({ preventScroll: true });
    origin = null;
  }
});

/** @param {Element} target @returns {Anchor} */
export function anchorOf(target) {
  const { left, right, top, bottom } = target.getBoundingClientRect();
  return { x: isRtl() ? right : left, top, bottom };
}

/**
 * Shows a card at an anchor.
 * @param {Anchor} anchor
 * @param {{ label: string, focus: HTMLElement | null }} options its accessible name; what gets the focus back when it
 *   closes, or `null` to leave the focus where it is
 * @param {...Child} children
 */
export function showPopover(anchor, { label, focus }, ...children) {
  replaceContent(card, ...children,
    element('button', { class: 'popover-close', type: 'button', 'aria-label': t('close'), onclick: () => card.hidePopover() }, '×'));
  card.setAttribute('aria-label', label);
  if (!card.matches(':popover-open')) card.showPopover();
  origin = focus;
  const { width, height } = card.getBoundingClientRect();
  const fitsBelow = anchor.bottom + GAP + height <= innerHeight - GAP;
  const top = fitsBelow || anchor.top < height + 2 * GAP ? anchor.bottom + GAP : anchor.top - GAP - height;
  const left = Math.min(Math.max(GAP, isRtl() ? anchor.x - width : anchor.x), innerWidth - width - GAP);
  card.style.setProperty('left', `${Math.max(GAP, left)}px`);
  card.style.setProperty('top', `${Math.max(GAP, Math.min(top, innerHeight - height - GAP))}px`);
  if (focus !== null) card.focus({ preventScroll: true });
}

/** Closes the card, if one is open. */
export function hidePopover() {
  if (card.matches(':popover-open')) card.hidePopover();
}

/** The state of the card: open, and in use (pointed at or focused). */
export function popoverState() {
  return { isOpen: card.matches(':popover-open'), isInUse: card.matches(':hover') || card.contains(document.activeElement) };
}
