/** What the package says about files on a channel, as sentences of the page. */

import { locale, t } from '../../language.js';
import { messages } from '../../messages.js';
import { senderKind } from '../../sending/route.js';

/** @typedef {import('../../../septet/messages.js').MediaAction} MediaAction */
/** @typedef {import('../../../septet/messages.js').MediaProblem} MediaProblem */
/** @typedef {import('../../../septet/messages.js').MediaReport} MediaReport */
/** @typedef {import('../../../septet/messages.js').MediaVerdict} MediaVerdict */
/** @typedef {import('../../state.js').State} State */
/** @typedef {import('./files.js').MediaFile} MediaFile */

/** Carriers with limits of their own. */
export const CARRIERS = /** @type {const} */ (['att', 't-mobile', 'verizon']);
/** Names are names in every language. */
export const NAMES = {
  mms: 'MMS · Twilio', rcs: 'RCS · Twilio', whatsapp: 'WhatsApp · Twilio', 'whatsapp-cloud-api': 'WhatsApp · Cloud API', 'telnyx-mms': 'MMS · Telnyx',
  'signalwire-mms': 'MMS · SignalWire', 'sinch-mms': 'MMS · Sinch', 'google-rcs': 'RCS · Google',
  att: 'AT&T', 't-mobile': 'T-Mobile', verizon: 'Verizon',
};

/** What the package said of these files before: panels are drawn more often than files change. @type {WeakMap<State['media'], Map<string, MediaReport>>} */
const known = new WeakMap();

/**
 * What becomes of the files; nothing until the package is loaded.
 * @param {State} state
 * @param {State['mediaChannel']} channel
 * @param {(typeof CARRIERS)[number] | null} carrier by its own limits, where one is named
 * @returns {MediaReport | null}
 */
export function reportOn({ media, sending }, channel, carrier = null) {
  const sender = senderKind(sending);
  const key = `${channel} ${sender} ${carrier}`;
  const reports = known.get(media) ?? new Map();
  known.set(media, reports);
  const report = reports.get(key) ?? messages.get()?.checkMedia(
    media.map(({ contentType, bytes, firstBytes }) => ({ contentType: contentType === '' ? null : contentType, bytes, firstBytes })),
    { channel, sender, carrier, reading: carrier === null ? 'stricter' : 'looser' },
  ) ?? null;
  if (report !== null) reports.set(key, report);
  return report;
}

/** @param {MediaVerdict} verdict */
export function reasonOf({ reason }) {
  return t(`reason-${reason}`);
}

/** What is wrong with the files together, and what to do about it. @param {MediaProblem} problem */
export function problemOf({ code, excess }) {
  return code === 21623 ? t('mediaTooMany', { n: excess }) : t('mediaTooLarge', { size: size(excess) });
}

/** What to do about a file; empty where there is nothing to be done. @param {MediaAction} action */
export function adviceOn(action) {
  switch (action.kind) {
    case 'none': return '';
    case 'convert': return t('action-convert', { type: action.mediaType });
    case 'declare': return t('action-declare', { type: action.mediaType });
    case 'shrink': return t('action-shrink', { size: size(action.bytes) });
    default: return t(`action-${action.kind}`);
  }
}

/** The sign of an outcome, which colour alone must not tell. @param {MediaVerdict['outcome']} outcome */
export function outcomeOf(outcome) {
  switch (outcome) {
    case 'supported': return { kind: 'good', sign: '✓', words: t('mediaAccepted') };
    case 'refused': return { kind: 'bad', sign: '✗', words: t('mediaRefused') };
    case 'passed-on': return { kind: 'open', sign: '~', words: t('reason-accepted-only') };
    default: return { kind: 'open', sign: '?', words: t('mediaUnknown') };
  }
}

/** Bytes for people, each of them: limits are exact. @param {number} bytes */
export function size(bytes) {
  return new Intl.NumberFormat(locale(), { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes);
}
