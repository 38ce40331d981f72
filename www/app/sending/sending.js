/** Who sends to whom: the recipients' country, the kind of sender, and what the package knows about the two. */

import { byId, fill, make } from '../dom.js';
import { locale, t } from '../language.js';
import { messages } from '../messages.js';
import { CHOICES } from '../state.js';
import { notesOn } from './notes.js';
import { rulesOf } from './route.js';

/** @typedef {import('../state.js').Sending} Sending */
/** @typedef {import('../state.js').State} State */

/** @param {(sending: Sending) => void} changed */
export function createSending(changed) {
  const section = byId('sending', HTMLElement);
  const notes = make('div', { class: 'notes', id: 'sending-notes', role: 'status' });

  return {
    /** @param {Sending} sending */
    drawFields(sending) {
      const country = make('select', { class: 'select', id: 'country' },
        make('option', { value: '' }, t('countryAny')),
        ...countries(sending.country).map(({ code, name }) => make('option', { value: code, selected: code === sending.country }, name)));
      const sender = make('select', { class: 'select', id: 'sender' },
        ...CHOICES.sender.map((value) => make('option', { value, selected: value === sending.sender }, t(`sender-${value}`))));
      const read = () => changed({ country: country.value, sender: CHOICES.sender[sender.selectedIndex] ?? sending.sender });
      for (const field of [country, sender]) field.addEventListener('change', read);
      fill(section, make('h2', { id: 'sending-title' }, t('sending')),
        make('div', { class: 'pair' },
          make('div', { class: 'field' }, make('label', { for: 'country' }, t('country')), country),
          make('div', { class: 'field' }, make('label', { for: 'sender' }, t('sender')), sender)),
        notes);
    },
    /** @param {State} state */
    draw({ sending, media }) {
      const rules = rulesOf(sending);
      const found = rules === null ? [] : notesOn(rules, sending, media.length > 0);
      const drawn = found.map(({ sentence }) => sentence).join('\n');
      // Said again only if it is something else.
      if (notes.dataset['drawn'] === drawn) return;
      notes.dataset['drawn'] = drawn;
      fill(notes, ...(rules === null ? [] : [
        make('ul', { class: 'note-list' }, ...found.map(({ kind, sentence }) => make('li', { class: `is-${kind}` }, sentence))),
        make('a', { class: 'hint', href: rules.source, rel: 'noreferrer', target: '_blank' }, t('source')),
      ]));
    },
  };
}

/** The countries of the package by name; until it is loaded, the chosen one. @param {string} chosen */
function countries(chosen) {
  const names = new Intl.DisplayNames([locale()], { type: 'region' });
  const codes = messages.get()?.countries().map(({ country }) => country) ?? (chosen === '' ? [] : [chosen]);
  const { compare } = new Intl.Collator(locale());
  return codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((one, other) => compare(one.name, other.name));
}
