/** Copying to the clipboard, with the answer on the button that asked for it. */

import { t } from './language.js';
import { refusal } from './refusal.js';

/**
 * @param {() => string | Promise<string>} form makes what is copied
 * @param {HTMLElement} button
 * @param {(sentence: string) => void} say
 */
export async function copy(form, button, say) {
  let answer = t('copied');
  try {
    await navigator.clipboard.writeText(await form());
  } catch (error) {
    // The browser forbids with an exception of its own; what else is refused, the package refuses.
    answer = error instanceof DOMException ? t('copyFailed') : refusal(error);
  }
  say(answer);
  const label = button.textContent;
  button.textContent = answer;
  button.classList.add('is-done');
  setTimeout(() => {
    if (button.textContent === answer) button.textContent = label;
    button.classList.remove('is-done');
  }, 1600);
}
