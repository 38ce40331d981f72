/** The empty page: what it does, and texts to try; it makes way for the tools at the first key. */

import { byId, setHidden } from './dom.js';
import { isKey, t } from './language.js';

/** @typedef {import('./state.js').State} State */

/**
 * @param {(text: string) => void} write puts a text into the field
 * @param {(tab: string) => void} open opens a tool
 * @returns {(state: State) => void} shows it while there is nothing else to show
 */
export function createWelcome(write, open) {
  const welcome = byId('welcome', HTMLElement);
  const panels = byId('panels', HTMLElement);
  welcome.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const { sample, open: tab } = target.dataset;
    if (isKey(sample)) write(t(sample));
    if (tab === undefined) return;
    open(tab);
    document.getElementById(`panel-${tab}`)?.focus();
  });
  return ({ text, media, table, tab }) => {
    const isEmpty = text === '' && media.length === 0 && table === null;
    setHidden(welcome, !isEmpty);
    setHidden(panels, isEmpty && tab === '');
  };
}
