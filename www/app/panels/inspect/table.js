/** One row for each character: what it is, what it takes, and why. */

import { fill, make } from '../../dom.js';
import { number, t } from '../../language.js';
import { codeOf, hex, kindOf, signOf } from './characters.js';
import { nameOf } from './names.js';

/** @typedef {import('../../reading.js').Analysis} Analysis */
/** @typedef {Analysis['characters'][number]} Character */

/** Rows added at a time. */
const PAGE = 100;

/**
 * @param {Analysis} analysis
 * @param {(start: number, end: number) => void} select shows a character in the text
 */
export function characterTable(analysis, select) {
  const { characters, encoding } = analysis;
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
 * @param {Character} character
 * @param {number} index
 * @param {Analysis['encoding']} encoding
 * @param {(start: number, end: number) => void} select
 */
function row({ text, start, end, codePoint, units, septets, segment, forcesUcs2 }, index, encoding, select) {
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
    make('td', {}, t(why(units, forcesUcs2, encoding))));
}

/**
 * @param {number} units
 * @param {boolean} forcesUcs2
 * @param {Analysis['encoding']} encoding
 * @returns {import('../../language.js').Key}
 */
function why(units, forcesUcs2, encoding) {
  if (forcesUcs2) return 'whyForces';
  if (encoding === 'GSM-7') return units === 2 ? 'whyEscaped' : 'whyBasic';
  return units === 2 ? 'whyPair' : 'whyUnit';
}
