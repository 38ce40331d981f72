/** How to count, and what this browser remembers. */

import { byId, fill, make } from '../dom.js';
import { languageName, t } from '../language.js';
import { CHOICES, settingsFrom } from '../state.js';

/** @typedef {import('../state.js').Settings} Settings */
/** @typedef {import('../state.js').State} State */
/** @typedef {import('../language.js').Key} Key */

/** Each setting: its label, and the labels of its choices in their order; further ones are languages. @type {[keyof Settings, Key, Key[]][]} */
const ROWS = [
  ['encoding', 'settingEncoding', ['encodingAuto', 'encodingGsm7', 'encodingUcs2']],
  ['profile', 'settingProfile', ['profileStandard', 'profileTollFree', 'profileSingle']],
  ['nationalLanguages', 'settingLanguages', ['languagesNone', 'languagesAuto']],
  ['boundary', 'settingBoundary', ['boundaryCharacter', 'boundaryGrapheme']],
  ['referenceBits', 'settingReference', ['reference8', 'reference16']],
];

/**
 * @param {State} state
 * @param {{ change: (change: Partial<State>) => void, reset: () => void }} actions
 */
export function showSettings({ settings, keepText }, { change, reset }) {
  const fields = ROWS.map(([name, label, names]) => {
    const options = CHOICES[name].map((value, index) => {
      const key = names[index];
      return make('option', { value: index, selected: value === settings[name] }, key === undefined ? languageName(String(value)) : t(key));
    });
    const select = make('select', { class: 'select', id: `setting-${name}` }, ...options);
    select.addEventListener('change', () => {
      change({ settings: settingsFrom({ ...settings, [name]: CHOICES[name][Number(select.value)] }) });
    });
    return make('div', { class: 'field' }, make('label', { for: select.id }, t(label)), select);
  });
  const keep = make('input', { type: 'checkbox', id: 'keep-text', checked: keepText });
  keep.addEventListener('change', () => change({ keepText: keep.checked }));
  fill(byId('panel-settings', HTMLElement),
    make('div', { class: 'fields' }, ...fields),
    make('div', { class: 'row' },
      make('label', { class: 'check' }, keep, make('span', {}, t('keepText'))),
      make('button', { class: 'button', type: 'button', onclick: reset }, t('reset'))),
    make('p', { class: 'hint' }, t('settingsKept')));
}
