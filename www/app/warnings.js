/**
 * Warnings about delivery, below the text. What costs segments is in the list of actions instead. A message that cannot
 * be sent does not look like one that may be filtered.
 */

import { byId, element, replaceContent } from './dom.js';
import { t } from './language.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./state.js').State} State */

/**
 * @typedef {object} Warning
 * @property {string} code
 * @property {'stop' | 'risk' | 'note'} level cannot be sent; may not arrive well; good to know
 * @property {string} sentence
 * @property {{ start: number, end: number } | null} range the first range that it is about
 */

/** Warnings of the package that are shown here, by weight. */
const LEVELS = /** @type {const} */ ({
  'not-concatenated': 'stop', 'too-many-segments': 'stop', 'long-body': 'stop', 'many-segments': 'risk', 'public-link-shortener': 'risk', 'cut-grapheme': 'note',
});
/** @typedef {keyof typeof LEVELS} Code */

/** @param {string} code @returns {code is Code} */
function isShown(code) {
  return Object.hasOwn(LEVELS, code);
}
/** Limits that hold for texts too long to be analysed: TS 23.040 9.2.3.24.1, and error 21617 of the provider. */
const MAX_SEGMENTS = 255;
const MAX_CHARACTERS = 1600;

/**
 * @param {Reading} reading
 * @param {Pick<State, 'settings'>} state
 * @returns {Warning[]}
 */
export function warningsOn({ analysis, count, text }, { settings }) {
  if (analysis === null) {
    const isAlone = settings.profile === 'single' || (settings.profile === 'auto' && settings.route === 'single');
    /** @type {Code[]} */
    const codes = [];
    if (isAlone && count.segments > 1) codes.push('not-concatenated');
    else if (count.segments > MAX_SEGMENTS) codes.push('too-many-segments');
    if (text.length > MAX_CHARACTERS) codes.push('long-body');
    return codes.map((code) => ({ code, level: 'stop', sentence: t(`warning-${code}`, { n: count.segments }), range: null }));
  }
  return analysis.warnings.flatMap(({ code, ranges }) => {
    return !isShown(code) ? [] : [{ code, level: LEVELS[code], sentence: t(`warning-${code}`, { n: ranges.length || count.segments }), range: ranges[0] ?? null }];
  });
}

/** @param {{ select: (start: number, end: number) => void }} editor */
export function createWarnings({ select }) {
  const list = byId('warnings', HTMLElement);
  let drawn = '';

  /** @param {Reading} reading @param {State} state */
  return (reading, state) => {
    const wanted = warningsOn(reading, state);
    const key = JSON.stringify([wanted, t('showInText')]);
    // Unchanged warnings stay: they cost no layout, and the focus on their buttons is not lost.
    if (drawn === key) return;
    drawn = key;
    list.hidden = wanted.length === 0;
    replaceContent(list, ...wanted.map(({ code, level, sentence, range }) => element('li', { class: `warning is-${level}`, 'data-code': code },
      element('span', { class: 'warning-sign', 'aria-hidden': 'true' }, level === 'stop' ? '✕' : level === 'risk' ? '!' : 'i'),
      element('span', { class: 'warning-text' }, level === 'stop' && element('strong', {}, t('cannotBeSent'), ' '), sentence),
      range !== null && element('button', { class: 'button is-quiet is-small', type: 'button', onclick: () => select(range.start, range.end) }, t('showInText')))));
  };
}
