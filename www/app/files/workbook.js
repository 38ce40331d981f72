/**
 * The first sheet of an Excel workbook (.xlsx, ECMA-376) as records of text. `fflate` unpacks it, the browser's own XML
 * parser reads it. Loaded when the first workbook is opened.
 */

import { unzipSync } from 'fflate';
import { TableError } from './csv.js';

/** Parts of a workbook that are read; the others are not unpacked. */
const READ = /^xl\/(?:workbook|sharedStrings|styles|_rels\/workbook)\b|^xl\/worksheets\//;
/** Number formats of ECMA-376 18.8.30 that show a date or a time. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
/** Days from 1899-12-30, where Excel's calendar starts, to 1970-01-01. */
const EPOCH_DAYS = 25_569;

/**
 * @param {Uint8Array} octets
 * @returns {string[][]}
 * @throws {TableError} `damaged`, `no-table`
 */
export function recordsOf(octets) {
  /** @type {Record<string, Uint8Array>} */
  let parts;
  try {
    parts = unzipSync(octets, { filter: ({ name }) => READ.test(name) });
  } catch {
    throw new TableError('damaged');
  }
  const xml = (/** @type {string} */ name) => {
    const part = parts[name];
    return part === undefined ? null : new DOMParser().parseFromString(new TextDecoder().decode(part), 'application/xml');
  };
  const sheet = xml(firstSheet(xml('xl/workbook.xml'), xml('xl/_rels/workbook.xml.rels')));
  if (sheet === null) throw new TableError('no-table');
  const texts = children(xml('xl/sharedStrings.xml')?.documentElement, 'si').map(textOf);
  const dates = dateStyles(xml('xl/styles.xml'));
  /** @type {string[][]} */
  const records = [];
  for (const row of all(sheet, 'row')) {
    /** @type {string[]} */
    const record = [];
    for (const cell of children(row, 'c')) {
      const column = columnOf(cell.getAttribute('r')) ?? record.length;
      while (record.length < column) record.push('');
      record.push(valueOf(cell, texts, dates));
    }
    records.push(record);
  }
  return records;
}

/** The file of the first sheet in the order of the tabs. @param {Document | null} workbook @param {Document | null} relations */
function firstSheet(workbook, relations) {
  const id = all(workbook, 'sheet')[0]?.getAttributeNS('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'id');
  const target = all(relations, 'Relationship').find((relation) => relation.getAttribute('Id') === id)?.getAttribute('Target');
  if (!target) return 'xl/worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** @param {Document | null} document @param {string} name */
function all(document, name) {
  return [...document?.getElementsByTagNameNS('*', name) ?? []];
}

/** @param {Element | undefined | null} parent @param {string} name */
function children(parent, name) {
  return [...parent?.children ?? []].filter(({ localName }) => localName === name);
}

/** The text of a string item, without the phonetic guides of Japanese. @param {Element} item */
function textOf(item) {
  return [...item.getElementsByTagNameNS('*', 't')].filter(({ parentElement }) => parentElement?.localName !== 'rPh').map(({ textContent }) => textContent).join('');
}

/** The column of a cell such as `AB12`, counted from 0. @param {string | null} reference */
function columnOf(reference) {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Indices of the cell styles that show a date or a time. @param {Document | null} styles */
function dateStyles(styles) {
  const own = new Set(all(styles, 'numFmt')
    .filter((format) => /[dmyhs]/i.test((format.getAttribute('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')))
    .map((format) => Number(format.getAttribute('numFmtId'))));
  const formats = children(all(styles, 'cellXfs')[0], 'xf').map((style) => Number(style.getAttribute('numFmtId')));
  return new Set(formats.flatMap((format, index) => (DATE_FORMATS.has(format) || own.has(format) ? [index] : [])));
}

/**
 * @param {Element} cell
 * @param {readonly string[]} texts shared strings
 * @param {ReadonlySet<number>} dates styles that show a date
 */
function valueOf(cell, texts, dates) {
  const type = cell.getAttribute('t');
  if (type === 'inlineStr') return textOf(cell);
  const value = children(cell, 'v')[0]?.textContent ?? '';
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'str' || type === 'e' || type === 'd' || value === '') return value;
  if (dates.has(Number(cell.getAttribute('s') ?? -1))) return dateText(Number(value));
  // Excel stores 0.1 + 0.2 as 0.30000000000000004 and shows 15 digits.
  return String(Number(Number(value).toPrecision(15)));
}

/** A day of Excel's calendar as `2026-11-30`, `2026-11-30 09:30` or `09:30`. @param {number} days */
function dateText(days) {
  const iso = new Date(Math.round((days - EPOCH_DAYS) * 86_400) * 1000).toISOString();
  const [date = '', time = ''] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (days < 1) return time;
  return time === '00:00' ? date : `${date} ${time}`;
}
