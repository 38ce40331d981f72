/** The panel "Template": fields, values for them from samples or a dropped file, and what the campaign costs. */

import { costOf } from '../../cost.js';
import { byId, fill, make } from '../../dom.js';
import { number, t } from '../../language.js';
import { decode, parse } from './csv.js';
import { dearestRows, histogram } from './histogram.js';

/** @typedef {import('../../campaign.js').Campaign} Campaign */
/** @typedef {import('../../state.js').State} State */

/**
 * @param {Campaign} campaign
 * @param {State} state
 * @param {{ change: (change: Partial<State>) => void, say: (sentence: string) => void }} actions
 */
export function showTemplate(campaign, state, { change, say }) {
  const panel = byId('panel-template', HTMLElement);
  const { table, price } = state;
  const load = (/** @type {File | undefined} */ file) => receiveTable(file, { change, say });
  if (campaign.kind === 'broken') {
    fill(panel, make('p', { class: 'notice' }, campaign.message), dropZone(state, load, change));
    return;
  }
  if (campaign.kind === 'plain') {
    fill(panel, make('p', { class: 'hint' }, t('templateHint')), dropZone(state, load, change), table !== null && fieldButtons(table.names));
    return;
  }
  const missing = table === null ? [] : campaign.fields.filter((field) => !table.names.includes(field));
  fill(panel,
    table === null && sampleFields(campaign.fields, state, change),
    dropZone(state, load, change),
    missing.length > 0 && make('p', { class: 'notice' }, t('columnsMissing', { names: missing.join(', ') })),
    campaign.costs !== null && make('section', { class: 'stack', 'aria-labelledby': 'costs-title' },
      make('h2', { id: 'costs-title' }, t('costsTitle', { n: campaign.costs.rows })),
      histogram(campaign.costs),
      make('p', {}, t('segmentsTotal', { n: campaign.costs.totalSegments }), ' · ', t('ucs2Rows', { n: campaign.costs.ucs2Rows }),
        price.perSegment !== null && make('strong', { class: 'campaign-cost' }, costOf(campaign.costs.totalSegments, { ...price, recipients: 1 }))),
      dearestRows(campaign)));
}

/**
 * @param {readonly string[]} fields
 * @param {State} state
 * @param {(change: Partial<State>) => void} change
 */
function sampleFields(fields, { samples }, change) {
  // Someone is writing in it: it stays, and has all that they wrote.
  const writing = document.activeElement?.closest('#samples');
  if (writing instanceof HTMLElement && writing.dataset['fields'] === fields.join()) return writing;
  /** @type {Record<string, string>} */
  const values = { ...samples };
  const inputs = fields.map((field, index) => {
    const input = make('input', { class: 'input', id: `sample-${index}`, dir: 'auto', autocomplete: 'off', value: samples[field] ?? '' });
    input.addEventListener('input', () => {
      values[field] = input.value;
      change({ samples: { ...values } });
    });
    return make('div', { class: 'field' }, make('label', { for: input.id }, field), input);
  });
  return make('section', { class: 'stack', id: 'samples', 'data-fields': fields.join(), 'aria-labelledby': 'samples-title' },
    make('h2', { id: 'samples-title' }, t('samplesTitle')),
    make('div', { class: 'fields is-wide' }, ...inputs));
}

/**
 * @param {State} state
 * @param {(file: File | undefined) => void} load
 * @param {(change: Partial<State>) => void} change
 */
function dropZone({ table }, load, change) {
  const input = make('input', { type: 'file', id: 'table-file', class: 'visually-hidden', accept: '.csv,.tsv,.txt,text/csv,text/tab-separated-values' });
  input.addEventListener('change', () => load(input.files?.[0]));
  return make('div', { class: 'drop' }, input,
    make('label', { class: 'button', for: 'table-file' }, t('chooseTable')),
    make('span', { class: 'hint' }, table === null ? t('dropTable') : t('tableLoaded', { name: table.file, n: table.rows.length })),
    table !== null && make('button', { class: 'button is-quiet', type: 'button', id: 'table-remove', onclick: () => change({ table: null }) }, t('removeTable')));
}

/** The columns of the table, to be seen while fields are written. @param {readonly string[]} names */
function fieldButtons(names) {
  return make('p', { class: 'row' }, ...names.map((name) => make('code', { class: 'chip' }, `{{${name}}}`)), make('span', { class: 'hint' }, number(names.length)));
}

/** Whether a file can be a table of values. @param {File} file */
export function isTable({ name, type }) {
  return /\.(csv|tsv|tab|txt)$/i.test(name) || /^text\/(csv|plain|tab-separated-values)$/.test(type);
}

/**
 * Reads a file and shows what it has to do with the text.
 * @param {File | undefined} file
 * @param {{ change: (change: Partial<State>) => void, say: (sentence: string) => void }} actions
 */
export async function receiveTable(file, { change, say }) {
  if (file === undefined) return;
  if (!isTable(file)) {
    say(t('notATable', { name: file.name }));
    return;
  }
  const table = { file: file.name, ...parse(decode(await file.arrayBuffer())) };
  change({ table, tab: 'template' });
  say(t('tableLoaded', { name: table.file, n: table.rows.length }));
}
