/** The four figures above the text, the meter below it, and the legend of its marks. */

import { byId, fill, make, setText } from './dom.js';
import { languageName, number, t } from './language.js';
import { DETAILED } from './reading.js';

/** @typedef {import('./reading.js').Count} Count */
/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./editor/runs.js').Tally} Tally */

/** Segments with a bar of their own. */
const MOST_BARS = 20;

/** @returns {(count: Count) => void} shows the figures; what a key waits for, so only what changed is touched */
export function createFigures() {
  const figures = byId('figures', HTMLElement);
  const [showSegments, showEncoding, showUnits, showRemaining] = [figure('segments'), figure('encoding'), figure('units'), figure('remaining')];
  return ({ segments, encoding, units, unitsRemaining, lockingShift, singleShift }) => {
    const language = lockingShift ?? singleShift;
    showSegments(number(segments));
    showEncoding(language === null ? encoding : `${encoding} · ${languageName(language)}`);
    showUnits(number(units));
    showRemaining(number(unitsRemaining));
    if (figures.dataset['encoding'] !== encoding) figures.dataset['encoding'] = encoding;
  };
}

/** @param {string} name @returns {(text: string) => void} */
function figure(name) {
  const element = byId(`figure-${name}`, HTMLElement);
  // Asking the page for what it shows takes longer than to know it.
  let shown = '';
  return (text) => {
    if (text === shown) return;
    shown = text;
    setText(element, text);
  };
}

/** @param {Count} count @param {readonly { units: number, unitsPerSegment: number }[] | undefined} parts */
export function showMeter(count, parts) {
  const meter = byId('meter', HTMLElement);
  const bars = (parts ?? []).slice(0, MOST_BARS);
  const shownBars = [...meter.querySelectorAll('li.bar')];
  bars.forEach(({ units, unitsPerSegment }, index) => {
    const bar = shownBars[index] ?? newBar();
    if (bar.parentNode === null) meter.append(bar);
    const label = t('meterOf', { used: units, all: unitsPerSegment });
    if (bar instanceof HTMLElement && bar.textContent !== label) {
      const [track, text] = bar.children;
      if (track instanceof HTMLElement) track.style.setProperty('--fill', String(units / unitsPerSegment));
      if (text !== undefined) setText(text, label);
    }
  });
  for (const bar of shownBars.slice(bars.length)) bar.remove();
  meter.querySelector('.meter-more')?.remove();
  const more = count.segments - bars.length;
  if (more > 0) meter.append(make('li', { class: 'meter-more' }, t('meterMore', { n: more })));
}

function newBar() {
  return make('li', { class: 'bar' }, make('span', { class: 'bar-track', 'aria-hidden': 'true' }), make('span', { class: 'bar-label' }));
}

/**
 * @param {Reading} reading
 * @param {Tally | null} tally nothing for a text without marks because it is too long
 */
export function showLegend({ count, text }, tally) {
  const legend = byId('legend', HTMLElement);
  if (tally === null) {
    fill(legend, make('li', {}, t('legendLong', { n: DETAILED })));
    return;
  }
  /** @type {[string, import('./language.js').Key, number][]} */
  const rows = [
    ['offender', 'legendOffender', tally.offender],
    ['double', 'legendDouble', tally.double],
    ['torn', 'legendTorn', tally.torn],
    ['cut', 'legendCut', count.segments - 1],
  ];
  const seen = rows.filter(([, , n]) => n > 0).map(([mark, key, n]) => ({ mark, label: t(key, { n }) }));
  if (seen.length === 0 && text !== '' && count.encoding === 'GSM-7') seen.push({ mark: '', label: t('legendPlain') });
  if ([...legend.children].map((item) => item.textContent).join() === seen.map(({ label }) => label).join()) return;
  fill(legend, ...seen.map(({ mark, label }) => make('li', {},
    mark !== '' && make('span', { class: `swatch is-${mark}`, 'aria-hidden': 'true' }), label)));
}
