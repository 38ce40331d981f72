/** The module of `septet/messages`, started before the first call. */

import * as bindings from '../../wasm/messages.js';
import { Values } from './values.js';

/** @typedef {typeof bindings} Bindings */

export class Calls {
  /** @param {() => unknown} start called before the first use, more than once if it throws */
  constructor(start) {
    this.start = start;
    this.isStarted = false;
  }

  /**
   * Calls a function of the module; what it throws becomes an error of the package.
   * @param {Exclude<keyof Bindings, 'default' | 'initSync'>} name
   * @param {Readonly<Record<string, unknown>>} [given] the arguments by their names, in order
   * @param {unknown[]} more what is given as it is
   * @returns {string}
   */
  text(name, given = {}, ...more) {
    if (!this.isStarted) {
      this.start();
      this.isStarted = true;
    }
    const values = new Values(given);
    const packed = values.packed();
    const work = /** @type {(...given: unknown[]) => string} */ (bindings[name]);
    try {
      return work(...packed, ...more);
    } catch (failure) {
      throw values.failed(failure);
    }
  }

  /**
   * A call whose result is JSON.
   * @param {Parameters<Calls['text']>[0]} name
   * @param {Readonly<Record<string, unknown>>} [given]
   * @param {unknown[]} more
   * @returns {any}
   */
  json(name, given, ...more) {
    return JSON.parse(this.text(name, given, ...more));
  }
}
