/** A module whose functions take the options of counting. */

import { WasmModule } from './module.js';
import { tableOf } from './options-texts.js';

/** @import { Settings, Table } from './options.js' */

/**
 * @template {{ __wbg_reset_state: () => void, languageNames: () => string[] }} Bindings
 * @extends {WasmModule<Bindings>}
 */
export class OptionsModule extends WasmModule {
  /** The names of the national languages, by identifier from 1. @type {string[]} */
  names = [];
  /** The options of a text that is sent as it is. @type {Table} */
  table = tableOf(() => this.languages());

  languages() {
    if (this.names.length === 0) this.names = this.started().languageNames();
    return this.names;
  }

  /**
   * A function of this module as a function of its other arguments.
   * @template {unknown[]} A
   * @template R
   * @param {(module: this, ...rest: A) => R} work
   * @returns {(...rest: A) => R}
   */
  bind(work) {
    return (...rest) => work(this, ...rest);
  }

  /**
   * A call that is about a text.
   * @template T
   * @param {string} text
   * @param {Settings} settings
   * @param {(bindings: Bindings, flags: number, limits: number, languages: Uint8Array) => T} work
   * @returns {T}
   */
  report(text, settings, work) {
    const { flags, limits, languages, profile } = settings;
    return this.call((bindings) => work(bindings, flags, limits, languages), `a text of ${text.length} units`, text, profile);
  }
}
