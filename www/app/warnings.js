/** What the package warns of, below the text, each with its fix if there is one. */

import { byId, fill, make } from './dom.js';
import { isKey, t } from './language.js';
import { applied } from './panels/save/diff.js';

/** @typedef {import('./reading.js').Reading} Reading */

/**
 * @param {Reading} reading
 * @param {{ replace: (text: string) => void, select: (start: number, end: number) => void }} actions
 */
export function showWarnings({ analysis, text }, { replace, select }) {
  const list = byId('warnings', HTMLElement);
  if (list.hidden && (analysis === null || analysis.warnings.length === 0)) return;
  const items = (analysis?.warnings ?? []).map(({ code, message, ranges, fix }) => {
    const key = `warning-${code}`;
    const [first] = ranges;
    return make('li', { class: 'warning', 'data-code': code },
      make('span', {}, isKey(key) ? t(key, { n: ranges.length }) : message),
      make('span', { class: 'warning-actions' },
        first !== undefined && make('button', { class: 'button is-quiet', type: 'button', onclick: () => select(first.start, first.end) }, t('showInText')),
        fix !== null && make('button', {
          class: 'button', type: 'button', onclick: () => replace(applied(text, fix)),
        }, t('fix'))));
  });
  list.hidden = items.length === 0;
  fill(list, ...items);
}
