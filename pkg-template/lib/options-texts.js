/** Options of texts that may be smart encoded, have national languages, or have merge fields: those of `septet`, which `septet/count` does not have. */

import { wrong } from './error.js';
import { BASIC, choice, oneOf, pick } from './options.js';

/** @import { Reader, Table } from './options.js' */

/** The values of the option `smartEncoding`: none, or a list of substitutions. */
export const RULES = [false, 'twilio', 'telnyx', 'typography', 'compatibility', 'transliteration'];

/** The languages that a text is spelled by, as ISO 639-1 has them. */
const TEXT_LANGUAGES = ['be', 'bg', 'bs', 'hr', 'hu', 'it', 'kk', 'ky', 'mk', 'mn', 'ru', 'sr', 'tg', 'tt', 'uk', 'vi'];

/** The ways that merge fields are written in: by name, or as a field x is. */
export const SYNTAXES = [
  'double-braces', 'double-percent', 'double-brackets', 'star-pipe', 'angle-percent', 'double-angles', 'exclamation-braces',
  'dollar-braces', 'braces', 'brackets', 'percent', 'double-parentheses',
];

/** @type {Reader} */
export const textLanguage = (value, settings) => {
  if (!TEXT_LANGUAGES.includes(/** @type {string} */ (value))) return oneOf(TEXT_LANGUAGES);
  settings.textLanguage = /** @type {string} */ (value);
};

/**
 * The options of a text that is cut and sent as it is.
 * @param {() => readonly string[]} languages the names of the national languages, by identifier from 1
 * @returns {Table}
 */
export const tableOf = (languages) => ({
  ...BASIC,
  boundary: choice(5, ['character', 'grapheme', 'word']),
  counters: choice(7, [false, true]),
  nationalLanguages: (value, settings, name) => {
    const names = languages();
    if (value !== 'auto' && !Array.isArray(value)) return '"auto" or an array of languages';
    const chosen = value === 'auto' ? names : [.../** @type {unknown[]} */ (value)];
    settings.languages = Uint8Array.from(chosen, (language) => {
      const place = names.indexOf(/** @type {string} */ (language));
      if (place < 0) throw wrong(`a language of option ${name}`, oneOf(names), language);
      return place + 1;
    });
  },
});

/** @type {Reader} */
const smartEncoding = (value, settings, name) => {
  const rules = value === false ? '' : rulesOf(value, `option ${name}`);
  if (rules === undefined) return oneOf(RULES);
  settings.rules = rules;
};

/** The providers whose smart encoding is predicted. */
const PROVIDERS = ['twilio', 'telnyx', 'sinch', 'bird', 'webex', 'plivo', 'infobip', 'brevo'];

/**
 * The name of a list of substitutions for Rust, or of a provider, after a colon; `undefined` if the value is neither.
 * @param {unknown} value
 * @param {string} what
 */
export function rulesOf(value, what) {
  if (typeof value !== 'object' || value === null) return RULES.indexOf(/** @type {string} */ (value)) > 0 ? /** @type {string} */ (value) : undefined;
  const { provider } = pick(value, ['provider'], `property of ${what}`);
  if (!PROVIDERS.includes(/** @type {string} */ (provider))) throw wrong(`${what}.provider`, oneOf(PROVIDERS), provider);
  return `:${/** @type {string} */ (provider)}`;
}

/** @param {'prefix' | 'suffix'} place @returns {Reader} */
const fixed = (place) => (value, settings) => {
  if (typeof value !== 'string') return 'a string';
  settings[place] = value;
};

/** @type {Reader} */
const lineEnds = (value, settings) => {
  if (value !== 'as-is' && value !== 'crlf') return oneOf(['as-is', 'crlf']);
  settings.crlf = value === 'crlf';
};

/** The options that decide what is sent for a text. @type {Table} */
export const SENT = { smartEncoding, textLanguage, prefix: fixed('prefix'), suffix: fixed('suffix'), lineEnds };
