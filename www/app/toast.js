/** Messages that appear at the foot of the page for a while, for eyes and for screen readers alike. */

import { byId, element } from './dom.js';
import { t } from './language.js';

/** @typedef {{ label: string, run: () => void }} ToastAction */

/** Time that a toast stays, in milliseconds; one with an action stays longer. */
const STAY = { plain: 6000, withAction: 10_000 };

/**
 * Shows a message. It stays while the pointer or the focus is on it, and can be closed.
 * @param {string} sentence
 * @param {ToastAction} [action] such as undo
 */
export function announce(sentence, action) {
  const toasts = byId('toasts', HTMLElement);
  const close = () => toast.remove();
  const toast = element('div', { class: 'toast' },
    element('span', {}, sentence),
    action !== undefined && element('button', {
      class: 'button is-small', type: 'button', onclick: () => {
        close();
        action.run();
      },
    }, action.label),
    element('button', { class: 'button is-quiet is-small', type: 'button', 'aria-label': t('close'), onclick: close }, '×'));
  // One at a time: the newest message is the answer to what was just done.
  toasts.replaceChildren(toast);
  const stay = action === undefined ? STAY.plain : STAY.withAction;
  let timer = setTimeout(close, stay);
  const hold = () => clearTimeout(timer);
  const release = () => {
    hold();
    timer = setTimeout(close, stay);
  };
  for (const name of ['pointerenter', 'focusin']) toast.addEventListener(name, hold);
  for (const name of ['pointerleave', 'focusout']) toast.addEventListener(name, release);
}
