/** Ways to fewer segments, the one that saves most first, each with what it saves and what it changes. */

import { suggestions } from '../../advice.js';
import { costOf, fromTo } from '../../cost.js';
import { make } from '../../dom.js';
import { languageName, t } from '../../language.js';
import { diff } from './diff.js';

/** @typedef {import('../../advice.js').Suggestion} Suggestion */
/** @typedef {import('../../language.js').Key} Key */
/** @typedef {import('../../reading.js').Reading} Reading */
/** @typedef {import('../../state.js').State} State */

/** @type {Record<string, Key>} */
const LEVELS = { typography: 'suggestTypography', compatibility: 'suggestCompatibility', transliteration: 'suggestTransliteration' };

/**
 * @param {Reading} reading
 * @param {State} state
 * @param {(suggestion: Suggestion) => void} choose
 */
export function suggestionList({ text, count }, { settings, price }, choose) {
  const found = suggestions(text, settings);
  if (found.length === 0) return make('p', { class: 'hint' }, t(text === '' ? 'saveEmpty' : 'saveNothing'));
  return make('ol', { class: 'cards' }, ...found.map((suggestion) => {
    const { saved, changed, count: after, edits } = suggestion;
    const money = costOf(saved, price);
    const changes = edits.map(({ start, end, replacement }) => ({ original: text.slice(start, end), replacement, start, end }));
    return make('li', { class: 'card suggestion' },
      make('h3', {}, titleOf(suggestion)),
      make('p', { class: 'gain' }, ...fromTo(count.segments, after.segments),
        money !== null && make('span', { class: 'chip' }, t('savesMoney', { money }))),
      changes.length > 0 && make('details', {},
        make('summary', {}, t('changes', { n: changed })),
        diff(text, changes)),
      make('button', { class: 'button is-primary', type: 'button', onclick: () => choose(suggestion) }, t('apply')));
  }));
}

/** @param {Suggestion} suggestion */
function titleOf({ kind, level, lockingShift, singleShift, changed }) {
  if (kind === 'smart-encoding') return t(LEVELS[level ?? ''] ?? 'suggestTypography');
  if (kind === 'national-language') return t('suggestLanguage', { language: languageName(lockingShift ?? singleShift ?? '') });
  if (kind === 'shorten') return t('suggestShorten', { n: changed });
  return t('suggestRemove', { n: changed });
}
