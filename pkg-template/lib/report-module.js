/** The module of reports on texts, next to the one that counts. */

import { edited } from './edits.js';
import { framed } from './framed.js';
import { read } from './options.js';
import { SENT } from './options-texts.js';
import { OptionsModule } from './options-module.js';
import { scratch } from './wasm-count-lines.js';

/** @import * as Septet from '../index.js' */
/** @import { Settings, Table } from './options.js' */

/**
 * A function of `septet`, documented in `index.d.ts`, before it is bound to the module: that comes first.
 * @template {'count' | 'countMany' | 'split' | 'smartEncode' | 'analyze' | 'explain' | 'suggest' | 'truncate' | 'template' | 'links' | 'rcs'} Name
 * @typedef {(module: ReportModule, ...rest: Parameters<typeof Septet[Name]>) => ReturnType<typeof Septet[Name]>} Unbound
 */

/**
 * The module of `septet`, next to the one that counts.
 * @extends {OptionsModule<typeof import('../wasm/septet.js')>}
 */
export class ReportModule extends OptionsModule {
  scratch = scratch;
  /** The options of a text that something else may be sent for. @type {Table} */
  sentTable = { ...this.table, ...SENT };

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
    return this.encoded(framed(text, settings), settings);
  }

  /**
   * The text after smart encoding, if the options ask for it.
   * @param {string} text
   * @param {Settings} settings
   */
  encoded(text, settings) {
    if (settings.rules === '') return text;
    const { substitutions } = this.report(text, settings, (wasm, ...options) => wasm.smartEncode(text, settings.rules, undefined, undefined, [], settings.textLanguage, undefined, ...options));
    return edited(text, substitutions);
  }
}
