/** WebAssembly modules as the text of a script: what the build writes, the package reads. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MARK, tableOfRanges, writeByColumns, writer } from '../../pkg-template/inline.mjs';
import { fromColumns } from '../../pkg-template/lib/compile.js';
import { octetsOf } from '../../pkg-template/lib/inline.js';

/** Ranges as the properties of characters are kept in. */
const ranges = (rows) => new Uint8Array(Uint32Array.from({ length: 3 * rows }, (_, index) => {
  const n = Math.floor(index / 3);
  return [7 * n, 7 * n + n % 5, n % 13][index % 3];
}).buffer);

const octets = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

test('tables of ranges are found', () => {
  const found = (rows) => tableOfRanges(octets([0xFF, 0xFE, 0xFD], ranges(rows), [0xFF]));
  assert.deepEqual(found(1000), { start: 3, rows: 1000 });
  assert.deepEqual(found(63), { start: 0, rows: 0 });
});

const SAMPLES = {
  nothing: octets([]),
  zeros: new Uint8Array(10),
  'a table': octets(Buffer.from('\0asm'), [0xFF], ranges(500), [0xFF, 0xFF]),
  'every octet': Uint8Array.from({ length: 256 }, (_, octet) => octet),
  mixed: Uint8Array.from({ length: 10_000 }, (_, n) => (n * n) >> 3),
};

for (const [name, sample] of Object.entries(SAMPLES)) {
  test(`octets come back: ${name}`, () => {
    const write = writer([sample, Buffer.from('other octets')]);
    const text = write(sample);
    assert.deepEqual(Buffer.from(octetsOf(text)), Buffer.from(sample));
    assert.match(text, /^[ !#%-&(-;=-\[\]-_a-~]*$/, 'nothing that a string or a page has to escape');
    const byColumns = writeByColumns(write, sample);
    const [start, rows] = [-16, -8].map((at) => Number.parseInt(byColumns.slice(at, at + 8 || undefined), 16));
    const back = octetsOf(byColumns.slice(0, -16));
    fromColumns(back, start, rows);
    assert.deepEqual(Buffer.from(back), Buffer.from(sample));
  });
}

test('frequent octets take one character, and letters are themselves', () => {
  const sample = octets(new Uint8Array(100).fill(7), Buffer.from('Words'));
  const text = writer([sample])(sample);
  assert.equal(text.length, MARK.length + 64 + sample.length);
  assert.ok(text.endsWith('Words'));
});
