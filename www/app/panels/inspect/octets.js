/** The octets of each segment as they are transmitted, the header taken apart. */

import { element, replaceContent } from '../../dom.js';
import { languageName, t } from '../../language.js';
import { lazy } from '../../lazy.js';
import { optionsOf } from '../../reading.js';
import { refusal } from '../../refusal.js';
import { hex } from '../../marks/characters.js';

/** @typedef {import('../../reading.js').Reading} Reading */
/** @typedef {import('../../state.js').Settings} Settings */
/** @typedef {typeof import('septet/octets')} Octets */
/** @typedef {ReturnType<Octets['encodeUserData']>[number]} UserData */

/** Segments shown at most. */
const MAX_SEGMENTS = 12;
/** The reference number that the example octets carry; a sender counts it up. */
const REFERENCE = 0x2a;

/** The part of the package that makes octets. */
const octets = lazy(() => import('septet/octets'));

/** Loads the encoder; resolves to whether it is new. */
export const loadOctets = octets.load;

/**
 * @param {Reading} reading
 * @param {Settings} settings
 */
export function octetList({ text, refused }, settings) {
  const section = element('section', { class: 'stack', 'aria-labelledby': 'octets-title' });
  const title = element('h2', { id: 'octets-title' }, t('octetsTitle'));
  const encoder = octets.get();
  if (encoder === null) return section;
  const options = optionsOf(settings);
  let parts;
  try {
    parts = encoder.encodeUserData(text, { ...options, encoding: refused === null ? options.encoding : 'auto', reference: REFERENCE });
  } catch (error) {
    replaceContent(section, title, element('p', { class: 'hint' }, t('octetsNone')), element('p', { class: 'hint' }, refusal(error)));
    return section;
  }
  replaceContent(section, title, element('ol', { class: 'octets' }, ...parts.slice(0, MAX_SEGMENTS).map((part, index) => partOctets(part, index))),
    parts.length > MAX_SEGMENTS && element('p', { class: 'hint' }, t('segmentsShown', { n: MAX_SEGMENTS })));
  return section;
}

/**
 * @param {UserData} part
 * @param {number} index
 */
function partOctets({ dcs, udl, udh, octets: all, elements, concatenation, lockingShift, singleShift }, index) {
  const header = udh?.length ?? 0;
  const explained = elements.map(({ identifier, name, data }, position) => {
    let value = hex(data, 2);
    if (name?.startsWith('concatenation') && concatenation !== null) {
      value = t('concatenationIs', { reference: concatenation.reference, part: concatenation.sequence, total: concatenation.total });
    } else if (name === 'national language locking shift') value = languageName(lockingShift ?? '');
    else if (name === 'national language single shift') value = languageName(singleShift ?? '');
    return element('li', {},
      element('code', { class: `octet-run is-element-${position % 3}`, dir: 'ltr' }, hex([identifier, data.length, ...data], 2)),
      element('span', {}, `${t(elementName(name))}: ${value}`));
  });
  const runs = elements.map(({ identifier, data }, position) => element('span', { class: `octet-run is-element-${position % 3}` }, hex([identifier, data.length, ...data], 2)));
  return element('li', { class: 'card' },
    element('div', { class: 'card-head' },
      element('h3', {}, t('segmentTitle', { n: index + 1 })),
      element('span', { class: 'hint' }, t('octetsAre', { n: all.length }), ' · ', element('code', { dir: 'ltr' }, `DCS ${hex([dcs], 2)}`), ' · ', element('code', { dir: 'ltr' }, `UDL ${hex([udl], 2)}`))),
    element('p', { class: 'octet-dump', dir: 'ltr' },
      udh === null ? null : element('span', { class: 'octet-run is-length' }, hex(udh.slice(0, 1), 2)), udh === null ? null : ' ',
      ...runs.flatMap((run) => [run, ' ']), hex(all.slice(header), 2)),
    udh !== null && element('ul', { class: 'octet-legend' },
      element('li', {}, element('code', { class: 'octet-run is-length', dir: 'ltr' }, hex(udh.slice(0, 1), 2)), element('span', {}, t('udhLength', { n: udh.length - 1 }))),
      ...explained));
}

/** @param {string | null} name @returns {import('../../language.js').Key} */
function elementName(name) {
  if (name?.startsWith('concatenation')) return 'elementConcatenation';
  if (name === 'national language locking shift') return 'elementLocking';
  return name === 'national language single shift' ? 'elementSingle' : 'elementOther';
}
