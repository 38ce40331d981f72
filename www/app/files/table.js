/** Tables of values: read from a file, and matched with the fields of a text. */

import { decode, parse, tableOf } from './csv.js';
import { kindOf } from './kind.js';

/** @typedef {import('./csv.js').Table} Table */
/** @typedef {Table & { file: string }} LoadedTable */

/**
 * Reads a table from a CSV file or an Excel workbook.
 * @param {File} file
 * @returns {Promise<LoadedTable>}
 * @throws {import('./csv.js').TableError}
 */
export async function readTable(file) {
  const octets = await file.arrayBuffer();
  if (await kindOf(file) === 'workbook') {
    const { recordsOf } = await import('./workbook.js');
    return { file: file.name, ...tableOf(recordsOf(new Uint8Array(octets))) };
  }
  return { file: file.name, ...parse(decode(octets)) };
}

/** A name without what people write differently: case, blanks, hyphens, underscores. @param {string} name */
function normalized(name) {
  return name.normalize('NFKC').toLowerCase().replace(/[\s_.-]+/g, '');
}

/**
 * The column of each field: chosen by hand, of the same name, or of a name that differs in case, blanks or punctuation.
 * @param {readonly string[]} fields
 * @param {Pick<Table, 'names'>} table
 * @param {Readonly<Record<string, number>>} chosen
 * @returns {Record<string, number>} indices by field, -1 where there is no column
 */
export function columnsOf(fields, { names }, chosen) {
  return Object.fromEntries(fields.map((field) => {
    const own = chosen[field];
    if (own !== undefined && own < names.length) return [field, own];
    const exact = names.indexOf(field);
    return [field, exact !== -1 ? exact : names.findIndex((name) => normalized(name) === normalized(field))];
  }));
}
