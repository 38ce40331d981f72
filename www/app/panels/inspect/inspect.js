/** The panel "Inspect": characters, octets, and copies for programs. */

import { explanations } from '../../advice.js';
import { copy } from '../../copy.js';
import { byId, element, replaceContent } from '../../dom.js';
import { t } from '../../language.js';
import { DETAILED } from '../../reading.js';
import { toCurl, toJson, toTwiml } from './formats.js';
import { loadNames } from '../../marks/names.js';
import { isMms } from '../../cost/cost.js';
import { loadOctets, octetList } from './octets.js';
import { characterTable } from './table.js';
import { announce } from '../../toast.js';

/** @typedef {import('../../reading.js').Reading} Reading */

/**
 * @param {Reading} reading
 * @param {import('../../state.js').State} state
 * @param {{ select: (start: number, end: number) => void, redraw: () => void }} actions
 */
export function showInspect(reading, state, { select, redraw }) {
  const { analysis, count, text } = reading;
  const { settings, media } = state;
  Promise.all([loadNames(), loadOctets()]).then((news) => news.includes(true) && redraw(), () => announce(t('notLoaded')));
  /** @type {[string, () => string | Promise<string>][]} */
  const copies = [
    [t('copyText'), () => text],
    ['JSON', () => toJson(reading, settings)],
    ['cURL', () => toCurl(text, isMms(state) ? media.length : 0)],
    ['TwiML', () => toTwiml(text)],
  ];
  const buttons = copies.map(([name, form]) => {
    const button = element('button', { class: 'button', type: 'button' }, name);
    button.addEventListener('click', () => copy(form, button));
    return button;
  });
  replaceContent(byId('panel-inspect', HTMLElement),
    element('div', { class: 'row', role: 'group', 'aria-label': t('copyAs') }, element('span', { class: 'hint' }, t('copyAs')), ...buttons),
    ...(analysis === null
      ? [element('p', { class: 'hint' }, t('tooLong', { n: DETAILED }))]
      : [characterTable(explanations(reading, settings), count.encoding, select), octetList(reading, settings)]));
}
