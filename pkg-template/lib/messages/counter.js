/** Counts for the module of `septet/messages` with that of `septet`, so that neither brings what the other has. */

import { count, smartEncode } from '../parts/basis.js';

/** @import { Count } from '../../index.js' */

const PROFILES = /** @type {const} */ (['standard', 'standard', 'toll-free']);

export class Counter {
  /** The text as it travels, and what it costs: `null` until something is measured. */
  text = /** @type {string | null} */ (null);
  count = /** @type {Count | null} */ (null);

  /**
   * @param {string} text
   * @param {boolean} isSmartEncoded
   * @param {number} profile 0 for a text that is not counted
   */
  measure(text, isSmartEncoded, profile) {
    this.text = isSmartEncoded ? smartEncode(text, 'twilio').text : text;
    this.count = profile > 0 ? count(this.text, { profile: PROFILES[profile] ?? 'standard' }) : null;
    return this.count === null ? 0 : 2 * this.count.segments + (this.count.encoding === 'UCS-2' ? 1 : 0);
  }
}
