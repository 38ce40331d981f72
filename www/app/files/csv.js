/**
 * Comma-separated values (RFC 4180), also with semicolons, tabs or bars, as spreadsheets write them. A first line
 * `sep=;` names the delimiter.
 */

/**
 * @typedef {object} Table
 * @property {string[]} names of the columns, from the first line
 * @property {string[][]} rows each with as many values as there are names
 */

/** A fault in a table file: `code` says which, `line` where it is, counted from 1. */
export class TableError extends Error {
  /** @param {'unclosed-quote' | 'empty' | 'no-rows' | 'no-table' | 'damaged'} code @param {number} [line] */
  constructor(code, line = 0) {
    super(code);
    this.code = code;
    this.line = line;
  }
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The text of a file: UTF-8, or UTF-16 by its byte order mark, otherwise Windows-1252, which older spreadsheets write.
 * @param {ArrayBuffer} octets
 */
export function decode(octets) {
  const [first, second] = new Uint8Array(octets, 0, Math.min(2, octets.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(octets);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(octets);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder('windows-1252').decode(octets);
  }
}

/**
 * @param {string} text
 * @returns {Table}
 * @throws {TableError} `unclosed-quote`, `empty`, `no-rows`
 */
export function parse(text) {
  const separator = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  const body = separator === null ? text.replace(/^\ufeff/, '') : text.slice(separator[0].length);
  return tableOf(records(body, separator?.[1] ?? delimiterOf(body), separator === null ? 1 : 2));
}

/**
 * A table from records, the first of which has the names. Blank records are left out, rows are padded to the names.
 * @param {string[][]} all
 * @returns {Table}
 * @throws {TableError} `empty`, `no-rows`
 */
export function tableOf(all) {
  const filled = all.filter((record) => record.some((value) => value.trim() !== ''));
  const [names, ...rows] = filled;
  if (names === undefined) throw new TableError('empty');
  if (rows.length === 0) throw new TableError('no-rows');
  return { names: names.map((name) => name.trim()), rows: rows.map((row) => names.map((_, column) => row[column] ?? '')) };
}

/** The delimiter that the first line has most of, outside quotes. @param {string} text */
function delimiterOf(text) {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * @param {string} text
 * @param {string} delimiter
 * @param {number} firstLine number of the first line, for errors
 */
function records(text, delimiter, firstLine) {
  /** @type {string[][]} */
  const all = [];
  /** @type {string[]} */
  let record = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quoted(text, at, delimiter, firstLine) : plain(text, at, delimiter);
    record.push(value);
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      record.push('');
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    all.push(record);
    record = [];
  }
  return all;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {string} delimiter
 */
function plain(text, start, delimiter) {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

/**
 * A value in quotes; two quotes inside stand for one. Text after the closing quote is kept as part of the value.
 * @param {string} text
 * @param {number} start
 * @param {string} delimiter
 * @param {number} firstLine
 */
function quoted(text, start, delimiter, firstLine) {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    // Everything to the end of the file would become one value: rows would be lost without a word.
    if (quote === -1) throw new TableError('unclosed-quote', firstLine + (text.slice(0, start).match(/\r\n?|\n/g)?.length ?? 0));
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const { value: trailing, end } = plain(text, quote + 1, delimiter);
      return { value: value + trailing, end };
    }
    value += '"';
    at = quote + 2;
  }
}
