/** Texts to try while there is none: they stand where the legend of the marks comes later, so nothing moves. */

import { byId, setHidden } from './dom.js';
import { isKey, t } from './language.js';

/**
 * @param {(text: string) => void} choose
 * @returns {(text: string) => void} shows them beside an empty text, and the legend beside any other
 */
export function createSamples(choose) {
  const samples = byId('try', HTMLElement);
  const legend = byId('legend', HTMLElement);
  const area = byId('text', HTMLTextAreaElement);
  samples.addEventListener('click', ({ target }) => {
    const key = target instanceof HTMLElement ? target.dataset['sample'] : undefined;
    if (isKey(key)) choose(t(key));
  });
  return (text) => {
    setHidden(samples, text !== '');
    setHidden(legend, text === '');
    // The browser would hide it, but style it anew at every key.
    if (text === '') area.placeholder = t('placeholder');
    else area.removeAttribute('placeholder');
  };
}
