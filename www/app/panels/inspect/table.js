/** One row for each character: what it is, what it takes, and why. */

import { fill, make } from '../../dom.js';
import { number, t } from '../../language.js';
import { visible } from '../save/diff.js';
import { codeOf, hex, kindOf, signOf } from './characters.js';
import { nameOf } from './names.js';

/** @typedef {import('../../advice.js').Explanation} Explanation */
/** @typedef {import('../../reading.js').Count['encoding']} Encoding */

/** Rows added at a time. */
const PAGE = 100;

/**
 * @param {readonly Explanation[]} characters
 * @param {Encoding} encoding of the whole text
 * @param {(start: number, end: number) => void} select shows a character in the text
 */
export function characterTable(characters, encoding, select) {
  const body = make('tbody');
  const more = make('button', { class: 'button', type: 'button' }, t('showMore'));
  let rows = 0;
  function addPage() {
    const page = characters.slice(rows, rows + PAGE);
    body.append(...page.map((character, index) => row(character, rows + index, encoding, select)));
    rows += page.length;
    more.hidden = rows >= characters.length;
  }
  more.addEventListener('click', addPage);
  addPage();
  /** @type {import('../../language.js').Key[]} */
  const heads = ['columnCharacter', 'columnCode', 'columnKind', 'units', 'columnOctets', 'columnSegment', 'columnWhy'];
  const table = make('table', { class: 'table' },
    make('caption', { class: 'visually-hidden' }, t('characters')),
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, '#'), ...heads.map((key) => make('th', { scope: 'col' }, t(key))))),
    body);
  const wrapper = make('div', { class: 'table-wrapper', tabindex: 0, role: 'group', 'aria-label': t('characters') }, table);
  const part = make('div', { class: 'stack' });
  fill(part, wrapper, more);
  return part;
}

/**
 * @param {Explanation} character
 * @param {number} index
 * @param {Encoding} encoding
 * @param {(start: number, end: number) => void} select
 */
function row({ text, start, end, codePoint, units, septets, segment, forcesUcs2, alternative }, index, encoding, select) {
  const code = septets === null ? hex(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)), 4) : hex(septets, 2);
  const mark = forcesUcs2 ? 'offender' : units === 2 ? 'double' : '';
  return make('tr', mark === '' ? {} : { class: `is-${mark}` },
    make('td', { class: 'is-number' }, number(index + 1)),
    make('td', {}, make('button', {
      class: 'glyph', type: 'button', title: t('showInText'), 'aria-label': `${signOf(text)} ${t('showInText')}`, onclick: () => select(start, end),
    }, signOf(text))),
    make('td', {}, make('code', {}, codeOf(codePoint))),
    make('td', {}, make('span', { class: 'name', lang: 'en' }, nameOf(codePoint)), make('span', { class: 'kind' }, kindOf(text))),
    make('td', { class: 'is-number' }, number(units)),
    make('td', {}, make('code', {}, code)),
    make('td', { class: 'is-number' }, number(segment + 1)),
    make('td', {}, t(why(units, forcesUcs2, encoding)),
      alternative !== null && make('span', { class: 'kind' }, ` · ${t('instead')} `, make('ins', {}, visible(alternative.replacement) || t('removed')))));
}

/**
 * @param {number} units
 * @param {boolean} forcesUcs2
 * @param {Encoding} encoding
 * @returns {import('../../language.js').Key}
 */
function why(units, forcesUcs2, encoding) {
  if (forcesUcs2) return 'whyForces';
  if (encoding === 'GSM-7') return units === 2 ? 'whyEscaped' : 'whyBasic';
  return units === 2 ? 'whyPair' : 'whyUnit';
}
