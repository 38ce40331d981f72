/** The text cut into its segments, one card each. */

import { byId, fill, make } from '../dom.js';
import { runsOf } from '../editor/runs.js';
import { t } from '../language.js';

/** @typedef {import('../reading.js').Reading} Reading */

/** Cards shown; more than a text that can be sent without remark has. */
const MOST = 30;

/** @param {Reading} reading */
export function showSegments({ analysis, count }) {
  const panel = byId('panel-segments', HTMLElement);
  if (analysis === null) {
    fill(panel, make('p', { class: 'hint' }, `${t('segments')}: ${count.segments}`));
    return;
  }
  const { segments } = runsOf(analysis);
  const cards = analysis.parts.slice(0, MOST).map(({ units, unitsPerSegment }, index) => {
    const text = make('p', { class: 'card-text', dir: 'auto' });
    for (const { mark, text: run } of segments[index] ?? []) {
      text.append(mark === '' ? run : make('span', { class: `mark is-${mark}` }, run));
    }
    return make('li', { class: 'card' },
      make('div', { class: 'card-head' },
        make('h2', {}, t('segmentTitle', { n: index + 1 })),
        make('span', { class: 'hint' }, t('segmentUnits', { used: units, all: unitsPerSegment }))),
      text);
  });
  fill(panel, make('ol', { class: 'cards' }, ...cards),
    analysis.parts.length > MOST && make('p', { class: 'hint' }, t('segmentsShown', { n: MOST })));
}
