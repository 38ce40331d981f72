/** Facts about a kind of sender in a country, as sentences. */

import { comma, t } from '../language.js';
import { CHOICES } from '../state.js';
import { SUPPORT } from './route.js';

/** @typedef {import('../language.js').Key} Key */
/** @typedef {import('../state.js').Sending} Sending */
/** @typedef {import('./route.js').SenderRules} SenderRules */

/** Registrations, by the error code of a message sent without. @type {Record<number, Key>} */
const REGISTRATIONS = { 30034: 'registerA2p', 30032: 'verifyTollFree' };

/** @typedef {{ kind: 'good' | 'warning' | 'plain', sentence: string }} Note */

/**
 * @param {SenderRules} rules
 * @param {Sending} sending
 * @param {boolean} hasMedia
 * @returns {Note[]}
 */
export function notesOn(rules, { sender }, hasMedia) {
  const { acceptance, arrival, blockedWith, disputed } = SUPPORT[sender](rules);
  /** @type {Note[]} */
  const notes = [{
    kind: acceptance === 'accepted' ? 'good' : acceptance === 'unknown' ? 'plain' : 'warning',
    sentence: t(`acceptance-${acceptance}`),
  }];
  /** @param {boolean} applies @param {() => string} sentence */
  const warn = (applies, sentence) => applies && notes.push({ kind: 'warning', sentence: sentence() });

  const accepted = CHOICES.sender.filter((other) => other !== sender && isAccepted(rules, other)).map((other) => t(`sender-${other}`));
  if (acceptance === 'refused' && accepted.length > 0) notes.push({ kind: 'plain', sentence: t('acceptedInstead', { names: accepted.join(comma()) }) });
  warn(acceptance === 'once-registered' && blockedWith !== null, () => t(REGISTRATIONS[blockedWith ?? 0] ?? 'blockedWith', { code: String(blockedWith) }));
  if (acceptance !== 'refused' && (arrival === 'overwritten' || arrival === 'overwritten-unless-registered')) {
    notes.push({ kind: 'warning', sentence: t(`arrival-${arrival}`) });
  }
  warn(rules.concatenates === false, () => t('notJoined'));
  if (!rules.twoWay) notes.push({ kind: 'plain', sentence: t('noReply') });
  warn(hasMedia && rules.media === 'link', () => t('media-link'));
  warn(hasMedia && rules.media === 'none', () => t('media-none'));
  if (disputed) notes.push({ kind: 'plain', sentence: t('disputed') });
  return notes;
}

/** @param {SenderRules} rules @param {Sending['sender']} sender */
function isAccepted(rules, sender) {
  const { acceptance } = SUPPORT[sender](rules);
  return acceptance === 'accepted' || acceptance === 'once-registered';
}
