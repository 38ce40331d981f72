/** The module of `septet`, beside that of the hot path. */

import * as bindings from '../wasm/septet.js';
import { scratch } from './hot.js';
import { smartEncoding } from './options.js';
import { Reports } from './reports.js';

/** @import { Settings } from './options.js' */

/** @typedef {{ start: number, end: number, replacement: string }} Edit */

/** @extends {Reports<typeof bindings>} */
export class Texts extends Reports {
  /** @param {() => unknown} start */
  constructor(start) {
    super(start, bindings);
    this.scratch = scratch;
    /** The options of a text that is not smart encoded. */
    this.plainTable = this.table;
    this.table = { ...this.table, smartEncoding };
  }

  /**
   * Asks about a text (`src/wasm/report.rs` says what the words and the numbers mean).
   * @param {bindings.Question} question
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
    const { substitutions } = this.ask(bindings.Question.SmartEncode, text, settings, [settings.smart]);
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
