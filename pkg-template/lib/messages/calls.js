/** Calls into the module of a task of `septet/messages`, which is started before the first one. */

import { guarded } from '../error.js';
import { Values } from './values.js';

/** @import { Counter } from './counter.js' */

export class Calls {
  /**
   * @param {() => unknown} start called before the first use, more than once if it throws
   * @param {() => void} restart gives the module a memory of its own again
   * @param {(words: Uint32Array, octets: Uint8Array, counter: Counter | null) => string} call
   */
  constructor(start, restart, call) {
    this.start = start;
    this.restart = restart;
    this.call = call;
    this.isStarted = false;
  }

  /**
   * Calls a function of the module; what it throws becomes an error of the package.
   * @param {string} name the function
   * @param {Readonly<Record<string, unknown>>} [given] its arguments by their names, in order
   * @param {Counter | null} [counter] for functions that count
   * @returns {string}
   */
  text(name, given = {}, counter = null) {
    if (!this.isStarted) {
      this.start();
      this.isStarted = true;
    }
    const values = new Values({ name, ...given });
    const [words, octets] = values.packed();
    try {
      return guarded(this.restart, 'these arguments', () => this.call(words, octets, counter));
    } catch (failure) {
      throw values.failed(failure);
    }
  }

  /**
   * A call whose result is JSON.
   * @param {string} name
   * @param {Readonly<Record<string, unknown>>} [given]
   * @param {Counter | null} [counter]
   * @returns {any}
   */
  json(name, given, counter) {
    return JSON.parse(this.text(name, given, counter));
  }
}
