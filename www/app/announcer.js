/** What a screen reader says by itself: only that the number of segments or the encoding changed, once typing pauses. */

import { byId, setText } from './dom.js';
import { t } from './language.js';
import { whenQuiet } from './store.js';

/** @typedef {import('./reading.js').Count} Count */

const PAUSE = 900;

export function createAnnouncer() {
  const status = byId('announcer', HTMLElement);
  let said = '';
  const announce = whenQuiet(PAUSE, (/** @type {Count} */ { segments, encoding, unitsRemaining }) => {
    const what = `${segments} ${encoding}`;
    if (what === said) return;
    // The first count is on the page already when the reader comes to it.
    if (said !== '') setText(status, t('announcement', { segments, encoding, remaining: unitsRemaining }));
    said = what;
  });
  return {
    count: announce,
    /** Says something at once, as the answer to what was just done. @param {string} sentence */
    say(sentence) {
      setText(status, sentence);
    },
  };
}
