/** Copying to the clipboard; where the browser forbids it, the text is shown selected instead. */

import { element } from './dom.js';
import { t } from './language.js';
import { refusal } from './refusal.js';
import { announce } from './toast.js';

/**
 * @param {() => string | Promise<string>} form makes the text to copy
 * @param {HTMLElement} button
 */
export async function copy(form, button) {
  let text;
  try {
    text = await form();
  } catch (error) {
    announce(refusal(error));
    return;
  }
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Forbidden, or no secure context (then there is no clipboard at all).
    showSelected(text);
    return;
  }
  announce(t('copied'));
  button.classList.add('is-done');
  setTimeout(() => button.classList.remove('is-done'), 1600);
}

/** Shows a text in a dialog, selected. @param {string} text */
function showSelected(text) {
  const area = element('textarea', { class: 'input copy-text', readonly: true, rows: 5, 'aria-label': t('copyByHand') });
  area.value = text;
  const dialog = element('dialog', { class: 'dialog', 'aria-label': t('copyByHand') },
    element('p', {}, t('copyByHand')), area,
    element('form', { method: 'dialog', class: 'row' }, element('button', { class: 'button' }, t('close'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  area.focus();
  area.select();
}
