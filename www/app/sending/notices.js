/** Notices about the chosen sender in the chosen country. */

import { byId, element, replaceContent } from '../dom.js';
import { locale, t } from '../language.js';
import { notesOn } from './notes.js';
import { rulesOf } from './route.js';

/** @typedef {import('../state.js').State} State */

/** @returns {{ draw: (state: State) => void }} */
export function createNotices() {
  const section = byId('sending', HTMLElement);
  const title = byId('sending-title', HTMLElement);
  const notes = byId('sending-notes', HTMLElement);
  let drawn = '';

  return {
    draw({ sending, media }) {
      const rules = rulesOf(sending);
      const found = rules === null ? [] : notesOn(rules, sending, media.length > 0);
      const key = [sending.country, ...found.map(({ sentence }) => sentence)].join('\n');
      // Announced again only if something changed.
      if (drawn === key) return;
      drawn = key;
      section.hidden = rules === null;
      if (rules === null) return;
      title.textContent = t('sendingTo', { country: new Intl.DisplayNames([locale()], { type: 'region' }).of(sending.country) ?? sending.country });
      replaceContent(notes,
        element('ul', { class: 'note-list' }, ...found.map(({ kind, sentence }) => element('li', { class: `is-${kind}` }, sentence))),
        element('a', { class: 'hint', href: rules.source, rel: 'noreferrer', target: '_blank' }, t('source')));
    },
  };
}
