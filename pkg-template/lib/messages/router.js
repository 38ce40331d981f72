/** Commands of an application beside the keywords of providers; which comes first is decided in Rust. */

import { isText } from '../error.js';

/** @import { KeywordOptions, Route } from '../../messages.js' */
/** @import { Calls } from './calls.js' */

/** @param {Calls} calls */
export const router = (calls) => class Router {
  options;
  /** The words of each command, and whether it takes an argument. @type {[string, boolean][]} */
  words = [];
  /** What stands for each. @type {unknown[]} */
  values = [];

  /** @param {KeywordOptions} [options] */
  constructor(options) {
    this.options = options;
    this.lead(this.words);
  }

  /** @param {string} words @param {unknown} command */
  command(words, command) {
    return this.add(words, false, command);
  }

  /** @param {string} word @param {unknown} command */
  argument(word, command) {
    return this.add(word, true, command);
  }

  /** @param {string} message @returns {Route<any>} */
  route(message) {
    isText(message, 'message');
    const { type, keyword, command, argument } = this.lead(this.words, message);
    if (type === 'keyword') return { type, keyword };
    return type === 'command' ? { type, command: this.values[command], argument } : { type };
  }

  /** @param {string} words @param {boolean} takesArgument @param {unknown} value */
  add(words, takesArgument, value) {
    /** @type {[string, boolean][]} */
    const all = [...this.words, [words, takesArgument]];
    this.lead(all);
    this.words = all;
    this.values.push(value);
    return this;
  }

  /**
   * Where a message leads; without one, whether the commands can be had.
   * @param {[string, boolean][]} commands
   * @param {unknown} [message]
   */
  lead(commands, message) {
    return calls.json('route', { options: this.options, commands, message });
  }
};
