/** The panel "Template": fields, their values from samples or a table, the columns that they come from, and the cost of all rows. */

import { campaignOf } from '../../campaign.js';
import { costOf, rateOf } from '../../cost/price.js';
import { byId, element, replaceContent } from '../../dom.js';
import { receiveTable } from '../../files/receive.js';
import { t } from '../../language.js';
import { dearestRows, histogram } from './histogram.js';

/** @typedef {import('../../campaign.js').Template} Template */
/** @typedef {import('../../state.js').State} State */
/** @typedef {import('../../tools.js').Actions} Actions */

/**
 * @param {import('../../reading.js').Reading} _
 * @param {State} state
 * @param {Actions} actions
 */
export function showTemplate(_, state, actions) {
  const panel = byId('panel-template', HTMLElement);
  const campaign = campaignOf(state);
  const { table } = state;
  if (campaign.kind === 'broken') {
    replaceContent(panel, element('p', { class: 'notice' }, campaign.message), dropZone(state, actions));
    return;
  }
  if (campaign.kind === 'plain') {
    replaceContent(panel, element('p', { class: 'hint' }, t('templateHint')), dropZone(state, actions), table !== null && columnButtons(table.names, state, actions));
    return;
  }
  replaceContent(panel,
    table === null && sampleFields(campaign.fields, state, actions),
    dropZone(state, actions),
    table !== null && mappingFields(campaign, table, state, actions),
    campaign.costs !== null && costsOf(campaign, state));
}

/** @param {Template} campaign @param {State} state */
function costsOf(campaign, { price, sending }) {
  const { costs, blankRows } = campaign;
  if (costs === null) return null;
  const money = costOf(costs.totalSegments, { ...rateOf(price, sending, 'perSegment'), recipients: 1 });
  return element('section', { class: 'stack', 'aria-labelledby': 'costs-title' },
    element('h2', { id: 'costs-title' }, t('costsTitle', { n: costs.rows })),
    blankRows > 0 && element('p', { class: 'notice', id: 'blank-rows' }, t('blankRows', { n: blankRows })),
    histogram(costs),
    element('p', { class: 'campaign-total' }, element('span', {}, t('segmentsTotal', { n: costs.totalSegments }), ' · '), element('span', {}, t('ucs2Rows', { n: costs.ucs2Rows })),
      money !== null && element('strong', { class: 'campaign-cost' }, money)),
    dearestRows(campaign));
}

/**
 * A row of choices: the column of each field.
 * @param {Template} campaign
 * @param {import('../../files/table.js').LoadedTable} table
 * @param {State} state
 * @param {Actions} actions
 */
function mappingFields({ fields, columns, unmapped }, { names }, { mapping }, { change }) {
  return element('section', { class: 'stack', 'aria-labelledby': 'mapping-title' },
    element('h2', { id: 'mapping-title' }, t('mappingTitle')),
    unmapped.length > 0 && element('p', { class: 'notice' }, t('columnsMissing', { names: unmapped.join(', ') })),
    element('div', { class: 'fields is-wide' }, ...fields.map((field, index) => {
      const select = element('select', { class: 'select', id: `mapping-${index}`, 'aria-invalid': String(columns[field] === -1) },
        element('option', { value: -1 }, t('columnNone')),
        ...names.map((name, column) => element('option', { value: column, selected: column === columns[field] }, name === '' ? t('columnUnnamed', { n: column + 1 }) : name)));
      select.addEventListener('change', () => change({ mapping: { ...mapping, [field]: Number(select.value) } }));
      return element('div', { class: 'field' }, element('label', { for: select.id }, element('span', { class: 'field-chip' }, field)), select);
    })));
}

/**
 * @param {readonly string[]} fields
 * @param {State} state
 * @param {Actions} actions
 */
function sampleFields(fields, { samples }, { change, current }) {
  // Someone is writing in one of them: they stay, with all that was written.
  const writing = document.activeElement?.closest('#samples');
  if (writing instanceof HTMLElement && writing.dataset['fields'] === fields.join()) return writing;
  const inputs = fields.map((field, index) => {
    const input = element('input', { class: 'input', id: `sample-${index}`, dir: 'auto', autocomplete: 'off', value: samples[field] ?? '' });
    input.addEventListener('input', () => change({ samples: { ...current().samples, [field]: input.value } }));
    return element('div', { class: 'field' }, element('label', { for: input.id }, field), input);
  });
  return element('section', { class: 'stack', id: 'samples', 'data-fields': fields.join(), 'aria-labelledby': 'samples-title' },
    element('h2', { id: 'samples-title' }, t('samplesTitle')),
    element('div', { class: 'fields is-wide' }, ...inputs));
}

/**
 * @param {State} state
 * @param {Actions} actions
 */
function dropZone({ table }, actions) {
  const input = element('input', { type: 'file', id: 'table-file', class: 'visually-hidden', accept: '.csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values' });
  input.addEventListener('change', () => receiveTable(input.files?.[0], actions));
  return element('div', { class: 'drop' }, input,
    element('label', { class: 'button', for: 'table-file' }, t('chooseTable')),
    element('span', { class: 'hint' }, table === null ? t('dropTable') : t('tableLoaded', { name: table.file, n: table.rows.length })),
    table !== null && element('button', { class: 'button is-quiet', type: 'button', id: 'table-remove', onclick: () => actions.change({ table: null, mapping: {} }) }, t('remove')));
}

/** The columns of the table, to insert as fields. @param {readonly string[]} names @param {State} state @param {Actions} actions */
function columnButtons(names, { text }, { replace }) {
  return element('div', { class: 'row' }, element('span', { class: 'hint' }, t('insertField')),
    ...names.filter((name) => /^[\p{L}\p{N}_ .-]+$/u.test(name)).map((name) => element('button', {
      class: 'button is-small', type: 'button', onclick: () => replace(`${text}${text === '' || text.endsWith(' ') ? '' : ' '}{{${name}}}`),
    }, name)));
}
