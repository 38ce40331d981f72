/** How many rows take how many segments, and the rows that take most. */

import { make } from '../../dom.js';
import { number, t } from '../../language.js';

/** @typedef {import('../../campaign.js').Costs} Costs */
/** @typedef {import('../../campaign.js').Template} Template */

/** @param {Costs} costs */
export function histogram({ segments, rows }) {
  const most = Math.max(...segments.map((bin) => bin.rows));
  return make('table', { class: 'histogram' },
    make('caption', { class: 'visually-hidden' }, t('histogram')),
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, t('segments')), make('th', { scope: 'col' }, t('rows')))),
    make('tbody', {}, ...segments.map((bin) => {
      const bar = make('span', { class: 'histogram-bar', 'aria-hidden': 'true' });
      bar.style.setProperty('--share', String(bin.rows / most));
      return make('tr', {},
        make('th', { scope: 'row' }, number(bin.segments)),
        make('td', {}, bar, make('span', {}, `${number(bin.rows)} · ${share(bin.rows, rows)}`)));
    })));
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return `${number(Math.round((1000 * part) / whole) / 10)} %`;
}

/** @param {Template} campaign */
export function dearestRows({ costs, textOf }) {
  if (costs === null) return null;
  return make('details', { open: true },
    make('summary', {}, t('dearest')),
    make('div', { class: 'table-wrapper', tabindex: 0, role: 'group', 'aria-label': t('dearest') },
      make('table', { class: 'table' },
        make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, t('row')), make('th', { scope: 'col' }, t('segments')),
          make('th', { scope: 'col' }, t('encoding')), make('th', { scope: 'col' }, t('copyText')))),
        make('tbody', {}, ...costs.dearest.map(({ row, count }) => make('tr', {},
          make('td', { class: 'is-number' }, number(row + 1)),
          make('td', { class: 'is-number' }, number(count.segments)),
          make('td', {}, count.encoding),
          make('td', { class: 'is-text', dir: 'auto' }, textOf(row))))))));
}
