/** What the package warns of, below the text, each with its fix if there is one. */

import { byId, fill, make } from './dom.js';
import { t } from './language.js';
import { applied } from './panels/save/diff.js';

/** @typedef {import('./reading.js').Reading} Reading */

/** @param {{ replace: (text: string) => void, select: (start: number, end: number) => void }} actions */
export function createWarnings({ replace, select }) {
  const list = byId('warnings', HTMLElement);
  /** What is warned of now: buttons outlive the text that they were made for. @type {Reading | null} */
  let latest = null;
  const warningOf = (/** @type {string} */ code) => latest?.analysis?.warnings.find((warning) => warning.code === code);

  function show(/** @type {string} */ code) {
    const [first] = warningOf(code)?.ranges ?? [];
    if (first !== undefined) select(first.start, first.end);
  }
  function mend(/** @type {string} */ code) {
    const fix = warningOf(code)?.fix;
    if (latest !== null && fix) replace(applied(latest.text, fix));
  }

  /** @param {Reading} reading */
  return (reading) => {
    latest = reading;
    const wanted = (reading.analysis?.warnings ?? []).map(({ code, ranges, fix }) => (
      { code, sentence: t(`warning-${code}`, { n: ranges.length }), hasPlace: ranges.length > 0, hasFix: fix !== null }));
    const drawn = JSON.stringify([wanted, t('fix')]);
    // Unchanged warnings stay: they cost no layout, and the focus on their buttons is not lost.
    if (list.dataset['drawn'] === drawn) return;
    list.dataset['drawn'] = drawn;
    list.hidden = wanted.length === 0;
    fill(list, ...wanted.map(({ code, sentence, hasPlace, hasFix }) => make('li', { class: 'warning', 'data-code': code },
      make('span', {}, sentence),
      make('span', { class: 'warning-actions' },
        hasPlace && make('button', { class: 'button is-quiet', type: 'button', onclick: () => show(code) }, t('showInText')),
        hasFix && make('button', { class: 'button', type: 'button', onclick: () => mend(code) }, t('fix'))))));
  };
}
