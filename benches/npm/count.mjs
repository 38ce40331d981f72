/** `count` beside every published package and a loop written by hand, in Node and in headless Chromium. */

import { compare } from './support/compare.js';
import { inChromium } from './support/chromium.js';
import { shown, times } from './support/measure.js';

const NOTE = 'Time a call of `count`, each beside it with its time as a multiple of ours (above 1×: septet is faster). Wrong answers are struck out: '
  + 'the answer expected is that of an independent loop that never cuts an escape pair or a surrogate pair.';

/** The classes of text in the plots. */
const SHOWN = ['160 ASCII', '160 Latin', '160 CJK', '1,000 extension 5 %'];

for (const [place, results] of [['Node', compare()], ['headless Chromium', await inChromium()]]) {
  section(`npm count in ${place}`, results);
  plot(`npm-count-${place.split(' ').at(-1).toLowerCase()}`, `Time of one count in ${place}`, results);
}

function section(name, results) {
  const rows = results.map(({ name: kind, length, wrong, ns }) => ({
    text: title(kind, length),
    septet: shown(ns.septet),
    ...Object.fromEntries(Object.keys(results[0].ns).filter((rival) => rival !== 'septet').map((rival) => [rival, cell(rival, wrong, ns)])),
  }));
  console.log(JSON.stringify({ section: name, note: NOTE, rows }));
}

function plot(name, heading, results) {
  const kind = (rival, wrong) => {
    if (wrong.includes(rival)) return 'wrong';
    return { septet: 'ours', 'hand-written loop': 'limit' }[rival] ?? 'rival';
  };
  const groups = results.filter(({ name, length }) => SHOWN.includes(title(name, length))).map(({ name, length, wrong, ns }) => ({
    name: `${title(name, length)} characters`,
    bars: Object.keys(ns).map((rival) => ({
      name: rival,
      value: ns[rival],
      label: rival === 'septet' ? shown(ns[rival]) : `${shown(ns[rival])} (${times(ns[rival] / ns.septet)})`,
      kind: kind(rival, wrong),
    })),
  }));
  const note = 'nanoseconds, each line ten times the one before; shorter is faster; hollow: a rival whose answers are wrong';
  console.log(JSON.stringify({ plot: name, title: heading, note, scale: 'log', groups }));
}

/** `1,000 ASCII` */
function title(kind, length) {
  return `${length.toLocaleString('en')} ${kind}`;
}

function cell(rival, wrong, ns) {
  if (ns[rival] === undefined) return null;
  const text = `${shown(ns[rival])} (${times(ns[rival] / ns.septet)})`;
  return wrong.includes(rival) ? `~~${text}~~` : text;
}
