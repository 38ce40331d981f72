/** The module of `septet/messages`, started before the first call. */

import * as bindings from '../../wasm/messages.js';
import { guarded } from '../guard.js';
import { Counter } from './counter.js';
import { Values } from './values.js';

const NONE = new Uint32Array(0);

export class Calls {
  /** @param {() => unknown} start called before the first use, more than once if it throws */
  constructor(start) {
    this.start = start;
    this.isStarted = false;
  }

  /**
   * Calls a function of the module; what it throws becomes an error of the package.
   * @param {string} name the function
   * @param {Readonly<Record<string, unknown>>} [given] its arguments by their names, in order
   * @param {Uint32Array} [runs] of a batch
   * @param {Counter} [counter]
   * @returns {string}
   */
  text(name, given = {}, runs = NONE, counter = new Counter()) {
    if (!this.isStarted) {
      this.start();
      this.isStarted = true;
    }
    const values = new Values({ name, ...given });
    const packed = values.packed();
    try {
      return guarded(bindings.__wbg_reset_state, 'these arguments', () => bindings.call(...packed, runs, counter));
    } catch (failure) {
      throw values.failed(failure);
    }
  }

  /**
   * A call whose result is JSON.
   * @param {string} name
   * @param {Readonly<Record<string, unknown>>} [given]
   * @param {Uint32Array} [runs]
   * @param {Counter} [counter]
   * @returns {any}
   */
  json(name, given, runs, counter) {
    return JSON.parse(this.text(name, given, runs, counter));
  }
}
