/** The language of the page: its strings, numbers and direction. */

import english from '../strings/en.json' with { type: 'json' };

/** @typedef {keyof typeof english} Key */
/** @typedef {'en' | 'de' | 'es' | 'fr' | 'pt' | 'tr' | 'ar' | 'hi'} PageLanguage */
/** @typedef {string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)} Forms one string, or one per plural category */
/** @typedef {Readonly<Record<Key, Forms>>} Strings */

/** Each language by its own name. @type {Record<PageLanguage, string>} */
export const LANGUAGES = {
  en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français', pt: 'Português', tr: 'Türkçe', ar: 'العربية', hi: 'हिन्दी',
};

/** Strings by language; English comes with the page, the others are loaded when they are chosen. @type {Partial<Record<PageLanguage, Strings>>} */
const loaded = { en: english };

/** @type {PageLanguage} */
let current = 'en';
/** @type {Strings} */
let strings = english;
/** Built once per language: building one costs more than using it a hundred times. */
let numbers = new Intl.NumberFormat('en');
let plurals = new Intl.PluralRules('en');

/** @param {unknown} value @returns {value is PageLanguage} */
export function isLanguage(value) {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}

/** The first of the reader's languages that the page has. @returns {PageLanguage} */
export function preferredLanguage() {
  for (const tag of navigator.languages) {
    const language = tag.split('-')[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** The BCP 47 tag of the page's language; digits are Latin in every language, as in the figures of a message. */
export function locale() {
  return current === 'ar' || current === 'hi' ? `${current}-u-nu-latn` : current;
}

/** Returns true for a language that runs from right to left. @param {PageLanguage} [language] */
export function isRtl(language = current) {
  return language === 'ar';
}

/**
 * A string of the page; `{name}` is replaced by the value, with numbers formatted for the language. Where a language has
 * several forms (by the plural categories of Unicode), the value `n` chooses.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const form = formOf(strings[key], Number(values['n']));
  const pieces = taken.get(form) ?? takeApart(form);
  let [text = ''] = pieces;
  for (let index = 1; index < pieces.length; index += 2) {
    const name = pieces[index] ?? '';
    const value = values[name] ?? `{${name}}`;
    text += (typeof value === 'number' ? number(value) : value) + pieces[index + 1];
  }
  return text;
}

/** Forms taken apart, once each: figures are written at every key. @type {Map<string, readonly string[]>} */
const taken = new Map();

/** Texts and, between them, names of holes. @param {string} form */
function takeApart(form) {
  const pieces = form.split(/(?<!\{)\{(\w+)\}/);
  taken.set(form, pieces);
  return pieces;
}

/** @param {Forms} forms @param {number} n */
function formOf(forms, n) {
  return typeof forms === 'string' ? forms : forms[plurals.select(n)] ?? forms.other;
}

/** An arrow in reading direction. */
export function arrow() {
  return isRtl() ? '←' : '→';
}

/** What stands between the items of a list without "and". */
export function comma() {
  return isRtl() ? '، ' : ', ';
}

/** @param {number} value */
export function number(value) {
  return numbers.format(value);
}

/** A share of a whole as a percentage. @param {number} part @param {number} whole */
export function percentage(part, whole) {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(whole === 0 ? 0 : part / whole);
}

/** Several things in one phrase: "a, b and c". @param {readonly string[]} items */
export function listOf(items) {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);
}

/** BCP 47 tags of the languages that have tables of their own. @type {Record<string, string>} */
const TAGS = {
  turkish: 'tr', spanish: 'es', portuguese: 'pt', bengali: 'bn', gujarati: 'gu', hindi: 'hi', kannada: 'kn',
  malayalam: 'ml', oriya: 'or', punjabi: 'pa', tamil: 'ta', telugu: 'te', urdu: 'ur',
};

/** A national language, by the package's name for it, in the language of the page. @param {string} name */
export function languageName(name) {
  const tag = TAGS[name];
  return tag === undefined ? name : new Intl.DisplayNames([locale()], { type: 'language' }).of(tag) ?? name;
}

/** A writing system by its ISO 15924 code, in the language of the page. @param {string} code */
export function scriptName(code) {
  return new Intl.DisplayNames([locale()], { type: 'script' }).of(code) ?? code;
}

/** @param {string | undefined} key @returns {key is Key} */
export function isKey(key) {
  return key !== undefined && Object.hasOwn(english, key);
}

/** Loads the strings of a language. @param {PageLanguage} language */
export async function loadLanguage(language) {
  if (loaded[language] !== undefined) return;
  const { default: own } = await import(`../strings/translations/${language}.json`);
  loaded[language] = own;
}

/**
 * Puts the page into a language: every element with `data-t` (its text) or `data-t-label` (its accessible name). A
 * language that is not loaded yet stays English until it is.
 * @param {PageLanguage} language
 */
export function setLanguage(language) {
  const own = loaded[language];
  current = own === undefined ? 'en' : language;
  strings = own ?? english;
  numbers = new Intl.NumberFormat(locale());
  plurals = new Intl.PluralRules(locale());
  document.documentElement.lang = current;
  document.documentElement.dir = isRtl(language) ? 'rtl' : 'ltr';
  for (const translated of document.querySelectorAll('[data-t], [data-t-label]')) {
    if (!(translated instanceof HTMLElement)) continue;
    const { t: text, tLabel: label } = translated.dataset;
    if (isKey(text)) translated.textContent = t(text);
    if (isKey(label)) translated.setAttribute('aria-label', t(label));
  }
}
