/** One row per character: its name, its units, and the reason for them. */

import { element, replaceContent } from '../../dom.js';
import { number, t } from '../../language.js';
import { visible } from '../../actions/diff.js';
import { codeOf, hex, kindOf, signOf } from '../../marks/characters.js';
import { nameOf } from '../../marks/names.js';

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
  const body = element('tbody');
  const more = element('button', { class: 'button', type: 'button' }, t('showMore'));
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
  const heads = ['columnCharacter', 'columnCode', 'columnKind', 'columnUnits', 'columnOctets', 'columnSegment', 'columnWhy'];
  const table = element('table', { class: 'table' },
    element('caption', { class: 'visually-hidden' }, t('characters')),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, '#'), ...heads.map((key) => element('th', { scope: 'col' }, t(key))))),
    body);
  const wrapper = element('div', { class: 'table-wrapper', tabindex: 0, role: 'group', 'aria-label': t('characters') }, table);
  const part = element('div', { class: 'stack' });
  replaceContent(part, wrapper, more);
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
  return element('tr', mark === '' ? {} : { class: `is-${mark}` },
    element('td', { class: 'is-number' }, number(index + 1)),
    element('td', {}, element('button', {
      class: 'glyph', type: 'button', title: t('showInText'), 'aria-label': `${signOf(text)} ${t('showInText')}`, onclick: () => select(start, end),
    }, signOf(text))),
    element('td', {}, element('code', { dir: 'ltr' }, codeOf(codePoint))),
    element('td', {}, element('span', { class: 'name', lang: 'en' }, nameOf(codePoint)), element('span', { class: 'kind' }, kindOf(text))),
    element('td', { class: 'is-number' }, number(units)),
    element('td', {}, element('code', { dir: 'ltr' }, code)),
    element('td', { class: 'is-number' }, number(segment + 1)),
    element('td', {}, t(why(units, forcesUcs2, encoding)),
      alternative !== null && element('span', { class: 'kind' }, ` · ${t('instead')} `, element('ins', {}, visible(alternative.replacement) || t('removed')))));
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
