/** The state of the page: the text, how to count it, and how to show it. */

import { listCurrency, preferredCountry } from './cost/price.js';
import { isLanguage, preferredLanguage } from './language.js';
import { areLimits } from './reading.js';

/** @typedef {'auto' | 'light' | 'dark' | 'contrast'} Theme */
/** @typedef {import('./language.js').PageLanguage} PageLanguage */

/**
 * Code units that a segment holds.
 * @typedef {object} Limits
 * @property {number} single septets of a text that is one segment
 * @property {number} concatenated septets of each segment of a longer one
 * @property {number} ucs2Single the same in 16-bit units
 * @property {number} ucs2Concatenated
 */

/** The limits of the standard, to start from. @type {Limits} */
export const STANDARD = { single: 160, concatenated: 153, ucs2Single: 70, ucs2Concatenated: 67 };

/**
 * Settings of the count; each has the meaning of the package's option of this name.
 * @typedef {object} Settings
 * @property {'auto' | 'GSM-7' | 'UCS-2'} encoding
 * @property {'character' | 'grapheme'} boundary
 * @property {(typeof CHOICES.profile)[number]} profile
 * @property {Route} route the profile that country and sender stand for, when they decide
 * @property {Limits} limits of the profile `custom`
 * @property {(typeof CHOICES.nationalLanguages)[number]} nationalLanguages
 * @property {8 | 16} referenceBits
 */

/** @typedef {(typeof CHOICES.route)[number]} Route */

/**
 * Recipients and sender: they decide which limits hold and what else has to be known.
 * @typedef {object} Sending
 * @property {string} country of the recipients, two letters; empty for any
 * @property {(typeof CHOICES.sender)[number]} sender
 */

/**
 * The price of a segment or an MMS. `'list'` is the list price of the country, where one is known.
 * @typedef {object} Price
 * @property {number | 'list' | null} perSegment `null` if the field was emptied
 * @property {number | 'list' | null} perMms
 * @property {number | null} recipients 1 or more; `null` while the field holds no number
 * @property {string} currency ISO 4217
 */

/** @typedef {import('./files/table.js').LoadedTable} LoadedTable */
/** @typedef {import('./files/media.js').MediaFile} MediaFile */

/**
 * @typedef {object} State
 * @property {string} text
 * @property {Settings} settings
 * @property {Theme} theme
 * @property {PageLanguage} pageLanguage
 * @property {string} tab the open tool; empty if none was chosen
 * @property {(typeof CHOICES.channel)[number]} channel of the preview
 * @property {Sending} sending
 * @property {Price} price
 * @property {Record<string, string>} samples values for the fields of a template
 * @property {LoadedTable | null} table values for them row by row; never kept
 * @property {Readonly<Record<string, number>>} mapping columns chosen by hand, by field: an index, or -1 for none; never kept
 * @property {readonly MediaFile[]} media files to be sent with the text; never kept
 * @property {(typeof CHOICES.mediaChannel)[number]} mediaChannel whose verdicts are shown
 * @property {boolean} keepText whether the text is remembered in this browser
 */

/** The values that each choice may have, the default first. */
export const CHOICES = /** @type {const} */ ({
  encoding: ['auto', 'GSM-7', 'UCS-2'],
  boundary: ['character', 'grapheme'],
  profile: ['auto', 'standard', 'toll-free', 'single', 'custom'],
  route: ['standard', 'toll-free', 'single'],
  sender: ['local', 'foreign', 'name', 'short-code', 'toll-free'],
  nationalLanguages: [
    'none', 'auto', 'turkish', 'spanish', 'portuguese', 'bengali', 'gujarati', 'hindi', 'kannada', 'malayalam', 'oriya', 'punjabi', 'tamil', 'telugu', 'urdu',
  ],
  referenceBits: [8, 16],
  theme: ['auto', 'light', 'dark', 'contrast'],
  channel: ['sms', 'parts', 'rcs', 'whatsapp'],
  mediaChannel: ['mms', 'rcs', 'whatsapp', 'whatsapp-cloud-api', 'telnyx-mms', 'signalwire-mms', 'sinch-mms', 'google-rcs'],
});

/**
 * The value if it is one of the choices, else the first of them.
 * @template T
 * @param {readonly [T, ...T[]]} choices
 * @param {unknown} value
 * @returns {T}
 */
function oneOf(choices, value) {
  return choices.find((choice) => choice === value) ?? choices[0];
}

/**
 * Builds a whole state from one that was remembered or came in a link; neither can be trusted to be right.
 * @param {Record<string, unknown>} given
 * @returns {State}
 */
export function stateFrom(given) {
  const sending = sendingFrom(isRecord(given['sending']) ? given['sending'] : {});
  return {
    text: typeof given['text'] === 'string' ? given['text'] : '',
    settings: settingsFrom(isRecord(given['settings']) ? given['settings'] : {}),
    theme: oneOf(CHOICES.theme, given['theme']),
    pageLanguage: isLanguage(given['pageLanguage']) ? given['pageLanguage'] : preferredLanguage(),
    tab: typeof given['tab'] === 'string' ? given['tab'] : '',
    channel: oneOf(CHOICES.channel, given['channel']),
    sending,
    price: priceFrom(isRecord(given['price']) ? given['price'] : {}, sending),
    samples: samplesFrom(isRecord(given['samples']) ? given['samples'] : {}),
    table: null,
    mapping: {},
    media: [],
    mediaChannel: oneOf(CHOICES.mediaChannel, given['mediaChannel']),
    keepText: given['keepText'] === true,
  };
}

/** @param {Record<string, unknown>} given @returns {Settings} */
export function settingsFrom(given) {
  return {
    encoding: oneOf(CHOICES.encoding, given['encoding']),
    boundary: oneOf(CHOICES.boundary, given['boundary']),
    profile: oneOf(CHOICES.profile, given['profile']),
    route: oneOf(CHOICES.route, given['route']),
    limits: limitsFrom(isRecord(given['limits']) ? given['limits'] : {}),
    nationalLanguages: oneOf(CHOICES.nationalLanguages, given['nationalLanguages']),
    referenceBits: oneOf(CHOICES.referenceBits, given['referenceBits']),
  };
}

/** @param {Record<string, unknown>} given @returns {Limits} */
function limitsFrom(given) {
  const whole = (/** @type {keyof Limits} */ name) => (Number.isSafeInteger(given[name]) ? Number(given[name]) : STANDARD[name]);
  const limits = {
    single: whole('single'), concatenated: whole('concatenated'), ucs2Single: whole('ucs2Single'), ucs2Concatenated: whole('ucs2Concatenated'),
  };
  return areLimits(limits) ? limits : STANDARD;
}

/** @param {Record<string, unknown>} given @returns {Sending} */
function sendingFrom({ country, sender }) {
  const isCountry = typeof country === 'string' && /^([A-Z]{2})?$/.test(country);
  return { country: isCountry ? country : preferredCountry(), sender: oneOf(CHOICES.sender, sender) };
}

/** @param {Record<string, unknown>} given @param {Sending} sending @returns {Price} */
function priceFrom({ perSegment, perMms, recipients, currency }, sending) {
  return {
    perSegment: amountFrom(perSegment),
    perMms: amountFrom(perMms),
    recipients: typeof recipients === 'number' && recipients >= 1 ? Math.round(recipients) : 1000,
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : listCurrency(sending, 'USD'),
  };
}

/** @param {unknown} given @returns {number | 'list' | null} */
function amountFrom(given) {
  if (given === null) return null;
  return typeof given === 'number' && given >= 0 ? given : 'list';
}

/** @param {Record<string, unknown>} given @returns {Record<string, string>} */
export function samplesFrom(given) {
  return Object.fromEntries(Object.entries(given).filter(/** @returns {entry is [string, string]} */ (entry) => typeof entry[1] === 'string'));
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
