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

/** Above this many 16-bit units the text is counted, not analysed. */
export const DETAILED = 20_000;

/** Made once for settings: those change seldom, and texts at every key. @type {WeakMap<Settings, ReturnType<typeof made>>} */
const known = new WeakMap();

/**
 * The options of the package that the settings stand for.
 * @param {Settings} settings
 */
export function optionsOf(settings) {
  const options = known.get(settings) ?? made(settings);
  known.set(settings, options);
  return options;
}

/** @param {Settings} settings */
function made({ nationalLanguages: languages, profile, route, limits, ...rest }) {
  return {
    ...rest,
    profile: profile === 'custom' ? limits : profile === 'auto' ? route : profile,
    nationalLanguages: languages === 'auto' ? languages : languages === 'none' ? [] : [languages],
  };
}

/**
 * Whether the package has nothing against these limits.
 * @param {import('./state.js').Limits} limits
 */
export function canBe(limits) {
  try {
    count('', { profile: limits });
    return true;
  } catch {
    return false;
  }
}

/**
 * Counts a text; its analysis is made when it is first asked for, which is not while a key waits to be shown.
 * @param {string} text
 * @param {Settings} settings
 * @returns {Reading}
 */
export function read(text, settings) {
  const options = optionsOf(settings);
  try {
    return reading(text, options, null);
  } catch (error) {
    if (!(error instanceof Error && 'index' in error && typeof error.index === 'number')) throw error;
    return reading(text, { ...options, encoding: 'auto' }, error.index);
  }
}

/**
 * @param {string} text
 * @param {ReturnType<typeof optionsOf>} options
 * @param {number | null} refused
 * @returns {Reading}
 */
function reading(text, options, refused) {
  /** @type {Analysis | undefined} */
  let analysis;
  return {
    text,
    refused,
    count: count(text, options),
    get analysis() {
      if (text.length > DETAILED) return null;
      analysis ??= analyze(text, options);
      return analysis;
    },
  };
}
