/**
 * Options: checked here and packed into a few integers. What they mean is decided in Rust (`bindings/src/options.rs`,
 * `bindings/src/segmenter.rs`).
 */

import { wrong } from './error.js';

/**
 * @typedef {object} Settings
 * @property {number} flags what is chosen, a few bits for each option
 * @property {number} limits the octets of a custom profile, else 0
 * @property {Uint8Array} languages identifiers of the national languages allowed, in order of preference
 * @property {string} rules the list of substitutions, empty for none
 * @property {string | undefined} textLanguage the language of the text, for smart encoding
 * @property {string} prefix what is sent before the text
 * @property {string} suffix what is sent after it
 * @property {boolean} crlf whether its line ends become CRLF
 * @property {Readonly<Record<string, number>> | null} profile the custom profile as given, for messages
 */

/**
 * Puts the value of one option into the settings; gives what it should have been if it is wrong.
 * @typedef {(value: unknown, settings: Settings, name: string) => string | void} Reader
 */

/** @typedef {Readonly<Record<string, Reader>>} Table the options of a function, by name */

/** Without any option. @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({ flags: 0, limits: 0, languages: new Uint8Array(0), rules: '', textLanguage: undefined, prefix: '', suffix: '', crlf: false, profile: null });

/**
 * An option that is one of a list of values: its place in the list goes to `flags`.
 * @param {number} shift
 * @param {readonly unknown[]} values
 * @returns {Reader}
 */
export const choice = (shift, values) => (value, settings) => {
  const place = values.indexOf(value);
  if (place < 0) return oneOf(values);
  settings.flags |= place << shift;
};

/** The kinds of profile that have a name; after them comes the one that is an object. */
const PROFILES = ['standard', 'toll-free', 'single'];
export const LIMITS = ['single', 'concatenated', 'ucs2Single', 'ucs2Concatenated'];

/** @type {Reader} */
const profile = (value, settings, name) => {
  if (typeof value !== 'object' || value === null) {
    const expected = choice(3, PROFILES)(value, settings, name);
    return expected && `${expected}, or an object of limits`;
  }
  const limits = pick(value, LIMITS, `limit of option ${name}`);
  const required = limits.ucs2Single === undefined && limits.ucs2Concatenated === undefined ? 2 : 4;
  /** @type {Record<string, number>} */
  const given = Object.create(null);
  for (const [place, limit] of LIMITS.slice(0, required).entries()) {
    const number = limits[limit];
    if (typeof number !== 'number' || !Number.isInteger(number)) throw wrong(`option ${name}.${limit}`, 'an integer', number);
    given[limit] = number;
    // An octet each, for Rust to judge; 0 is none at all.
    settings.limits |= Math.min(Math.max(number, 1), 255) << (8 * place);
  }
  settings.flags |= PROFILES.length << 3;
  settings.profile = given;
};

/** The options of the default alphabet and UCS-2. @type {Table} */
export const BASIC = {
  encoding: choice(0, ['auto', 'GSM-7', 'UCS-2']),
  referenceBits: choice(2, [8, 16]),
  profile,
};

/**
 * @param {unknown} options
 * @param {Table} table
 * @returns {Settings}
 */
export function read(options, table) {
  const settings = { ...DEFAULTS };
  for (const [name, value] of Object.entries(named(options, Object.keys(table)))) {
    const expected = value === undefined ? undefined : table[name]?.(value, settings, name);
    if (expected) throw wrong(`option ${name}`, expected, value);
  }
  return settings;
}

/**
 * The values of options by these names, each read once.
 * @param {unknown} options
 * @param {readonly string[]} names
 * @returns {Record<string, unknown>}
 */
export function named(options, names) {
  if (options === undefined) return Object.create(null);
  if (typeof options !== 'object' || options === null) throw wrong('options', 'an object', options);
  return pick(options, names, 'option');
}

/**
 * The properties of an object by these names, each read once; others are an error. What every object inherits, since
 * somebody put it there, is none of them.
 * @param {object} object
 * @param {readonly string[]} names
 * @param {string} kind what a name stands for
 * @returns {Record<string, unknown>}
 */
export function pick(object, names, kind) {
  for (const name of Object.keys(object)) {
    if (!names.includes(name)) throw new TypeError(`there is no ${kind} called ${name}: ${names.join(', ')}`);
  }
  const from = /** @type {Record<string, unknown>} */ (object);
  return Object.fromEntries(names.map((name) => [name, name in Object.prototype && !Object.hasOwn(object, name) ? undefined : from[name]]));
}

/** @param {readonly unknown[]} values */
export function oneOf(values) {
  const words = values.map((value) => JSON.stringify(value));
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
