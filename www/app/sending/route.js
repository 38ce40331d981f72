/** What the package says of a sender in a country, and which limits follow from it. */

import { messages } from '../messages.js';

/** @typedef {import('../state.js').Route} Route */
/** @typedef {import('../state.js').Sending} Sending */
/** @typedef {NonNullable<ReturnType<import('../messages.js').Messages['senderRules']>>} SenderRules */
/** @typedef {import('../../septet/messages.js').SenderSupport} SenderSupport */

/** Each kind of sender among what a country takes. @type {Record<Sending['sender'], (rules: SenderRules) => SenderSupport>} */
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

/** What the country takes; nothing for any country, for one that is not known, or before it is loaded. @param {Sending} sending */
export function rulesOf({ country }) {
  return country === '' ? null : messages.get()?.senderRules(country) ?? null;
}

/**
 * The profile that a text is counted by.
 * @param {Sending} sending
 * @returns {Route}
 */
export function routeOf(sending) {
  if (rulesOf(sending)?.concatenates === false) return 'single';
  return sending.sender === 'toll-free' ? 'toll-free' : 'standard';
}
