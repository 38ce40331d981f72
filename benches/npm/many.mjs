/** `countMany` beside `count`: 100,000 texts of 160 characters, as strings and as lines of UTF-8. */

import { count, countMany } from 'septet';
import { measure, shown, times } from './support/measure.js';
import { texts } from './support/texts.js';

const TEXTS = 100_000;

const rows = [];
for (const kind of ['ASCII', 'Latin', 'extension 5 %', 'CJK', 'emoji']) {
  const different = texts(kind, 160, 1000);
  const list = Array.from({ length: TEXTS }, (_, index) => different[index % different.length]);
  const octets = new TextEncoder().encode(list.join('\n'));
  const total = list.reduce((sum, text) => sum + count(text).segments, 0);
  for (const counts of [countMany(list), countMany(octets)]) {
    if (counts.totalSegments !== total || counts.segments.length !== TEXTS) throw new Error(`countMany is wrong on ${kind}`);
  }
  const one = (input) => {
    let segments = 0;
    for (const text of input) segments += count(text).segments;
    return segments;
  };
  const ns = measure({ count: one, countMany, octets: () => countMany(octets) }, [list]);
  const cell = (name) => `${shown(ns[name] / TEXTS)} (${times(ns.count / ns[name])})`;
  rows.push({ texts: kind, count: shown(ns.count / TEXTS), countMany: cell('countMany'), 'countMany of a Uint8Array': cell('octets') });
}
console.log(JSON.stringify({ section: 'npm countMany', note: 'Time a text, for 100,000 texts of 160 UTF-16 units in one call; in brackets how much faster than one by one.', rows }));
