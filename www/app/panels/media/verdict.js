/** The package's verdicts on files for a channel, as sentences of the page. */

import { locale, t } from '../../language.js';
import { messages } from '../../messages.js';
import { senderKind } from '../../sending/route.js';

/** @typedef {import('septet/messages').MediaAction} MediaAction */
/** @typedef {import('septet/messages').MediaProblem} MediaProblem */
/** @typedef {import('septet/messages').MediaReport} MediaReport */
/** @typedef {import('septet/messages').MediaVerdict} MediaVerdict */
/** @typedef {import('../../state.js').State} State */
/** @typedef {import('../../files/media.js').MediaFile} MediaFile */

/** Carriers with limits of their own. */
export const CARRIERS = /** @type {const} */ (['att', 't-mobile', 'verizon']);
/** Names are names in every language. */
export const NAMES = {
  mms: 'MMS · Twilio', rcs: 'RCS · Twilio', whatsapp: 'WhatsApp · Twilio', 'whatsapp-cloud-api': 'WhatsApp · Cloud API', 'telnyx-mms': 'MMS · Telnyx',
  'signalwire-mms': 'MMS · SignalWire', 'sinch-mms': 'MMS · Sinch', 'google-rcs': 'RCS · Google',
  att: 'AT&T', 't-mobile': 'T-Mobile', verizon: 'Verizon',
};

/** Reports by files: panels are drawn more often than files change. @type {WeakMap<State['media'], Map<string, MediaReport>>} */
const known = new WeakMap();

/**
 * The report on the files; `null` until the package is loaded.
 * @param {State} state
 * @param {State['mediaChannel']} channel
 * @param {(typeof CARRIERS)[number] | null} carrier whose own limits apply, if one is given
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

/** All files in a word: refused if one is, not known if it is not known of one. @param {MediaReport | null} report */
export function summaryOf(report) {
  if (report === null || report.verdicts.some(({ outcome }) => outcome === 'unknown')) return t('mediaUnknown');
  return t(report.accepted ? 'mediaAccepted' : 'mediaRefused');
}

/** @param {MediaVerdict} verdict */
export function reasonOf({ reason }) {
  return t(`reason-${reason}`);
}

/** A problem of all files together, and its remedy. @param {MediaProblem} problem */
export function problemOf({ code, excess }) {
  return code === 21623 ? t('mediaTooMany', { n: excess }) : t('mediaTooLarge', { size: size(excess, 'ceil') });
}

/** Advice on a file; empty if there is nothing to do. @param {MediaAction} action */
export function adviceOn(action) {
  switch (action.kind) {
    case 'none': return '';
    case 'convert': return t('action-convert', { type: action.mediaType });
    case 'declare': return t('action-declare', { type: action.mediaType });
    case 'shrink': return t('action-shrink', { size: size(action.bytes, 'floor') });
    default: return t(`action-${action.kind}`);
  }
}

/** The sign of an outcome, which must not rest on colour alone. @param {MediaVerdict['outcome']} outcome */
export function outcomeOf(outcome) {
  switch (outcome) {
    case 'supported': return { kind: 'good', sign: '✓', words: t('mediaAccepted') };
    case 'refused': return { kind: 'bad', sign: '✗', words: t('mediaRefused') };
    case 'passed-on': return { kind: 'open', sign: '~', words: t('reason-accepted-only') };
    default: return { kind: 'open', sign: '?', words: t('mediaUnknown') };
  }
}

const KILO = 1024;

/**
 * A size in megabytes, or in kilobytes below one: as limits are published, by powers of 1,024.
 * @param {number} bytes
 * @param {'ceil' | 'floor'} rounding up for what a file takes, down for what a limit allows
 */
export function size(bytes, rounding) {
  const isSmall = bytes < KILO * KILO;
  const [unit, value, steps] = isSmall ? ['kilobyte', bytes / KILO, 1] : ['megabyte', bytes / KILO / KILO, 100];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' }).format(Math[rounding](value * steps) / steps);
}
