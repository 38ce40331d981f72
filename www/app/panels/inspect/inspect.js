/** The panel "Inspect": characters, octets, and copies for programs. */

import { explanations } from '../../advice.js';
import { copy } from '../../copy.js';
import { byId, fill, make } from '../../dom.js';
import { t } from '../../language.js';
import { DETAILED } from '../../reading.js';
import { toCurl, toJson, toTwiml } from './formats.js';
import { loadNames } from './names.js';
import { loadOctets, octetList } from './octets.js';
import { characterTable } from './table.js';

/** @typedef {import('../../reading.js').Reading} Reading */
/** @typedef {import('../../state.js').Settings} Settings */

/**
 * @param {Reading} reading
 * @param {Settings} settings
 * @param {{ select: (start: number, end: number) => void, say: (sentence: string) => void, redraw: () => void }} actions
 */
export function showInspect(reading, settings, { select, say, redraw }) {
  const { analysis, count, text } = reading;
  void Promise.all([loadNames(), loadOctets()]).then((news) => news.includes(true) && redraw());
  /** @type {[string, () => string | Promise<string>][]} */
  const copies = [
    [t('copyText'), () => text],
    ['JSON', () => toJson(reading, settings)],
    ['cURL', () => toCurl(text)],
    ['TwiML', () => toTwiml(text)],
  ];
  const buttons = copies.map(([name, form]) => {
    const button = make('button', { class: 'button', type: 'button' }, name);
    button.addEventListener('click', () => copy(form, button, say));
    return button;
  });
  fill(byId('panel-inspect', HTMLElement),
    make('div', { class: 'row', role: 'group', 'aria-label': t('copyAs') }, make('span', { class: 'hint' }, t('copyAs')), ...buttons),
    ...(analysis === null
      ? [make('p', { class: 'hint' }, t('tooLong', { n: DETAILED }))]
      : [characterTable(explanations(reading, settings), count.encoding, select), octetList(reading, settings)]));
}
