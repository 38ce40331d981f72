/** Smart encoding by hand: a set of rules, every change they would make, and the choice of all or one at a time. */

import { remaining, replacements } from '../../advice.js';
import { costOf, fromTo } from '../../cost.js';
import { fill, make } from '../../dom.js';
import { arrow, number, t } from '../../language.js';
import { CHOICES } from '../../state.js';
import { applied, diff, visible } from './diff.js';

/** @typedef {import('../../language.js').Key} Key */
/** @typedef {import('../../reading.js').Reading} Reading */
/** @typedef {import('../../state.js').Rules} Rules */
/** @typedef {import('../../state.js').State} State */
/** @typedef {import('./diff.js').Substitution} Substitution */

/** Characters named that no rule replaces. */
const MOST_RESIDUE = 12;

/** @type {Record<Rules, Key>} */
const NAMES = {
  typography: 'rulesTypography', compatibility: 'rulesCompatibility', transliteration: 'rulesTransliteration', twilio: 'rulesTwilio', telnyx: 'rulesTelnyx',
};

/**
 * @param {Reading} reading
 * @param {State} state
 * @param {{ choose: (rules: Rules) => void, replace: (text: string) => void }} actions
 */
export function smartEncoding({ text }, { settings, rules, price }, { choose, replace }) {
  const select = make('select', { class: 'select', id: 'rules' },
    ...CHOICES.rules.map((value) => make('option', { value, selected: value === rules }, t(NAMES[value]))));
  select.addEventListener('change', () => choose(CHOICES.rules[select.selectedIndex] ?? rules));
  const section = make('section', { class: 'stack', id: 'smart', 'aria-labelledby': 'smart-title' });
  const { substitutions, before, after } = replacements(text, rules, settings);
  const residue = remaining(applied(text, substitutions), settings).slice(0, MOST_RESIDUE);
  const groups = grouped(substitutions);
  const saving = after.segments < before.segments ? costOf(before.segments - after.segments, price) : null;
  fill(section,
    make('h2', { id: 'smart-title' }, t('smartTitle')),
    make('div', { class: 'row is-wide' },
      make('div', { class: 'field' }, make('label', { for: 'rules' }, t('rules')), select),
      substitutions.length > 0 && make('p', { class: after.segments < before.segments ? 'gain' : 'gain is-none' }, ...fromTo(before.segments, after.segments),
        saving !== null && make('span', { class: 'chip' }, t('savesMoney', { money: saving }))),
      substitutions.length > 0 && make('button', {
        class: 'button', type: 'button', id: 'apply-all', onclick: () => replace(applied(text, substitutions)),
      }, t('applyAll', { n: substitutions.length }))),
    substitutions.length === 0
      ? make('p', { class: 'hint' }, t('smartNothing'))
      : diff(text, substitutions),
    residue.length > 0 && substitutions.length > 0 && make('p', { class: 'hint' }, t('residue'), ...residue.flatMap((character) => [' ', make('span', { class: 'mark is-offender' }, visible(character))])),
    groups.length > 0 && make('ul', { class: 'swaps', 'aria-label': t('oneByOne') }, ...groups.map((group) => swap(group, () => replace(applied(text, group))))));
  return section;
}

/**
 * @param {readonly Substitution[]} group
 * @param {() => void} apply
 */
function swap(group, apply) {
  const [first] = group;
  if (first === undefined) return make('li');
  const replacement = first.replacement === '' ? t('removed') : visible(first.replacement);
  return make('li', {}, make('button', { class: 'button swap', type: 'button', onclick: apply },
    make('del', {}, visible(first.original)), make('span', { 'aria-hidden': 'true' }, arrow()), make('ins', {}, replacement),
    group.length > 1 && make('span', { class: 'times' }, `× ${number(group.length)}`)));
}

/**
 * Substitutions of the same by the same, together.
 * @param {readonly Substitution[]} substitutions
 */
function grouped(substitutions) {
  /** @type {Map<string, Substitution[]>} */
  const groups = new Map();
  for (const substitution of substitutions) {
    const key = `${substitution.original}\0${substitution.replacement}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [substitution]);
    else group.push(substitution);
  }
  return [...groups.values()];
}
