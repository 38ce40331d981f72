/** The module of reports on texts, next to the one that counts. */

import { isText, SmsError } from './error.js';
import { read, smartEncoding } from './options.js';
import { OptionsModule } from './options-module.js';
import { scratch } from './wasm-count-lines.js';

/** @import { Settings, Table } from './options.js' */

/** @typedef {{ start: number, end: number, replacement: string }} Edit */

/** Units of the longest text that a report names the characters of. */
const MAX_REPORT = 1_000_000;

/**
 * The module of `septet`, next to the one that counts.
 * @extends {OptionsModule<typeof import('../wasm/septet.js')>}
 */
export class ReportModule extends OptionsModule {
  scratch = scratch;
  /** The options of a text that may be smart encoded first. @type {Table} */
  sentTable = { ...this.table, smartEncoding };

  /**
   * A function of this module as a function of its other arguments.
   * @template {unknown[]} A
   * @template R
   * @param {(module: ReportModule, ...rest: A) => R} work
   * @returns {(...rest: A) => R}
   */
  bind(work) {
    return (...rest) => work(this, ...rest);
  }

  /** @param {unknown} options @returns {Settings} */
  settings(options) {
    return read(options, this.sentTable);
  }

  /**
   * The text that is sent for this one.
   * @param {string} text
   * @param {Settings} settings
   */
  sent(text, settings) {
    if (settings.rules === '') return text;
    const { substitutions } = this.report(text, settings, (wasm, ...options) => wasm.smartEncode(text, settings.rules, undefined, undefined, [], ...options));
    return edited(text, substitutions);
  }
}

/**
 * A text with some of it replaced. It is the text of the caller, so that lone surrogates stay what they are.
 * @param {string} text
 * @param {readonly Edit[]} edits in order
 */
export function edited(text, edits) {
  let [result, from] = ['', 0];
  for (const { start, end, replacement } of edits) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

/**
 * Refuses what is not a text, and a text too long for a report on its characters, each of which would be an object.
 * @param {unknown} text
 * @returns {asserts text is string}
 */
export function isReportable(text) {
  isText(text);
  const { length } = text;
  if (length > MAX_REPORT) throw new SmsError('text-too-long', `a report is on at most ${MAX_REPORT} units, not ${length}: count and split take texts of any length`);
}
