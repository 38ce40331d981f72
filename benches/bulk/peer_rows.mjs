/** Segments of the first rows of a campaign, by an npm package: what a script in Node does. */

import { readSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';

const [, , path, rows, name] = process.argv;
const require = createRequire(new URL('../npm/package.json', import.meta.url));
const peer = require(name);
const COUNT = {
  '@trt2/gsm-charset-utils': (text) => peer.getCharCount(text).msgCount,
  'split-sms': (text) => peer.split(text, { summary: true }).parts.length,
  'sms-segments-calculator': (text) => new peer.SegmentedMessage(text).segmentsCount,
};

// No row of a campaign has 1,000 octets.
const buffer = Buffer.alloc(Number(rows) * 1000);
const text = buffer.toString('utf8', 0, readSync(openSync(path), buffer));
let segments = 0;
let left = Number(rows);
for (const [column, cell] of cells(text)) {
  if (column !== 5 || cell === 'text') continue;
  if (left-- === 0) break;
  segments += COUNT[name](cell);
}
console.log(segments);

/** The cells of CSV, each with the number of its column. */
function* cells(csv) {
  let column = 0;
  for (let at = 0; at < csv.length; ) {
    let cell;
    if (csv[at] === '"') {
      let end = at + 1;
      while (csv[end] !== '"' || csv[end + 1] === '"') end += csv[end] === '"' ? 2 : 1;
      cell = csv.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      let end = at;
      while (csv[end] !== ',' && csv[end] !== '\n') end += 1;
      cell = csv.slice(at, end);
      at = end;
    }
    yield [column, cell];
    column = csv[at] === '\n' ? 0 : column + 1;
    at += 1;
  }
}
