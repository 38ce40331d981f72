/** Settings: how to count, and what the browser remembers. */

import { byId, element, replaceContent, setText } from '../dom.js';
import { languageName, t } from '../language.js';
import { areLimits } from '../reading.js';
import { CHOICES, STANDARD, settingsFrom } from '../state.js';

/** @typedef {import('../state.js').Limits} Limits */
/** @typedef {import('../state.js').Settings} Settings */
/** @typedef {import('../state.js').State} State */
/** @typedef {import('../language.js').Key} Key */

/** Each setting: its label, and the labels of its choices in their order; further ones are languages. @type {[Exclude<keyof Settings, 'limits'>, Key, Key[]][]} */
const ROWS = [
  ['encoding', 'settingEncoding', ['encodingAuto', 'encodingGsm7', 'encodingUcs2']],
  ['profile', 'settingProfile', ['profileAuto', 'profileStandard', 'profileTollFree', 'profileSingle', 'profileCustom']],
  ['nationalLanguages', 'settingLanguages', ['languagesNone', 'languagesAuto']],
  ['boundary', 'settingBoundary', ['boundaryCharacter', 'boundaryGrapheme']],
  ['referenceBits', 'settingReference', ['reference8', 'reference16']],
];

/**
 * @param {import('../reading.js').Reading} _
 * @param {State} state
 * @param {{ change: (change: Partial<State>) => void, reset: () => void }} actions
 */
export function showSettings(_, { settings, keepText }, { change, reset }) {
  if (document.activeElement?.closest('#limits')) return;
  const fields = ROWS.map(([name, label, names]) => {
    const options = CHOICES[name].map((value, index) => {
      const key = names[index];
      return element('option', { value: index, selected: value === settings[name] }, key === undefined ? languageName(String(value)) : t(key));
    });
    const select = element('select', { class: 'select', id: `setting-${name}` }, ...options);
    select.addEventListener('change', () => {
      change({ settings: settingsFrom({ ...settings, [name]: CHOICES[name][Number(select.value)] }) });
    });
    return element('div', { class: 'field' }, element('label', { for: select.id }, t(label)), select);
  });
  const keep = element('input', { type: 'checkbox', id: 'keep-text', checked: keepText });
  keep.addEventListener('change', () => change({ keepText: keep.checked }));
  replaceContent(byId('panel-settings', HTMLElement),
    element('div', { class: 'fields' }, ...fields),
    settings.nationalLanguages !== 'none' && element('p', { class: 'hint' }, t('fixLanguageCondition')),
    settings.profile === 'custom' && limitFields(settings, (limits) => change({ settings: { ...settings, limits } })),
    element('div', { class: 'row' },
      element('label', { class: 'check' }, keep, element('span', {}, t('keepText'))),
      element('button', { class: 'button', type: 'button', onclick: reset }, t('reset'))),
    element('p', { class: 'hint' }, t('settingsKept')));
}

/** @type {[keyof Limits, Key][]} */
const LIMITS = [
  ['single', 'limitSingle'], ['concatenated', 'limitConcatenated'], ['ucs2Single', 'limitUcs2Single'], ['ucs2Concatenated', 'limitUcs2Concatenated'],
];

/**
 * Limits are applied once the package accepts them; until then the page says why not.
 * @param {Settings} settings
 * @param {(limits: Limits) => void} change
 */
function limitFields({ limits }, change) {
  const problem = element('p', { class: 'notice', role: 'status', hidden: true });
  const wanted = { ...limits };
  const fields = LIMITS.map(([name, label]) => {
    const input = element('input', { class: 'input', id: `limit-${name}`, type: 'number', min: 1, step: 1, inputmode: 'numeric', value: limits[name] });
    input.addEventListener('input', () => {
      wanted[name] = input.valueAsNumber;
      const isRight = areLimits(wanted);
      problem.hidden = isRight;
      setText(problem, isRight ? '' : t('limitsWrong', { ...STANDARD }));
      if (isRight) change({ ...wanted });
    });
    return element('div', { class: 'field' }, element('label', { for: input.id }, t(label)), input);
  });
  return element('div', { class: 'stack', id: 'limits' }, element('div', { class: 'fields is-wide' }, ...fields), problem);
}
