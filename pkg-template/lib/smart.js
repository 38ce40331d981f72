/** `smartEncode`: the same words in characters that cost less. */

import { Question } from '../wasm/septet.js';
import { isText, wrong } from './error.js';
import { named, oneOf, read, RULES } from './options.js';
import { edited, joined } from './texts.js';

/** @import { SmartEncoded, SmartEncodeOptions, SmartRules } from '../index.js' */
/** @import { Texts } from './texts.js' */

const RESIDUES = ['keep', 'revert'];
const APPLICATIONS = ['always', 'when-it-helps', 'when-segments-saved'];

/**
 * @param {Texts} texts
 * @param {string} text
 * @param {SmartRules} rules
 * @param {SmartEncodeOptions} [options]
 * @returns {SmartEncoded}
 */
export function smartEncode(texts, text, rules, options) {
  isText(text);
  const place = RULES.indexOf(rules);
  if (place < 1) throw wrong('rules', oneOf(RULES.slice(1)), rules);
  const { residue, apply, replacements, ...rest } = named(options, [...Object.keys(texts.plainTable), 'residue', 'apply', 'replacements']);
  const wishes = place | chosen('residue', residue, RESIDUES) << 3 | chosen('apply', apply, APPLICATIONS) << 5;
  const settings = read(rest, texts.plainTable);
  const [pairs, lengths] = joined(replaced(replacements));
  /** @type {SmartEncoded} */
  const result = texts.ask(Question.SmartEncode, text, settings, [wishes].concat(lengths), pairs);
  return { ...result, text: edited(text, result.substitutions) };
}

/**
 * The place of a value among those that there are, from 1; 0 for none.
 * @param {string} name
 * @param {unknown} value
 * @param {readonly string[]} values
 */
function chosen(name, value, values) {
  const place = values.indexOf(/** @type {string} */ (value)) + 1;
  if (place === 0 && value !== undefined) throw wrong(`option ${name}`, oneOf(values), value);
  return place;
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
