/** The module of `septet`, beside that of the hot path. */

import { Question } from '../wasm/septet.js';
import { scratch } from './wasm-count-lines.js';
import { smartEncoding } from './options.js';
import { Reports } from './reports.js';

/** @import { Settings } from './options.js' */

/** @typedef {{ start: number, end: number, replacement: string }} Edit */

/**
 * The bindings of a module: what texts need of them, so that nothing else is loaded.
 * @typedef {Pick<typeof import('../wasm/septet.js'), '__wbg_reset_state' | 'initSync' | 'languageNames' | 'report'>} Bindings
 */

/** @extends {Reports<Bindings>} */
export class Texts extends Reports {
  /**
   * @param {() => unknown} start
   * @param {Bindings} bindings
   */
  constructor(start, bindings) {
    super(start, bindings);
    this.scratch = scratch;
    /** The options of a text that is not smart encoded. */
    this.plainTable = this.table;
    this.table = { ...this.table, smartEncoding };
  }

  /**
   * Asks about a text (`src/wasm/report.rs` says what the words and the numbers mean).
   * @param {Question} question
   * @param {string} text
   * @param {Settings} settings
   * @param {readonly number[] | Uint32Array} [numbers]
   * @param {string} [words]
   * @returns {any}
   */
  ask(question, text, settings, numbers = [], words = '') {
    return this.report(text, settings, ({ report }, ...options) => report(question, text, words, Uint32Array.from(numbers), ...options));
  }

  /**
   * The text that is sent for this one.
   * @param {string} text
   * @param {Settings} settings
   */
  sent(text, settings) {
    if (settings.smart === 0) return text;
    const { substitutions } = this.ask(Question.SmartEncode, text, settings, [settings.smart]);
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
 * Strings as one, a NUL after each (or two lone surrogates could meet), and their lengths.
 * @param {readonly string[]} strings
 * @returns {[string, number[]]}
 */
export function joined(strings) {
  return [strings.map((string) => `${string}\0`).join(''), strings.map((string) => string.length)];
}
