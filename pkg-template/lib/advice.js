/** `suggest`, `truncate`, `template` and `links`. */

import { isText, isWhole, wrong } from './error.js';
import { DEFAULTS, named, oneOf, pick } from './options.js';
import { SYNTAXES } from './options-texts.js';
import { framed } from './framed.js';
import { edited, isReportable } from './edits.js';

/** @import { Suggestion, TemplatePrices, Truncated } from '../index.js' */
/** @import { Unbound } from './report-module.js' */
/** @import { Settings } from './options.js' */

/** @type {Unbound<'suggest'>} */
export const suggest = (module, text, options) => {
  isReportable(text);
  const settings = module.settings(options);
  const sent = module.sent(text, settings);
  /** @type {Suggestion[]} */
  const suggestions = module.report(sent, settings, (wasm, ...rest) => wasm.suggest(sent, settings.textLanguage ?? '', ...rest));
  for (const suggestion of suggestions) suggestion.text = edited(sent, suggestion.edits);
  return suggestions.filter(({ edits }) => isWithin(edits, sent, settings));
};

/**
 * Whether edits leave alone what is always sent before and after a text.
 * @param {readonly import('../index.js').Edit[]} edits
 * @param {string} sent
 * @param {Settings} settings
 */
function isWithin(edits, sent, { prefix, suffix }) {
  const [first, last] = [edits[0], edits.at(-1)];
  return !first || !last || (first.start >= prefix.length && last.end <= sent.length - suffix.length);
}

const CUTS = ['word', 'grapheme'];

/** @type {Unbound<'truncate'>} */
export const truncate = (module, text, maxSegments, options) => {
  isText(text);
  isWhole(maxSegments, 'maxSegments', 1, 0xFFFFFFFF);
  const own = Object.keys(module.sentTable).filter((name) => name !== 'prefix' && name !== 'suffix');
  const { cutAt = 'word', ellipsis = '', ...rest } = named(options, [...own, 'cutAt', 'ellipsis']);
  if (!CUTS.includes(/** @type {string} */ (cutAt))) throw wrong('option cutAt', oneOf(CUTS), cutAt);
  isText(ellipsis, 'option ellipsis');
  const settings = module.settings(rest);
  const sent = module.sent(text, settings);
  /** @type {Truncated} */
  const result = module.report(sent, settings, (wasm, ...options) => wasm.truncate(sent, maxSegments, cutAt === 'word', ellipsis, ...options));
  return { ...result, text: sent.slice(0, result.kept) + result.text.slice(result.kept) };
};

/** Characters that a value of a field may have at most, so that estimates stay texts. */
const LONGEST_VALUE = 100_000;

/** @type {Unbound<'template'>} */
export const template = (module, text, options) => {
  isText(text);
  const { fields = {}, rows, fieldSyntax, ...rest } = named(options, [...Object.keys(module.sentTable), 'fields', 'rows', 'fieldSyntax']);
  if (fieldSyntax !== undefined && !SYNTAXES.includes(/** @type {string} */ (fieldSyntax))) throw wrong('option fieldSyntax', oneOf(SYNTAXES), fieldSyntax);
  const settings = module.settings(rest);
  const whole = framed(text, settings);
  /** @type {{ names: string[], optional: boolean[], syntax: string }} */
  const { names, optional, syntax } = module.report(whole, settings, (wasm) => wasm.templateFields(whole, /** @type {string | undefined} */ (fieldSyntax), columnsOf(rows, fields)));
  const known = knownFields(fields, names);
  const list = rows === undefined ? [] : valuesOf(rows, names, optional);
  const values = list.flat();
  const { rules, textLanguage } = settings;
  /** @type {TemplatePrices} */
  const prices = module.report(whole, settings, (wasm, ...options) => wasm.template(whole, syntax, rules, textLanguage, Uint32Array.from(known), list.length, values, ...options));
  return { ...prices, distribution: rows === undefined ? null : prices.distribution };
};

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
 * The names that the first row and the described fields have, by which the syntax of a template is recognised.
 * @param {unknown} rows
 * @param {unknown} fields
 */
function columnsOf(rows, fields) {
  const first = Array.isArray(rows) ? rows[0] : undefined;
  return [first, fields].flatMap((names) => (typeof names === 'object' && names !== null ? Object.keys(names) : []));
}

/**
 * @param {unknown} rows
 * @param {readonly string[]} names
 * @param {readonly boolean[]} optional of each name whether a row may be without it
 */
function valuesOf(rows, names, optional) {
  if (!Array.isArray(rows)) throw wrong('option rows', 'an array of objects', rows);
  return rows.map((row, index) => {
    if (typeof row !== 'object' || row === null) throw wrong(`option rows[${index}]`, 'an object', row);
    return names.map((name, place) => {
      const value = row[name] ?? (optional[place] ? '' : row[name]);
      isText(value, `option rows[${index}][${JSON.stringify(name)}]`);
      return value;
    });
  });
}

/** @type {Unbound<'links'>} */
export const links = (module, text) => {
  isText(text);
  return module.report(text, DEFAULTS, (wasm) => wasm.links(text));
};
