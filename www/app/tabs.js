/** The tabs of the tools: one panel shown at a time; arrow keys, Home and End move between tabs (ARIA pattern "tabs"). */

import { byId } from './dom.js';

/**
 * @param {(name: string) => void} chosen called with the name of the tab, the id without `tab-`
 * @returns {(name: string) => void} shows a tab; the first if there is none of this name
 */
export function createTabs(chosen) {
  const list = byId('tabs', HTMLElement);
  const tabs = [...list.querySelectorAll('button')];
  const nameOf = (/** @type {HTMLElement} */ tab) => tab.id.replace('tab-', '');

  list.addEventListener('click', ({ target }) => {
    const tab = target instanceof Element ? target.closest('button') : null;
    if (tab !== null) chosen(nameOf(tab));
  });
  list.addEventListener('keydown', (event) => {
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    /** @type {Record<string, number>} */
    const moves = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: tabs.length - 1 };
    const move = moves[event.key];
    if (at === -1 || move === undefined) return;
    event.preventDefault();
    const tab = tabs.at(move % tabs.length);
    tab?.focus();
    if (tab !== undefined) chosen(nameOf(tab));
  });

  return (name) => {
    const shown = tabs.find((tab) => nameOf(tab) === name) ?? tabs[0];
    for (const tab of tabs) {
      const isShown = tab === shown;
      tab.setAttribute('aria-selected', String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      // On a phone the tabs go beyond the screen: the strip is moved, not the page.
      if (isShown) list.scrollLeft += middleOf(tab) - middleOf(list);
      byId(`panel-${nameOf(tab)}`, HTMLElement).hidden = !isShown;
    }
  };
}

/** @param {HTMLElement} element */
function middleOf(element) {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
