/** A text with fields and the values for them: what it becomes row by row, and what all rows cost. */

import { template } from '../septet/index.js';
import { optionsOf } from './reading.js';
import { refusal } from './refusal.js';

/** @typedef {import('./panels/template/csv.js').Table} Table */
/** @typedef {import('./state.js').State} State */
/** @typedef {NonNullable<ReturnType<typeof template>['distribution']>} Costs */

/**
 * @typedef {object} Template
 * @property {'template'} kind
 * @property {readonly string[]} fields
 * @property {Costs | null} costs nothing without rows
 * @property {(row: number) => string} textOf the text with the values of a row; without rows, with the sample values
 */

/** @typedef {{ kind: 'plain' } | { kind: 'broken', message: string } | Template} Campaign */

/** Whether a text may have fields, so that what it costs depends on more than itself. @param {string} text */
export function mayHaveFields(text) {
  return text.includes('{{');
}

/**
 * @param {State} state
 * @returns {Campaign}
 */
export function campaignOf({ text, settings, samples, table }) {
  if (!mayHaveFields(text)) return { kind: 'plain' };
  const options = { ...optionsOf(settings), encoding: /** @type {const} */ ('auto') };
  let fields;
  try {
    ({ fields } = template(text, options));
  } catch (error) {
    return { kind: 'broken', message: refusal(error) };
  }
  if (fields.length === 0) return { kind: 'plain' };
  if (table === null || table.rows.length === 0) {
    // A field without a sample stays visible as what it is.
    return { kind: 'template', fields, costs: null, textOf: () => filled(text, (name) => samples[name] || `{{${name}}}`) };
  }
  const rows = recordsOf(table, fields);
  return {
    kind: 'template',
    fields,
    costs: template(text, { ...options, rows }).distribution,
    textOf: (row) => filled(text, (name) => rows[row]?.[name] ?? ''),
  };
}

/**
 * The text with values in the place of its fields, which the package has found to be well-formed.
 * @param {string} text
 * @param {(name: string) => string} valueOf
 */
function filled(text, valueOf) {
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, name) => valueOf(name.trim()));
}

/**
 * The rows of a table by the names of the fields; a field without a column is empty.
 * @param {Table} table
 * @param {readonly string[]} fields
 */
function recordsOf({ names, rows }, fields) {
  const columns = fields.map((field) => names.indexOf(field));
  return rows.map((row) => Object.fromEntries(fields.map((field, index) => [field, row[columns[index] ?? -1] ?? ''])));
}
