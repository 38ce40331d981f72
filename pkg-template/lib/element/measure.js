/**
 * Measures a text for the element. The count comes at once, from the small module of `septet/count`; names, offers and counts with
 * other options take all of `septet`, which is loaded when it is first needed.
 */

import { countUtf16 } from '../count.js';
import { SmsError } from '../error.js';
import { framed } from '../framed.js';
import { BASIC, read } from '../options.js';
import { scratch } from '../wasm-count.js';

/** @import { BasicOptions } from '../../count.js' */
/** @import { CountOptions, SmartRules } from '../../index.js' */
/** @import { SmsMeterDetail, SmsMeterOffer } from '../../element.js' */

/** @typedef {typeof import('../../index.js')} Septet */

/** All of `septet`, once it has loaded. @type {Septet | undefined} */
let septet;
/** @type {Promise<Septet> | undefined} */
let loading;

/** Loads all of `septet`; again if it could not be loaded before. */
export function load() {
  loading ??= import('../../index.js').then((module) => (septet = module), (error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Measures a text with what has been loaded.
 * @param {string} text
 * @param {CountOptions} options
 * @param {object} wishes
 * @param {string} wishes.rules of the offer; `off` for none
 * @param {(better: string) => boolean} wishes.accepts whether a text may take the place of this one
 * @param {number} wishes.maxSegments
 * @returns {{ detail: SmsMeterDetail, isComplete: boolean }} what is known, and whether that is all
 */
export function measure(text, options, { rules, accepts, maxSegments }) {
  const isBasic = !isBeyondBasic(options);
  // Places are those of the field, whatever is sent around it.
  const { prefix = '', suffix = '', lineEnds, ...own } = options;
  const whole = framed(text, { prefix, suffix, crlf: lineEnds === 'crlf' });
  const counted = !isBasic && septet ? septet.count(whole, own) : countUtf16(scratch, whole, read(basic(own), BASIC));
  const isUcs2 = counted.encoding === 'UCS-2';
  const all = isUcs2 ? septet : undefined;
  const offer = all && rules !== 'off' ? attempt(() => offerOf(all, text, options, /** @type {SmartRules} */ (rules)), null) : null;
  const detail = {
    text,
    count: counted,
    offenders: all ? attempt(() => all.analyze(text, own).offenders, []) : [],
    offer: offer && accepts(offer.text) ? offer : null,
    tooLong: counted.segments > maxSegments,
  };
  return { detail, isComplete: septet !== undefined || isBasic && !isUcs2 };
}

/**
 * Tells whether an error says that nothing can be counted here, whatever the text.
 * @param {unknown} error
 * @returns {error is SmsError}
 */
export function isUnable(error) {
  return error instanceof SmsError && (error.code.startsWith('wasm-') || error.code === 'out-of-memory');
}

/** Tells whether `septet/count` does not know what these options ask for. @param {CountOptions} options */
export function isBeyondBasic({ nationalLanguages = [], boundary = 'character' }) {
  return nationalLanguages.length > 0 || boundary !== 'character';
}

/**
 * The options that `septet/count` has. Those that only `septet` has make no difference here, or their count comes later.
 * @param {CountOptions} options
 * @returns {BasicOptions}
 */
function basic({ nationalLanguages, boundary, counters, textLanguage, ...rest }) {
  return rest;
}

/**
 * Makes a report, or returns something else where there can be none: the text is too long for it, or there is no SIMD, without which only
 * counting works.
 * @template T
 * @param {() => T} report
 * @param {T} otherwise
 */
function attempt(report, otherwise) {
  try {
    return report();
  } catch (error) {
    if (isUnable(error) || error instanceof SmsError && error.code === 'text-too-long') return otherwise;
    throw error;
  }
}

/**
 * All replacements as one edit, so that one undo takes them back.
 * @param {Septet} septet
 * @param {string} text
 * @param {CountOptions} options
 * @param {SmartRules} rules
 * @returns {SmsMeterOffer | null}
 */
function offerOf({ count, smartEncode }, text, options, rules) {
  const { prefix, suffix, lineEnds, ...own } = options;
  const { text: better, outcome, substitutions } = smartEncode(text, rules, { ...own, apply: 'when-it-helps' });
  const [first, last] = [substitutions[0], substitutions.at(-1)];
  const saved = count(text, options).segments - count(better, options).segments;
  if (outcome !== 'applied' || !first || !last || saved < 1) return null;
  return {
    text: better,
    start: first.start,
    end: last.end,
    replacement: better.slice(first.resultStart, last.resultEnd),
    replacements: substitutions.length,
    saved,
  };
}
