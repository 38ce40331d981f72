/** Commands of an application next to the keywords of providers; which comes first is decided in Rust. */

import { isText } from '../error.js';

/** @import { KeywordOptions, Route } from '../../messages.js' */

/**
 * @param {(options: KeywordOptions | undefined, commands: [string, boolean][], message: string | undefined) => any} lead says where
 * a message leads; without one, throws if the commands cannot be had
 */
export const router = (lead) => class Router {
  options;
  /** The words of each command, and whether it takes an argument. @type {[string, boolean][]} */
  words = [];
  /** The value of each command. @type {unknown[]} */
  values = [];

  /** @param {KeywordOptions} [options] */
  constructor(options) {
    this.options = options;
    lead(options, this.words, undefined);
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
    const { type, keyword, command, argument } = lead(this.options, this.words, message);
    if (type === 'keyword') return { type, keyword };
    return type === 'command' ? { type, command: this.values[command], argument } : { type };
  }

  /** @param {string} words @param {boolean} takesArgument @param {unknown} value */
  add(words, takesArgument, value) {
    /** @type {[string, boolean][]} */
    const all = [...this.words, [words, takesArgument]];
    lead(this.options, all, undefined);
    this.words = all;
    this.values.push(value);
    return this;
  }
};
