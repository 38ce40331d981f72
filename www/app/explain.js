/** Plain explanations of the figures, one tap away. */

import { byId, element } from './dom.js';
import { languageName, t } from './language.js';
import { anchorOf, showPopover } from './popover.js';

/** @typedef {import('./reading.js').Count} Count */

/** Explains a figure when it is pressed. @param {() => Count} count */
export function explainFigures(count) {
  byId('figures', HTMLElement).addEventListener('click', ({ target }) => {
    const figure = target instanceof Element ? target.closest('button') : null;
    if (figure === null) return;
    const sentences = explanationOf(figure.dataset['explain'] ?? '', count());
    showPopover(anchorOf(figure), { label: figure.textContent ?? '', focus: figure },
      element('h3', {}, figure.textContent), ...sentences.map((sentence) => element('p', {}, sentence)));
  });
}

/** @param {string} figure @param {Count} count @returns {string[]} */
function explanationOf(figure, { encoding, unitsPerSegment, segments, lockingShift, singleShift }) {
  const language = lockingShift ?? singleShift;
  const isGsm7 = encoding === 'GSM-7';
  switch (figure) {
    case 'encoding': return [t(isGsm7 ? 'explainGsm7' : 'explainUcs2'), language === null ? '' : t('explainTables', { language: languageName(language) })].filter(Boolean);
    case 'units': return [t(isGsm7 ? 'explainSeptets' : 'explainUnits')];
    case 'characters': return [t('explainCharacters')];
    default: return [segments === 1
      ? t('explainOne', { n: unitsPerSegment, more: isGsm7 ? 153 : 67 })
      : t('explainMany', { n: unitsPerSegment, alone: isGsm7 ? 160 : 70 })];
  }
}
