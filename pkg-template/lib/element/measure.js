/** What the element shows of a text. */

import { SmsError } from '../error.js';
import { analyze, count, smartEncode } from '../../index.js';

/** @import { CountOptions, SmartRules } from '../../index.js' */
/** @import { SmsMeterDetail, SmsMeterOffer } from '../../element.js' */

/**
 * @param {string} text
 * @param {CountOptions} options
 * @param {object} wishes
 * @param {string} wishes.rules of the offer; `off` for none
 * @param {(better: string) => boolean} wishes.accepts whether a text may take the place of this one
 * @param {number} wishes.maxSegments
 * @returns {SmsMeterDetail}
 */
export function measure(text, options, { rules, accepts, maxSegments }) {
  const counted = count(text, options);
  const isUcs2 = counted.encoding === 'UCS-2';
  const offer = isUcs2 && rules !== 'off' ? offerOf(text, options, /** @type {SmartRules} */ (rules)) : null;
  return {
    text,
    count: counted,
    offenders: isUcs2 ? offendersOf(text, options) : [],
    offer: offer && accepts(offer.text) ? offer : null,
    tooLong: counted.segments > maxSegments,
  };
}

/**
 * What forces UCS-2; nothing of a text that is too long for a report.
 * @param {string} text
 * @param {CountOptions} options
 */
function offendersOf(text, options) {
  try {
    return analyze(text, options).offenders;
  } catch (error) {
    if (error instanceof SmsError && error.code === 'text-too-long') return [];
    throw error;
  }
}

/**
 * All replacements as one edit, so that one undo takes them back.
 * @param {string} text
 * @param {CountOptions} options
 * @param {SmartRules} rules
 * @returns {SmsMeterOffer | null}
 */
function offerOf(text, options, rules) {
  const { text: better, outcome, substitutions, before, after } = smartEncode(text, rules, { ...options, apply: 'when-segments-saved' });
  const [first, last] = [substitutions[0], substitutions.at(-1)];
  if (outcome !== 'applied' || !first || !last) return null;
  return {
    text: better,
    start: first.start,
    end: last.end,
    replacement: better.slice(first.resultStart, last.resultEnd),
    replacements: substitutions.length,
    saved: before.segments - after.segments,
  };
}
