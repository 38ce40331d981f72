/** `smartEncode`: the same words in characters that cost less. */

import { isText, wrong } from './error.js';
import { named, oneOf, read } from './options.js';
import { RULES, rulesOf, SYNTAXES, textLanguage } from './options-texts.js';
import { edited } from './edits.js';

/** @import { SmartEncoded } from '../index.js' */
/** @import { Unbound } from './report-module.js' */

const RESIDUES = ['keep', 'revert'];
const APPLICATIONS = ['always', 'when-it-helps', 'when-segments-saved'];

/** @type {Unbound<'smartEncode'>} */
export const smartEncode = (module, text, rules, options) => {
  isText(text);
  const list = rulesOf(rules, 'rules');
  if (list === undefined) throw wrong('rules', oneOf(RULES.slice(1)), rules);
  const table = { ...module.table, textLanguage };
  const { residue, apply, replacements, fieldSyntax, ...rest } = named(options, [...Object.keys(table), 'residue', 'apply', 'replacements', 'fieldSyntax']);
  isChosen('residue', residue, RESIDUES);
  isChosen('apply', apply, APPLICATIONS);
  isChosen('fieldSyntax', fieldSyntax, SYNTAXES);
  const settings = read(rest, table);
  const pairs = replaced(replacements);
  /** @type {SmartEncoded} */
  const result = module.report(text, settings, (wasm, ...packed) => wasm.smartEncode(text, list, residue, apply, pairs, settings.textLanguage, fieldSyntax, ...packed));
  return { ...result, text: edited(text, result.substitutions) };
};

/**
 * @param {string} name
 * @param {unknown} value
 * @param {readonly string[]} values
 * @returns {asserts value is string | undefined}
 */
function isChosen(name, value, values) {
  if (value !== undefined && !values.includes(/** @type {string} */ (value))) throw wrong(`option ${name}`, oneOf(values), value);
}

/**
 * Characters and what replaces them, by turns; a character that stays as it is replaces itself.
 * @param {unknown} replacements
 * @returns {string[]}
 */
function replaced(replacements) {
  if (replacements === undefined) return [];
  if (typeof replacements !== 'object' || replacements === null) throw wrong('option replacements', 'an object', replacements);
  return Object.entries(replacements).flatMap(([character, replacement]) => {
    const only = character.codePointAt(0) ?? -1;
    if (only < 0 || String.fromCodePoint(only) !== character || (only & 0xFFFFF800) === 0xD800) {
      throw wrong('a name in option replacements', 'a single character', character);
    }
    if (replacement !== null && typeof replacement !== 'string') throw wrong(`option replacements[${JSON.stringify(character)}]`, 'a string or null', replacement);
    return [character, replacement ?? character];
  });
}
