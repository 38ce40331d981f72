/** `suggest`, `truncate`, `template`, `links` and `rcs`. */

import { Question } from '../wasm/septet.js';
import { isText, isWhole, wrong } from './error.js';
import { DEFAULTS, named, oneOf, pick, read } from './options.js';
import { isReportable } from './reports.js';
import { edited, joined } from './texts.js';

/** @import { CountOptions, Link, RcsCount, RcsOptions, Suggestion, TemplateOptions, TemplatePrices, Truncated, TruncateOptions } from '../index.js' */
/** @import { Texts } from './texts.js' */

/**
 * @param {Texts} texts
 * @param {string} text
 * @param {CountOptions} [options]
 * @returns {Suggestion[]}
 */
export function suggest(texts, text, options) {
  isText(text);
  isReportable(text);
  const settings = texts.settings(options);
  const sent = texts.sent(text, settings);
  /** @type {Suggestion[]} */
  const suggestions = texts.ask(Question.Suggest, sent, settings);
  for (const suggestion of suggestions) suggestion.text = edited(sent, suggestion.edits);
  return suggestions;
}

const CUTS = ['word', 'grapheme'];

/**
 * @param {Texts} texts
 * @param {string} text
 * @param {number} maxSegments
 * @param {TruncateOptions} [options]
 * @returns {Truncated}
 */
export function truncate(texts, text, maxSegments, options) {
  isText(text);
  isWhole(maxSegments, 'maxSegments', 1, 0xFFFFFFFF);
  const { cutAt = 'word', ellipsis = '', ...rest } = named(options, [...Object.keys(texts.table), 'cutAt', 'ellipsis']);
  if (!CUTS.includes(/** @type {string} */ (cutAt))) throw wrong('option cutAt', oneOf(CUTS), cutAt);
  isText(ellipsis, 'option ellipsis');
  const settings = texts.settings(rest);
  const sent = texts.sent(text, settings);
  /** @type {Truncated} */
  const result = texts.ask(Question.Truncate, sent, settings, [maxSegments, CUTS.indexOf(/** @type {string} */ (cutAt))], ellipsis);
  return { ...result, text: sent.slice(0, result.kept) + result.text.slice(result.kept) };
}

/** Characters that a value of a field may have at most, so that estimates stay texts. */
const LONGEST_VALUE = 100_000;

/**
 * @param {Texts} texts
 * @param {string} text
 * @param {TemplateOptions} [options]
 * @returns {TemplatePrices}
 */
export function template(texts, text, options) {
  isText(text);
  const { fields = {}, rows, ...rest } = named(options, [...Object.keys(texts.plainTable), 'fields', 'rows']);
  const settings = read(rest, texts.plainTable);
  /** @type {string[]} */
  const names = texts.ask(Question.Fields, text, settings);
  const known = knownFields(fields, names);
  const list = rows === undefined ? [] : valuesOf(rows, names);
  const [values, lengths] = joined(list.flat());
  /** @type {TemplatePrices} */
  const prices = texts.ask(Question.Prices, text, settings, [list.length].concat(known, lengths), values);
  return { ...prices, distribution: rows === undefined ? null : prices.distribution };
}

/**
 * For each field its shortest length, its longest, and whether it is GSM-7 alone.
 * @param {unknown} fields
 * @param {readonly string[]} names
 */
function knownFields(fields, names) {
  if (typeof fields !== 'object' || fields === null) throw wrong('option fields', 'an object', fields);
  return Object.entries(pick(fields, names, 'field')).flatMap(([name, field = {}]) => {
    if (typeof field !== 'object' || field === null) throw wrong(`option fields.${name}`, 'an object', field);
    const { shortest = 0, longest = 40, gsm7Only = false } = pick(field, ['shortest', 'longest', 'gsm7Only'], `property of field ${name}`);
    isWhole(shortest, `option fields.${name}.shortest`, 0, LONGEST_VALUE);
    isWhole(longest, `option fields.${name}.longest`, 0, LONGEST_VALUE);
    if (typeof gsm7Only !== 'boolean') throw wrong(`option fields.${name}.gsm7Only`, 'a boolean', gsm7Only);
    return [shortest, longest, gsm7Only ? 1 : 0];
  });
}

/**
 * @param {unknown} rows
 * @param {readonly string[]} names
 */
function valuesOf(rows, names) {
  if (!Array.isArray(rows)) throw wrong('option rows', 'an array of objects', rows);
  return rows.map((row, index) => {
    if (typeof row !== 'object' || row === null) throw wrong(`option rows[${index}]`, 'an object', row);
    return names.map((name) => {
      const value = row[name];
      isText(value, `option rows[${index}][${JSON.stringify(name)}]`);
      return value;
    });
  });
}

/**
 * @param {Texts} texts
 * @param {string} text
 * @returns {Link[]}
 */
export function links(texts, text) {
  isText(text);
  return texts.ask(Question.Links, text, DEFAULTS);
}

const REGIONS = ['united-states', 'elsewhere'];

/**
 * @param {Texts} texts
 * @param {string} text
 * @param {RcsOptions} [options]
 * @returns {RcsCount}
 */
export function rcs(texts, text, options) {
  isText(text);
  const { region = 'united-states' } = named(options, ['region']);
  if (!REGIONS.includes(/** @type {string} */ (region))) throw wrong('option region', oneOf(REGIONS), region);
  return texts.ask(Question.Rcs, text, DEFAULTS, [REGIONS.indexOf(/** @type {string} */ (region))]);
}
