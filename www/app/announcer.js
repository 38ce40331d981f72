/** Tells screen readers that the number of segments or the encoding changed, once typing pauses. */

import { byId, setText } from './dom.js';
import { t } from './language.js';
import { whenQuiet } from './store.js';

/** @typedef {import('./reading.js').Count} Count */

const PAUSE = 900;

/** @returns {(count: Count) => void} */
export function createAnnouncer() {
  const status = byId('announcer', HTMLElement);
  let announced = '';
  return whenQuiet(PAUSE, (/** @type {Count} */ { segments, encoding, unitsRemaining }) => {
    const news = `${segments} ${encoding}`;
    if (news === announced) return;
    // The first count is on the page already when the reader comes to it.
    if (announced !== '') setText(status, t('announcement', { segments, encoding, remaining: unitsRemaining }));
    announced = news;
  });
}
