/** Copying to the clipboard, with the answer on the button that asked for it. */

import { t } from './language.js';

/**
 * @param {string} text
 * @param {HTMLElement} button
 * @param {(sentence: string) => void} say
 */
export async function copy(text, button, say) {
  let answer = t('copied');
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    answer = t('copyFailed');
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
