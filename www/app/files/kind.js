/** File types by their first bytes: names and declared types are often wrong. */

/** @typedef {'workbook' | 'old-workbook' | 'other-workbook' | 'table' | 'media'} FileKind */

/** Bytes read from each end of a file. */
const SAMPLE = 8192;
/** Length of a zip file's end record with the longest comment, plus room for the directory of a workbook. */
const TAIL = 70_000;

/**
 * @param {Blob} file
 * @returns {Promise<FileKind>}
 */
export async function kindOf(file) {
  const start = new Uint8Array(await file.slice(0, SAMPLE).arrayBuffer());
  if (beginsWith(start, [0x50, 0x4b, 0x03, 0x04])) {
    // The directory of a zip file is at its end; its names are plain text.
    const names = latin(start) + latin(new Uint8Array(await file.slice(-TAIL).arrayBuffer()));
    if (names.includes('xl/workbook.xml')) return 'workbook';
    return /opendocument\.spreadsheet|xl\/workbook\.bin|Index\/Tables/.test(names) ? 'other-workbook' : 'media';
  }
  // The container of .xls, and of .doc and .ppt: none of them can be sent as MMS either.
  if (beginsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) return 'old-workbook';
  return isTableText(start) ? 'table' : 'media';
}

/** @param {Uint8Array} octets @param {readonly number[]} signature */
function beginsWith(octets, signature) {
  return signature.every((octet, index) => octets[index] === octet);
}

/** @param {Uint8Array} octets */
function latin(octets) {
  return new TextDecoder('latin1').decode(octets);
}

/** Texts that are sent as media: contacts, calendars, pictures and pages in markup, RTF, PDF. */
const MARKED = /^\s*(?:BEGIN:V|<(?:\?xml|svg|!doctype|html)|\{\\rtf|%PDF|#!AMR)/i;

/** Returns true for text that is not one of the media types written as text. An empty file counts as an empty table. @param {Uint8Array} start */
function isTableText(start) {
  const isUtf16 = beginsWith(start, [0xff, 0xfe]) || beginsWith(start, [0xfe, 0xff]);
  if (isUtf16) return true;
  // Control characters other than tab, line feed, form feed, carriage return and Ctrl-Z do not occur in text.
  const isText = start.every((octet) => octet >= 0x20 || (octet >= 0x09 && octet <= 0x0d) || octet === 0x1a);
  return isText && !MARKED.test(latin(start.slice(0, 256)).replace(/^\u00ef\u00bb\u00bf/, ''));
}
