/** Cutting the text to a number of segments, seen before it is done. */

import { fitted } from '../../advice.js';
import { fill, make, stillWritten } from '../../dom.js';
import { t } from '../../language.js';

/** @typedef {import('../../reading.js').Reading} Reading */
/** @typedef {import('../../state.js').State} State */

/** Text shown before the cut. */
const CONTEXT = 90;

/**
 * @param {Reading} reading
 * @param {State} state
 * @param {{ change: (change: Partial<State>) => void, replace: (text: string) => void }} actions
 */
export function fit({ text, count }, { settings, fit: how }, { change, replace }) {
  const segments = stillWritten('fit-segments')
    ?? make('input', { class: 'input', id: 'fit-segments', type: 'number', min: 1, max: 255, step: 1, value: how.segments });
  const ellipsis = make('input', { type: 'checkbox', id: 'fit-ellipsis', checked: how.ellipsis });
  const words = make('input', { type: 'checkbox', id: 'fit-words', checked: how.words });
  const read = () => change({
    fit: { segments: Math.min(255, Math.max(1, Math.round(segments.valueAsNumber) || 1)), ellipsis: ellipsis.checked, words: words.checked },
  });
  // `oninput`, for a field that is kept has a listener already.
  for (const field of [segments, ellipsis, words]) field.oninput = read;
  const section = make('section', { class: 'stack fit', 'aria-labelledby': 'fit-title' });
  const isNeeded = count.segments > how.segments;
  const cut = isNeeded ? fitted(text, how.segments, { ellipsis: how.ellipsis ? '...' : '', cutAt: how.words ? 'word' : 'grapheme' }, settings) : null;
  fill(section,
    make('h2', { id: 'fit-title' }, t('fitTitle')),
    make('div', { class: 'row is-wide' },
      make('div', { class: 'field is-narrow' }, make('label', { for: 'fit-segments' }, t('segments')), segments),
      make('label', { class: 'check' }, words, make('span', {}, t('fitWords'))),
      make('label', { class: 'check' }, ellipsis, make('span', {}, t('fitEllipsis'))),
      make('button', { class: 'button', type: 'button', id: 'fit', disabled: cut === null, onclick: () => cut !== null && replace(cut.text) }, t('fitApply'))),
    cut === null
      ? make('p', { class: 'hint' }, t('fitFits'))
      : make('p', { class: 'diff', dir: 'auto' }, cut.kept > CONTEXT ? '… ' : '', text.slice(Math.max(0, cut.kept - CONTEXT), cut.kept),
        make('ins', {}, cut.text.slice(cut.kept)), make('del', {}, text.slice(cut.kept, cut.kept + CONTEXT), text.length - cut.kept > CONTEXT ? ' …' : '')));
  return section;
}
