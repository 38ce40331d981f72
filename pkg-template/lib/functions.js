/** The functions of `septet`. */

import { links, rcs, suggest, template, truncate } from './advice.js';
import { analyze, explain } from './analyze.js';
import { count, countMany, split } from './rich.js';
import { smartEncode } from './smart.js';
import { Texts } from './texts.js';

/** @param {() => unknown} start brings the module of all but the hot path, before its first use */
export function functions(start) {
  const texts = new Texts(start);
  /**
   * @template {unknown[]} A
   * @template R
   * @param {(texts: Texts, ...rest: A) => R} work
   * @returns {(...rest: A) => R}
   */
  const over = (work) => (...rest) => work(texts, ...rest);
  return {
    /** @type {typeof import('../index.js').count} */
    count: (text, options) => count(texts, text, options),
    countMany: over(countMany),
    split: over(split),
    analyze: over(analyze),
    explain: over(explain),
    smartEncode: over(smartEncode),
    suggest: over(suggest),
    truncate: over(truncate),
    template: over(template),
    links: over(links),
    rcs: over(rcs),
  };
}
