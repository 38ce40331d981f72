/** `count` beside every published package and a loop written by hand, in Node and in headless Chromium. */

import { compare } from './support/compare.js';
import { inChromium } from './support/chromium.js';
import { shown, times } from './support/measure.js';

const NOTE = 'Time a call of `count`, each beside it with its time as a multiple of ours (above 1×: septet is faster). Wrong answers are struck out: '
  + 'the answer expected is that of an independent loop that never cuts an escape pair or a surrogate pair.';

section('npm count in Node', compare());
section('npm count in headless Chromium', await inChromium());

function section(name, results) {
  const rows = results.map(({ name: kind, length, wrong, ns }) => ({
    text: `${length.toLocaleString('en')} ${kind}`,
    septet: shown(ns.septet),
    ...Object.fromEntries(Object.keys(results[0].ns).filter((rival) => rival !== 'septet').map((rival) => [rival, cell(rival, wrong, ns)])),
  }));
  console.log(JSON.stringify({ section: name, note: NOTE, rows }));
}

function cell(rival, wrong, ns) {
  if (ns[rival] === undefined) return null;
  const text = `${shown(ns[rival])} (${times(ns[rival] / ns.septet)})`;
  return wrong.includes(rival) ? `~~${text}~~` : text;
}
