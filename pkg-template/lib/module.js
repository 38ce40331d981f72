/** A WebAssembly module that strings and objects cross the border of: started by the first call, and anew when its memory was full. */

import { started } from './diagnosis.js';
import { SmsError } from './error.js';
import { failed, hasBroken } from './failure.js';

/**
 * @template {{ __wbg_reset_state: () => void }} Bindings
 */
export class WasmModule {
  /**
   * @param {() => unknown} start called before the first use, more than once if it throws
   * @param {Bindings} bindings of the module that it starts
   */
  constructor(start, bindings) {
    this.start = start;
    this.bindings = bindings;
    /** Number of starts: more than one if there was not enough memory. */
    this.starts = 0;
    /** True if a call was interrupted, and the module is not begun anew. */
    this.isBroken = false;
  }

  started() {
    if (this.starts === 0 || this.isBroken) {
      started(this.starts === 0 ? this.start : this.bindings.__wbg_reset_state);
      this.isBroken = false;
      this.starts++;
    }
    return this.bindings;
  }

  /**
   * The functions of the module by their names, as callers have them: they start it, and throw errors of the package.
   * @returns {any}
   */
  functions() {
    const bound = Object.keys(this.bindings).map((name) => ({
      /** @param {unknown[]} rest */
      [name]: (...rest) => this.call((bindings) => /** @type {any} */ (bindings)[name](...rest)),
    }));
    return Object.assign({}, ...bound);
  }

  /**
   * Calls into the module; what it throws becomes an error of the package.
   * @template T
   * @param {(bindings: Bindings) => T} work
   * @param {string} [what] there may be no memory for
   * @param {string} [text] the call is about
   * @param {Readonly<Record<string, number>> | null} [profile] as given
   * @returns {T}
   */
  call(work, what = 'these arguments', text = '', profile = null) {
    const bindings = this.started();
    try {
      return work(bindings);
    } catch (failure) {
      // Noted before anything is called: the stack may be too full for that, and then the next call gives the module a memory of its own again.
      this.isBroken = true;
      if (!hasBroken(failure)) {
        this.isBroken = false;
        throw failed(failure, text, profile);
      }
      this.started();
      throw new SmsError('out-of-memory', `there is not enough memory for ${what}`, { cause: failure });
    }
  }
}
