/**
 * Octets as the text of a script: a WebAssembly module that comes with it. The reader is `lib/inline.js`.
 *
 * Base64 tears the octets of an instruction apart, so that a compressed script is a third larger than the compressed module; here an
 * octet is one character or two, and the script a fortieth larger. Letters stand for themselves, so that compression finds the words
 * of a language, and all modules are written in one alphabet, so that it finds what two of them have in common.
 *
 * A table of ranges, as Unicode's properties are kept in, compresses to half if it goes column by column, each range written as its
 * distance from the one before it.
 *
 * Why the reader gets the same octets back: the bits after the mark say which octets are one character, and reader and writer assign
 * the remaining characters and pairs in the same order, by octet. The two characters that begin a pair stand for nothing else, so a
 * text divides into octets in one way only. Columns are the same octets in another order, and a distance is the difference of
 * two sorted numbers, so neither loses anything. `tests/tools/inline.test.mjs` writes and reads samples.
 */

/** The beginning of each text, so that tools can find it in a bundle. */
export const MARK = 'wasm ';

const ALL = Array.from({ length: 256 }, (_, octet) => octet);

/** Characters that a string literal of any kind, and a page's `<script>`, can have without an escape. */
const PLAIN = ALL.filter((octet) => octet >= 0x20 && octet < 0x7F && !'"\'`\\<$'.includes(String.fromCharCode(octet)));

/**
 * The writer of these modules: their frequent octets are one character, itself if it is plain; each of the others is two, the first
 * one of two that begin nothing else.
 * @param {Uint8Array[]} modules
 * @returns {(octets: Uint8Array) => string} after the mark a bit for each octet that is one character, in hexadecimal; then the octets
 */
export function writer(modules) {
  const counts = ALL.map(() => 0);
  for (const octet of modules.flatMap((module) => [...module])) counts[octet]++;
  const singles = new Set([...ALL].sort((one, other) => counts[other] - counts[one]).slice(0, PLAIN.length - 2));
  const free = PLAIN.filter((octet) => !singles.has(octet));
  const [one, other] = free.splice(-2);
  const pairs = [one, other].flatMap((first) => PLAIN.map((second) => String.fromCharCode(first, second)));
  const words = ALL.map((octet) => {
    if (!singles.has(octet)) return pairs.shift();
    return String.fromCharCode(PLAIN.includes(octet) ? octet : free.shift());
  });
  const digits = Array.from({ length: 64 }, (_, digit) => [0, 1, 2, 3].reduce((bits, bit) => bits * 2 + Number(singles.has(4 * digit + bit)), 0).toString(16));
  return (octets) => MARK + digits.join('') + Array.from(octets, (octet) => words[octet]).join('');
}

/**
 * A text with its table of ranges column by column; the table's offset and number of rows come last, in eight hexadecimal digits each.
 * @param {(octets: Uint8Array) => string} write @param {Uint8Array} octets
 */
export function writeByColumns(write, octets) {
  const { start, rows } = tableOfRanges(octets);
  const table = intoColumns(octets.subarray(start, start + ROW * rows));
  const columns = Buffer.concat([octets.subarray(0, start), table, octets.subarray(start + ROW * rows)]);
  return write(columns) + [start, rows].map((number) => number.toString(16).padStart(8, '0')).join('');
}

/** Octets of a row of a table: the beginning and the end of a range and a small number, in 32 bits each. */
const ROW = 12;
/** The smallest number of rows that is worth it. */
const MIN_ROWS = 64;

/** The three words of a row. @param {DataView} view @param {number} at */
const words = (view, at) => [0, 4, 8].map((offset) => view.getUint32(at + offset, true));
const viewOf = (/** @type {Uint8Array} */ octets) => new DataView(octets.buffer, octets.byteOffset, octets.byteLength);

/** The offset and the rows of the longest table of ranges; no rows if there is none. @param {Uint8Array} octets */
export function tableOfRanges(octets) {
  const view = viewOf(octets);
  let longest = { start: 0, rows: 0 };
  for (let start = 0; start + ROW <= octets.length;) {
    let rows = 0;
    for (let end = -1; start + ROW * (rows + 1) <= octets.length; rows++) {
      const [from, to, number] = words(view, start + ROW * rows);
      if (!(end < from && from <= to && to < 0x11_0000 && number < 32)) break;
      end = to;
    }
    if (rows >= MIN_ROWS && rows > longest.rows) longest = { start, rows };
    // Within a long table every shorter one is a part of it.
    start += rows >= MIN_ROWS ? ROW * rows : 1;
  }
  return longest;
}

/** The first octets of all rows, then all second ones, …; each range as its distance from the one before and its length. @param {Uint8Array} table */
function intoColumns(table) {
  const [rows, view] = [table.length / ROW, viewOf(table)];
  const columns = new Uint8Array(table.length);
  for (let row = 0, end = 0; row < rows; row++) {
    const [from, to, number] = words(view, ROW * row);
    const octets = new Uint8Array(Uint32Array.of(from - end, to - from, number).buffer);
    octets.forEach((octet, column) => { columns[column * rows + row] = octet; });
    end = to;
  }
  return columns;
}
