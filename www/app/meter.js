/** The meter of the segments, and the legend of the marks in the text. */

import { byId, element, replaceContent, setText } from './dom.js';
import { scriptName, t } from './language.js';
import { DETAILED } from './reading.js';

/** @typedef {import('./reading.js').Count} Count */
/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./state.js').State} State */
/** @typedef {import('./marks/card.js').MarkKind} MarkKind */

/** Segments with a bar of their own. */
const MAX_BARS = 20;

/** @param {Count} count @param {readonly { units: number, unitsPerSegment: number }[] | undefined} parts */
export function showMeter(count, parts) {
  const meter = byId('meter', HTMLElement);
  const bars = (parts ?? []).slice(0, MAX_BARS);
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
  if (more > 0 && bars.length > 0) meter.append(element('li', { class: 'meter-more' }, t('meterMore', { n: more })));
}

function newBar() {
  return element('li', { class: 'bar' }, element('span', { class: 'bar-track', 'aria-hidden': 'true' }), element('span', { class: 'bar-label' }));
}

/** The content of the legend, to leave it alone while nothing changes. */
let drawn = '';

/**
 * The marks of the text with their number, each a button that goes to the next one; one quiet line for a text in a script
 * that needs UCS-2.
 * @param {Reading} reading
 * @param {State} state
 * @param {ReturnType<typeof import('./editor/runs.js').runsOf> | null} runs `null` for a text too long to be marked, and for an empty one
 * @param {(kind: MarkKind) => void} next
 */
export function showLegend({ count, text }, { settings }, runs, next) {
  const legend = byId('legend', HTMLElement);
  /** @type {{ mark: MarkKind | '', label: string }[]} */
  const rows = [];
  if (text.length > DETAILED) rows.push({ mark: '', label: t('legendLong', { n: DETAILED }) });
  else if (runs !== null) {
    const { tally: { offender, double, torn, invisible, field }, script } = runs;
    if (script !== null && count.encoding === 'UCS-2') {
      const unless = settings.nationalLanguages === 'none' && NATIONAL.has(script) ? t('scriptUnless') : '';
      rows.push({ mark: '', label: [t('scriptQuiet', { script: scriptName(script) }), unless].filter(Boolean).join(' ') });
    }
    if (offender > 0) rows.push({ mark: 'offender', label: t('legendOffender', { n: offender }) });
    if (double > 0) rows.push({ mark: 'double', label: t('legendDouble', { n: double }) });
    if (torn > 0) rows.push({ mark: 'torn', label: t('legendTorn', { n: torn }) });
    if (invisible > 0) rows.push({ mark: 'invisible', label: t('legendInvisible', { n: invisible }) });
    if (field > 0) rows.push({ mark: '', label: t('legendFields', { n: field }) });
    else if (rows.length === 0 && text !== '' && count.encoding === 'GSM-7') rows.push({ mark: '', label: t('legendPlain') });
  }
  const key = JSON.stringify(rows);
  if (drawn === key) return;
  drawn = key;
  replaceContent(legend, ...rows.map(({ mark, label }) => element('li', {}, mark === ''
    ? label
    : element('button', { class: 'legend-mark', type: 'button', title: t('nextMark'), onclick: () => next(mark) },
      element('span', { class: `swatch is-${mark}`, 'aria-hidden': 'true' }), label))));
}

/** Scripts with national language tables (3GPP TS 23.038, Annex A), as ISO 15924 codes; Urdu's are for Arabic letters. */
const NATIONAL = new Set(['Beng', 'Gujr', 'Deva', 'Knda', 'Mlym', 'Orya', 'Guru', 'Taml', 'Telu', 'Arab']);
