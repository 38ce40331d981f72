/** A text with fields and the values for them: the text of each row, and what all rows cost. */

import { columnsOf } from './files/table.js';
import { loadedPackage, optionsOf } from './reading.js';
import { refusal } from './refusal.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./reading.js').Count} Count */
/** @typedef {NonNullable<ReturnType<import('./reading.js').Package['template']>['distribution']>} Costs */

/**
 * @typedef {object} Template
 * @property {'template'} kind
 * @property {readonly string[]} fields
 * @property {{ minimum: Count, maximum: Count }} estimate fewest and most segments that a message may take
 * @property {Readonly<Record<string, number>>} columns of the table, by field; -1 where there is none
 * @property {readonly string[]} unmapped fields without a column; nothing is priced while there are some
 * @property {number} blankRows rows that lack a value for a field
 * @property {Costs | null} costs `null` without rows, and while a field has no column
 * @property {boolean} isOpen whether the message has fields without a value: its figures are minimums
 * @property {string} counted the message whose figures are shown: of the first row, or with the samples; open fields are empty
 * @property {(row: number) => string} textOf the text with the values of a row; without rows, with the sample values
 */

/** @typedef {{ kind: 'plain' } | { kind: 'broken', message: string } | Template} Campaign */

/** Returns true for a text with something like a whole field, so that its cost may depend on more than itself. @param {string} text */
export function mayHaveFields(text) {
  return text.includes('{{') && /\{\{[^{}]*\}\}/.test(text);
}

/** The answer for the state that was asked about last: panels ask more often than texts change. @type {{ key: readonly unknown[], campaign: Campaign } | null} */
let latest = null;

/**
 * @param {State} state
 * @returns {Campaign}
 */
export function campaignOf({ text, settings, samples, table, mapping }) {
  const key = [text, settings, samples, table, mapping, loadedPackage()];
  if (latest === null || key.some((part, index) => part !== latest?.key[index])) {
    latest = { key, campaign: computeCampaign({ text, settings, samples, table, mapping }) };
  }
  return latest.campaign;
}

/**
 * As {@link campaignOf}, computed anew. Before the package is loaded every text is a plain one.
 * @param {Pick<State, 'text' | 'settings' | 'samples' | 'table' | 'mapping'>} state
 * @returns {Campaign}
 */
export function computeCampaign({ text, settings, samples, table, mapping }) {
  const whole = loadedPackage();
  if (whole === null || !text.includes('{{')) return { kind: 'plain' };
  const { template } = whole;
  const options = { ...optionsOf(settings), encoding: /** @type {const} */ ('auto') };
  let fields;
  let estimate;
  try {
    ({ fields, estimate } = template(text, options));
  } catch (error) {
    return { kind: 'broken', message: refusal(error) };
  }
  if (fields.length === 0) return { kind: 'plain' };
  // A field without a sample stays visible as what it is.
  const sampled = () => filled(text, (name) => samples[name] || `{{${name}}}`);
  const none = {
    isOpen: fields.some((field) => !samples[field]), counted: filled(text, (name) => samples[name] ?? ''),
    kind: /** @type {const} */ ('template'), fields, estimate, columns: {}, unmapped: [], blankRows: 0, costs: null, textOf: sampled,
  };
  if (table === null) return none;
  const columns = columnsOf(fields, table, mapping);
  const unmapped = fields.filter((field) => columns[field] === -1);
  if (unmapped.length > 0) return { ...none, columns, unmapped };
  const rows = table.rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[columns[field] ?? -1] ?? ''])));
  const textOf = (/** @type {number} */ row) => filled(text, (name) => rows[row]?.[name] ?? '');
  return {
    ...none,
    isOpen: false,
    counted: textOf(0),
    columns,
    blankRows: rows.filter((row) => Object.values(row).some((value) => value.trim() === '')).length,
    costs: template(text, { ...options, rows }).distribution,
    textOf,
  };
}

/** Fields of a text that the package has found to be well-formed. */
export const FIELD = /\{\{([^{}]*)\}\}/g;

/**
 * The text with values in place of its fields.
 * @param {string} text
 * @param {(name: string) => string} valueOf
 */
function filled(text, valueOf) {
  return text.replace(FIELD, (_, name) => valueOf(name.trim()));
}
