/** The package's rules for senders in a country, and the limits that follow from them. */

import { messages } from '../messages.js';

/** @typedef {import('../state.js').Route} Route */
/** @typedef {import('../state.js').Sending} Sending */
/** @typedef {NonNullable<ReturnType<typeof import('septet/messages')['senderRules']>>} SenderRules */
/** @typedef {import('septet/messages').SenderSupport} SenderSupport */

/** The support for each kind of sender in a country. @type {Record<Sending['sender'], (rules: SenderRules) => SenderSupport>} */
export const SUPPORT = {
  local: ({ longCode }) => longCode.domestic,
  foreign: ({ longCode }) => longCode.international,
  name: ({ alphanumeric }) => alphanumeric.international,
  'short-code': ({ shortCode }) => shortCode,
  'toll-free': ({ tollFree }) => tollFree,
};

/** The package's name for a kind of sender. @param {Sending} sending */
export function senderKind({ sender }) {
  switch (sender) {
    case 'name': return 'alphanumeric';
    case 'short-code':
    case 'toll-free': return sender;
    default: return 'long-code';
  }
}

/** The rules of a country; `null` for any country, for an unknown one, or before they are loaded. @param {Sending} sending */
export function rulesOf({ country }) {
  return country === '' ? null : messages.get()?.senderRules(country) ?? null;
}

/**
 * The same recipients with a kind of sender that is not refused there, once the rules are known: a local number if possible.
 * @param {Sending} sending
 * @returns {Sending}
 */
export function acceptedSending(sending) {
  const rules = rulesOf(sending);
  if (rules === null) return sending;
  const sender = /** @type {const} */ (['local', 'name', 'foreign']).find((one) => SUPPORT[one](rules).acceptance !== 'refused');
  return sender === undefined || sender === sending.sender ? sending : { ...sending, sender };
}

/**
 * The profile that the text is counted with.
 * @param {Sending} sending
 * @returns {Route}
 */
export function routeOf(sending) {
  if (rulesOf(sending)?.concatenates === false) return 'single';
  return sending.sender === 'toll-free' ? 'toll-free' : 'standard';
}
