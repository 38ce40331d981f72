/** What the package advises: ways to fewer segments, replacements, the text cut to fit. */

import { analyze, explain, smartEncode, suggest, truncate } from '../septet/index.js';
import { optionsOf } from './reading.js';

/** @typedef {import('./state.js').Settings} Settings */
/** @typedef {import('./state.js').Rules} Rules */
/** @typedef {ReturnType<typeof smartEncode>} SmartEncoded */
/** @typedef {ReturnType<typeof suggest>[number]} Suggestion */
/** @typedef {ReturnType<typeof truncate>} Truncated */
/** @typedef {ReturnType<typeof explain>[number]} Explanation */
/** @typedef {import('./reading.js').Reading} Reading */

/**
 * Ways to spend fewer segments, the best first. A demanded encoding is no help here: the advice is how to get there.
 * @param {string} text
 * @param {Settings} settings
 * @returns {Suggestion[]}
 */
export function suggestions(text, settings) {
  return suggest(text, { ...optionsOf(settings), encoding: 'auto' });
}

/**
 * Every change the rules would make, whether or not it saves a segment: the reader decides.
 * @param {string} text
 * @param {Rules} rules
 * @param {Settings} settings
 * @returns {SmartEncoded}
 */
export function replacements(text, rules, settings) {
  return smartEncode(text, rules, { ...optionsOf(settings), encoding: 'auto', apply: 'always', residue: 'keep' });
}

/**
 * The longest beginning of the text that fits.
 * @param {string} text
 * @param {number} segments
 * @param {{ ellipsis: string, cutAt: 'word' | 'grapheme' }} how
 * @param {Settings} settings
 * @returns {Truncated}
 */
export function fitted(text, segments, how, settings) {
  return truncate(text, segments, { ...optionsOf(settings), encoding: 'auto', ...how });
}

/**
 * The characters that force a text to UCS-2, each once.
 * @param {string} text
 * @param {Settings} settings
 */
export function remaining(text, settings) {
  return analyze(text, { ...optionsOf(settings), encoding: 'auto' }).offenders.map((offender) => offender.text);
}

/**
 * The characters of the text one by one, with what could stand in their place.
 * @param {Reading} reading
 * @param {Settings} settings
 * @returns {Explanation[]}
 */
export function explanations({ text, refused }, settings) {
  const options = optionsOf(settings);
  return explain(text, { ...options, encoding: refused === null ? options.encoding : 'auto' });
}
