/** What the package says of the text. Every count on the page comes from here, and none is made here. */

import { analyze, count } from '../septet/index.js';

/** @typedef {import('./state.js').Settings} Settings */
/** @typedef {ReturnType<typeof count>} Count */
/** @typedef {ReturnType<typeof analyze>} Analysis */

/**
 * @typedef {object} Reading
 * @property {string} text
 * @property {Count} count
 * @property {Analysis | null} analysis nothing for a text too long to show character by character
 * @property {number | null} refused the index of the character that the demanded encoding cannot carry
 */

/** Above this many 16-bit units the text is counted, not analysed at every keystroke. */
export const DETAILED = 20_000;

/**
 * The options of the package that the settings stand for.
 * @param {Settings} settings
 */
export function optionsOf({ nationalLanguages: languages, ...rest }) {
  if (languages === 'auto') return { ...rest, nationalLanguages: languages };
  return { ...rest, nationalLanguages: languages === 'none' ? [] : [languages] };
}

/**
 * @param {string} text
 * @param {Settings} settings
 * @returns {Reading}
 */
export function read(text, settings) {
  const options = optionsOf(settings);
  try {
    return { ...reading(text, options), refused: null };
  } catch (error) {
    if (!(error instanceof Error && 'index' in error && typeof error.index === 'number')) throw error;
    return { ...reading(text, { ...options, encoding: 'auto' }), refused: error.index };
  }
}

/**
 * @param {string} text
 * @param {ReturnType<typeof optionsOf>} options
 */
function reading(text, options) {
  if (text.length > DETAILED) return { text, count: count(text, options), analysis: null };
  const analysis = analyze(text, options);
  return { text, count: analysis, analysis };
}
