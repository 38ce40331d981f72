/** A WebAssembly module that takes texts as strings and gives reports as JSON: its options, its errors. */

import { guarded, SmsError, unencodable, wrong } from './error.js';
import { complete, read } from './options.js';

/** @import { NationalLanguage, SmsErrorCode } from '../index.js' */
/** @import { Settings, Table } from './options.js' */

/** @typedef {{ languageNames: () => string, __wbg_reset_state: () => void }} Module */

/** Units of the longest text that a report names the characters of. */
const LONGEST = 1_000_000;

/**
 * @template {Module} Bindings
 * @template T
 * @typedef {(bindings: Bindings, flags: number, limits: number, languages: Uint8Array) => T} Work
 */

/** @template {Module} Bindings */
export class Reports {
  /**
   * @param {() => unknown} start called before the first use, more than once if it throws
   * @param {Bindings} bindings of the module that it starts
   */
  constructor(start, bindings) {
    this.start = start;
    this.bindings = bindings;
    /** How often the module has started: more than once if there was not enough memory. */
    this.starts = 0;
    /** @type {string[]} */
    this.names = [];
    /** @type {Table} */
    this.table = complete(() => this.languages());
  }

  started() {
    if (this.starts === 0) {
      this.start();
      this.starts = 1;
    }
    return this.bindings;
  }

  restart() {
    this.bindings.__wbg_reset_state();
    this.starts++;
  }

  /** The names of the national languages, by identifier from 1. */
  languages() {
    if (this.names.length === 0) this.names = this.started().languageNames().split(',');
    return /** @type {NationalLanguage[]} */ (this.names);
  }

  /** @param {unknown} options @returns {Settings} */
  settings(options) {
    return read(options, this.table);
  }

  /**
   * Calls into the module; what it throws becomes an error of the package.
   * @template T
   * @param {string} text what the call is about
   * @param {Settings} settings
   * @param {Work<Bindings, T>} work
   * @returns {T}
   */
  call(text, settings, work) {
    const bindings = this.started();
    try {
      return guarded(() => this.restart(), `a text of ${text.length} units`, () => work(bindings, settings.flags, settings.limits, settings.languages));
    } catch (failure) {
      throw failed(failure, text, settings);
    }
  }

  /**
   * A call whose result is JSON.
   * @param {string} text
   * @param {Settings} settings
   * @param {Work<Bindings, string>} work
   * @returns {any}
   */
  report(text, settings, work) {
    return JSON.parse(this.call(text, settings, work));
  }
}

/**
 * @param {unknown} failure
 * @param {string} text
 * @param {Settings} settings
 */
function failed(failure, text, settings) {
  if (typeof failure !== 'string') return failure;
  /** @type {{ code: string, message: string, index: number | null, field: string | null }} */
  const { code, message, index, field } = JSON.parse(failure);
  if (code === 'unencodable' && index !== null) return unencodable(text, index);
  if (code === 'wrong-limit') {
    const limit = Object.keys(settings.profile ?? {})[index ?? 0] ?? '';
    return wrong(`option profile.${limit}`, `an integer from ${message}`, settings.profile?.[limit]);
  }
  return new SmsError(/** @type {SmsErrorCode} */ (code), message, { index: index ?? undefined, field: field ?? undefined });
}

/**
 * Refuses a text too long for a report on its characters, each of which would be an object.
 * @param {string} text
 */
export function isReportable({ length }) {
  if (length > LONGEST) throw new SmsError('text-too-long', `a report is on at most ${LONGEST} units, not ${length}: count and split take texts of any length`);
}
