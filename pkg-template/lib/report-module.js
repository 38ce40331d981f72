/** The module of reports on texts, next to the one that counts. */

import { edited } from './edits.js';
import { read } from './options.js';
import { smartEncoding, textLanguage } from './options-texts.js';
import { OptionsModule } from './options-module.js';
import { scratch } from './wasm-count-lines.js';

/** @import { Settings, Table } from './options.js' */

/**
 * The module of `septet`, next to the one that counts.
 * @extends {OptionsModule<typeof import('../wasm/septet.js')>}
 */
export class ReportModule extends OptionsModule {
  scratch = scratch;
  /** The options of a text that may be smart encoded first. @type {Table} */
  sentTable = { ...this.table, smartEncoding, textLanguage };

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
    const { substitutions } = this.report(text, settings, (wasm, ...options) => wasm.smartEncode(text, settings.rules, undefined, undefined, [], settings.textLanguage, undefined, ...options));
    return edited(text, substitutions);
  }
}
