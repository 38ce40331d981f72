/** Counts for the modules of `septet/messages` with that of `septet`, so that none brings what it has. */

import { count, smartEncode } from '../../index.js';

/** @import { Count } from '../../index.js' */

export class Counter {
  /** The text as it travels, and what it costs: `null` until something is counted. */
  text = /** @type {string | null} */ (null);
  count = /** @type {Count | null} */ (null);

  /**
   * @param {string} text
   * @param {boolean} isSmartEncoded
   * @param {'standard' | 'toll-free' | undefined} profile none for a text that is not counted
   */
  countBody(text, isSmartEncoded, profile) {
    this.text = isSmartEncoded ? smartEncode(text, 'twilio').text : text;
    this.count = profile ? count(this.text, { profile }) : null;
    return this.count;
  }
}
