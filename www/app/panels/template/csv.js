/** Comma-separated values (RFC 4180), also with semicolons, tabs or bars, as spreadsheets write them. */

/**
 * @typedef {object} Table
 * @property {string[]} names of the columns, from the first line
 * @property {string[][]} rows as many values as there are names in each
 */

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The text of a file: UTF-8, or UTF-16 by its mark, or else Windows-1252, which older spreadsheets write.
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
 */
export function parse(text) {
  const [names = [], ...rows] = records(text, delimiterOf(text));
  return {
    names: names.map((name) => name.trim()),
    rows: rows
      .filter((row) => row.length > 1 || row[0] !== '')
      .map((row) => names.map((_, column) => row[column] ?? '')),
  };
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
 */
function records(text, delimiter) {
  /** @type {string[][]} */
  const all = [];
  /** @type {string[]} */
  let record = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quoted(text, at) : plain(text, at, delimiter);
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
 * A value in quotes: two quotes inside stand for one. Text after the closing quote belongs to the value, for want of
 * anything better; a missing closing quote ends with the file.
 * @param {string} text
 * @param {number} start
 */
function quoted(text, start) {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = /[^,;\t|\r\n]*/y;
      rest.lastIndex = quote + 1;
      const trailing = rest.exec(text)?.[0] ?? '';
      return { value: value + trailing, end: quote + 1 + trailing.length };
    }
    value += '"';
    at = quote + 2;
  }
}
