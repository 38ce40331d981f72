/** Options of texts that may be smart encoded, have national languages, or have merge fields: those of `septet`, which `septet/count` does not have. */

import { wrong } from './error.js';
import { BASIC, choice, oneOf } from './options.js';

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
export const smartEncoding = (value, settings) => {
  if (!RULES.includes(/** @type {string} */ (value))) return oneOf(RULES);
  settings.rules = value === false ? '' : /** @type {string} */ (value);
};
