/** The script of a text, as far as it decides what the element shows. */

/** @import { Offender } from '../../index.js' */

/**
 * Tells whether most letters of a text are outside GSM-7: it is written in another script, and no replacement helps.
 * @param {string} text
 * @param {readonly Offender[]} offenders
 */
export function isOtherScript(text, offenders) {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const outside = offenders.reduce((sum, { text: character, positions }) => sum + (/\p{L}/u.test(character) ? positions.length : 0), 0);
  return 2 * outside > letters;
}
