/** Rows by number of segments, and the most expensive rows. */

import { element } from '../../dom.js';
import { number, percentage, t } from '../../language.js';

/** @typedef {import('../../campaign.js').Costs} Costs */
/** @typedef {import('../../campaign.js').Template} Template */

/** @param {Costs} costs */
export function histogram({ segments, rows }) {
  const max = Math.max(...segments.map((bin) => bin.rows));
  return element('table', { class: 'histogram' },
    element('caption', { class: 'visually-hidden' }, t('histogram')),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('segments')), element('th', { scope: 'col' }, t('rows')))),
    element('tbody', {}, ...segments.map((bin) => {
      const bar = element('span', { class: 'histogram-bar', 'aria-hidden': 'true' });
      bar.style.setProperty('--share', String(bin.rows / max));
      return element('tr', {},
        element('th', { scope: 'row' }, number(bin.segments)),
        element('td', {}, bar, element('span', {}, `${number(bin.rows)} · ${percentage(bin.rows, rows)}`)));
    })));
}

/** @param {Template} campaign */
export function dearestRows({ costs, textOf }) {
  if (costs === null) return null;
  return element('details', { open: true },
    element('summary', {}, t('dearest')),
    element('div', { class: 'table-wrapper', tabindex: 0, role: 'group', 'aria-label': t('dearest') },
      element('table', { class: 'table' },
        element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('row')), element('th', { scope: 'col' }, t('segments')),
          element('th', { scope: 'col' }, t('encoding')), element('th', { scope: 'col' }, t('copyText')))),
        element('tbody', {}, ...costs.dearest.map(({ row, count }) => element('tr', {},
          element('td', { class: 'is-number' }, number(row + 1)),
          element('td', { class: 'is-number' }, number(count.segments)),
          element('td', {}, count.encoding),
          element('td', { class: 'is-text', dir: 'auto' }, textOf(row))))))));
}
