/** The panel "Save": suggestions, smart encoding by hand, fitting. */

import { byId, fill, make } from '../../dom.js';
import { t } from '../../language.js';
import { DETAILED } from '../../reading.js';
import { fit } from './fit.js';
import { smartEncoding } from './smart.js';
import { suggestionList } from './suggestions.js';

/** @typedef {import('../../reading.js').Reading} Reading */
/** @typedef {import('../../state.js').State} State */

/**
 * @param {Reading} reading
 * @param {State} state
 * @param {{ change: (change: Partial<State>) => void, replace: import('../../tools.js').Actions['replace'] }} actions
 */
export function showSave(reading, state, { change, replace }) {
  const panel = byId('panel-save', HTMLElement);
  if (reading.analysis === null) {
    fill(panel, make('p', { class: 'hint' }, t('tooLong', { n: DETAILED })));
    return;
  }
  fill(panel,
    make('section', { class: 'stack', 'aria-labelledby': 'suggestions-title' },
      make('h2', { id: 'suggestions-title' }, t('suggestionsTitle')),
      suggestionList(reading, state, ({ kind, text }) => replace(text, kind === 'national-language' ? 'auto' : undefined))),
    smartEncoding(reading, state, { choose: (rules) => change({ rules }), replace }),
    fit(reading, state, { change, replace }));
}
