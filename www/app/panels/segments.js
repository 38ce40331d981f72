/** The text cut into its segments, one card each. */

import { campaignOf } from '../campaign.js';
import { byId, element, replaceContent } from '../dom.js';
import { runsOf } from '../editor/runs.js';
import { t } from '../language.js';
import { read } from '../reading.js';

/** @typedef {import('../reading.js').Reading} Reading */

/** Cards shown at most. */
const MAX_CARDS = 30;

/** @param {Reading} reading @param {import('../state.js').State} state */
export function showSegments(reading, state) {
  const campaign = campaignOf(state);
  const { analysis, count } = campaign.kind === 'template' ? read(campaign.counted, state.settings) : reading;
  const panel = byId('panel-segments', HTMLElement);
  if (analysis === null) {
    replaceContent(panel, element('p', { class: 'hint' }, t('segmentCount', { n: count.segments })));
    return;
  }
  const { segments } = runsOf(analysis);
  const cards = analysis.parts.slice(0, MAX_CARDS).map(({ units, unitsPerSegment }, index) => {
    const text = element('p', { class: 'card-text', dir: 'auto' });
    for (const { mark, text: run } of segments[index] ?? []) {
      text.append(mark === '' ? run : element('span', { class: `mark is-${mark.replace(' ', ' is-')}` }, run));
    }
    return element('li', { class: 'card' },
      element('div', { class: 'card-head' },
        element('h2', {}, t('segmentTitle', { n: index + 1 })),
        element('span', { class: 'hint' }, t('segmentUnits', { used: units, all: unitsPerSegment }))),
      text);
  });
  replaceContent(panel, campaign.kind === 'template' && element('p', { class: 'hint' }, t('segmentsOfExample')), element('ol', { class: 'cards' }, ...cards),
    analysis.parts.length > MAX_CARDS && element('p', { class: 'hint' }, t('segmentsShown', { n: MAX_CARDS })));
}
