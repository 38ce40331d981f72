/**
 * The answers of the package about the text. Every count on the page comes from here, and none is made here.
 *
 * `septet/count` is small and answers at once. The whole package follows with the first text (`loadPackage`); until then
 * there is no analysis. Settings that the small module cannot count with need the package first (`needsPackage`).
 */

import { count as countBasic } from 'septet/count';
import { lazy } from './lazy.js';

/** @typedef {import('./state.js').Settings} Settings */
/** @typedef {typeof import('septet')} Package */
/** @typedef {ReturnType<Package['count']>} Count */
/** @typedef {ReturnType<Package['analyze']>} Analysis */

/**
 * @typedef {object} Reading
 * @property {string} text
 * @property {Count} count
 * @property {Analysis | null} analysis `null` for a text too long to show character by character, and before the package is loaded
 * @property {number | null} refused index of the character that the requested encoding cannot carry
 */

/** Longest text that is analysed, in 16-bit units; a longer one is only counted. */
export const DETAILED = 20_000;

const whole = lazy(() => import('septet'));
/** Loads the whole package; resolves to whether that was news. */
export const loadPackage = whole.load;
/** The whole package, or `null` before it is loaded. */
export const loadedPackage = whole.get;

/** The whole package, in code that only runs once it is loaded. @returns {Package} */
export function wholePackage() {
  const loaded = whole.get();
  if (loaded === null) throw new Error('the package is not loaded yet');
  return loaded;
}

/** Built once per settings object: settings change seldom, the text at every key. @type {WeakMap<Settings, ReturnType<typeof build>>} */
const known = new WeakMap();

/**
 * The options of the package that the settings stand for.
 * @param {Settings} settings
 */
export function optionsOf(settings) {
  const options = known.get(settings) ?? build(settings);
  known.set(settings, options);
  return options;
}

/** @param {Settings} settings */
function build({ nationalLanguages: languages, profile, route, limits, ...rest }) {
  return {
    ...rest,
    profile: profile === 'custom' ? limits : profile === 'auto' ? route : profile,
    nationalLanguages: languages === 'auto' ? languages : languages === 'none' ? [] : [languages],
  };
}

/** Returns true for settings that need the whole package to count. @param {Settings} settings */
export function needsPackage({ nationalLanguages, boundary }) {
  return nationalLanguages !== 'none' || boundary !== 'character';
}

/**
 * Returns true for limits that the package accepts.
 * @param {import('./state.js').Limits} limits
 */
export function areLimits(limits) {
  try {
    countBasic('', { profile: limits });
    return true;
  } catch {
    return false;
  }
}

/**
 * Counts a text. Its analysis is made on first use, which is after the key is on the screen.
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
  const { nationalLanguages, boundary, ...basic } = options;
  // The small module is quicker where it can count.
  const isBasic = nationalLanguages.length === 0 && boundary === 'character';
  const loaded = isBasic ? null : whole.get();
  /** @type {Analysis | undefined} */
  let analysis;
  return {
    text,
    refused,
    count: loaded === null ? countBasic(text, basic) : loaded.count(text, options),
    get analysis() {
      if (text.length > DETAILED) return null;
      analysis ??= whole.get()?.analyze(text, options);
      return analysis ?? null;
    },
  };
}
