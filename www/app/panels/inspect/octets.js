/** The octets of each segment as they go over the air, the header taken apart. */

import { fill, make } from '../../dom.js';
import { languageName, t } from '../../language.js';
import { lazy } from '../../lazy.js';
import { optionsOf } from '../../reading.js';
import { refusal } from '../../refusal.js';
import { hex } from './characters.js';

/** @typedef {import('../../reading.js').Reading} Reading */
/** @typedef {import('../../state.js').Settings} Settings */
/** @typedef {typeof import('../../../septet/octets.js')} Octets */
/** @typedef {ReturnType<Octets['encodeUserData']>[number]} UserData */

/** Segments shown. */
const MOST = 12;
/** The reference number that the example octets carry; a sender counts it up. */
const REFERENCE = 0x2a;

/** The part of the package that makes octets. */
const octets = lazy(() => import('../../../septet/octets.js'));

/** Loads what makes octets, and says whether that was news. */
export const loadOctets = octets.load;

/**
 * @param {Reading} reading
 * @param {Settings} settings
 */
export function octetList({ text, refused }, settings) {
  const section = make('section', { class: 'stack', 'aria-labelledby': 'octets-title' });
  const title = make('h2', { id: 'octets-title' }, t('octetsTitle'));
  const encoder = octets.get();
  if (encoder === null) return section;
  const options = optionsOf(settings);
  let parts;
  try {
    parts = encoder.encodeUserData(text, { ...options, encoding: refused === null ? options.encoding : 'auto', reference: REFERENCE });
  } catch (error) {
    fill(section, title, make('p', { class: 'hint' }, t('octetsNone')), make('p', { class: 'hint' }, refusal(error)));
    return section;
  }
  fill(section, title, make('ol', { class: 'octets' }, ...parts.slice(0, MOST).map((part, index) => partOctets(part, index))),
    parts.length > MOST && make('p', { class: 'hint' }, t('segmentsShown', { n: MOST })));
  return section;
}

/**
 * @param {UserData} part
 * @param {number} index
 */
function partOctets({ dcs, udl, udh, octets: all, elements, concatenation, lockingShift, singleShift }, index) {
  const header = udh?.length ?? 0;
  const explained = elements.map(({ identifier, name, data }, place) => {
    let value = hex(data, 2);
    if (name?.startsWith('concatenation') && concatenation !== null) {
      value = t('concatenationIs', { reference: concatenation.reference, part: concatenation.sequence, total: concatenation.total });
    } else if (name === 'national language locking shift') value = languageName(lockingShift ?? '');
    else if (name === 'national language single shift') value = languageName(singleShift ?? '');
    return make('li', {},
      make('code', { class: `octet-run is-element-${place % 3}` }, hex([identifier, data.length, ...data], 2)),
      make('span', {}, `${t(elementName(name))}: ${value}`));
  });
  const runs = elements.map(({ identifier, data }, place) => make('span', { class: `octet-run is-element-${place % 3}` }, hex([identifier, data.length, ...data], 2)));
  return make('li', { class: 'card' },
    make('div', { class: 'card-head' },
      make('h3', {}, t('segmentTitle', { n: index + 1 })),
      make('span', { class: 'hint' }, t('octetsAre', { n: all.length }), ' · ', make('code', {}, `DCS ${hex([dcs], 2)}`), ' · ', make('code', {}, `UDL ${hex([udl], 2)}`))),
    make('p', { class: 'octet-dump', dir: 'ltr' },
      udh === null ? null : make('span', { class: 'octet-run is-length' }, hex(udh.slice(0, 1), 2)), udh === null ? null : ' ',
      ...runs.flatMap((run) => [run, ' ']), hex(all.slice(header), 2)),
    udh !== null && make('ul', { class: 'octet-legend' },
      make('li', {}, make('code', { class: 'octet-run is-length' }, hex(udh.slice(0, 1), 2)), make('span', {}, t('udhLength', { n: udh.length - 1 }))),
      ...explained));
}

/** @param {string | null} name @returns {import('../../language.js').Key} */
function elementName(name) {
  if (name?.startsWith('concatenation')) return 'elementConcatenation';
  if (name === 'national language locking shift') return 'elementLocking';
  return name === 'national language single shift' ? 'elementSingle' : 'elementOther';
}
