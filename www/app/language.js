/** The language of the page: its strings, numbers and direction. */

import strings from './strings.json' with { type: 'json' };

/** @typedef {keyof typeof strings} Key */
/** @typedef {'en' | 'de' | 'es' | 'tr' | 'ar'} PageLanguage */

/** Each language by its own name. @type {Record<PageLanguage, string>} */
export const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español', tr: 'Türkçe', ar: 'العربية' };

/** @type {PageLanguage} */
let current = 'en';
/** Made once a language: making one costs more than using it a hundred times. */
let numbers = new Intl.NumberFormat('en');
let plurals = new Intl.PluralRules('en');

/** @param {unknown} value @returns {value is PageLanguage} */
export function isLanguage(value) {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}

/** The first language of the reader that the page has. @returns {PageLanguage} */
export function preferredLanguage() {
  for (const tag of navigator.languages) {
    const language = tag.split('-')[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** The BCP 47 tag of the page's language; digits stay those of the message figures. */
export function locale() {
  return current === 'ar' ? 'ar-u-nu-latn' : current;
}

/**
 * A string of the page; `{name}` is replaced by the value, numbers in the manner of the language. Where a language has
 * several forms (by the plural categories of Unicode), the value `n` chooses.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return formOf(strings[key][current], Number(values['n'])).replace(/(?<!\{)\{(\w+)\}/g, (hole, name) => {
    const value = values[name];
    if (value === undefined) return hole;
    return typeof value === 'number' ? number(value) : value;
  });
}

/**
 * @param {string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)} forms
 * @param {number} n
 */
function formOf(forms, n) {
  return typeof forms === 'string' ? forms : forms[plurals.select(n)] ?? forms.other;
}

/** Points from what comes first to what comes next. */
export function arrow() {
  return current === 'ar' ? '←' : '→';
}

/** @param {number} value */
export function number(value) {
  return numbers.format(value);
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

/** @param {string | undefined} key @returns {key is Key} */
export function isKey(key) {
  return key !== undefined && Object.hasOwn(strings, key);
}

/**
 * Puts the page into a language: every element with `data-t` (its text) or `data-t-label`.
 * @param {PageLanguage} language
 */
export function speak(language) {
  current = language;
  numbers = new Intl.NumberFormat(locale());
  plurals = new Intl.PluralRules(locale());
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll('[data-t], [data-t-label]')) {
    if (!(element instanceof HTMLElement)) continue;
    const { t: text, tLabel: label } = element.dataset;
    if (isKey(text)) element.textContent = t(text);
    if (isKey(label)) element.setAttribute('aria-label', t(label));
  }
}
