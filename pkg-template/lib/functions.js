/** The functions of `septet`, by what they need of its module. */

import { links, rcs, suggest, template, truncate } from './advice.js';
import { analyze, explain } from './analyze.js';
import { count, countMany, split } from './rich.js';
import { smartEncode } from './smart.js';

/** @import { Texts } from './texts.js' */

/**
 * Functions of texts as functions of their other arguments.
 * @param {Texts} texts
 */
function over(texts) {
  /**
   * @template {unknown[]} A
   * @template R
   * @param {(texts: Texts, ...rest: A) => R} work
   * @returns {(...rest: A) => R}
   */
  return (work) => (...rest) => work(texts, ...rest);
}

/**
 * What the basis of the module does.
 * @param {Texts} texts
 */
export function basic(texts) {
  const bound = over(texts);
  return {
    /** @type {typeof import('../index.js').count} */
    count: (text, options) => count(texts, text, options),
    countMany: bound(countMany),
    split: bound(split),
    smartEncode: bound(smartEncode),
    rcs: bound(rcs),
  };
}

/**
 * What its advice is needed for.
 * @param {Texts} texts
 */
export function advising(texts) {
  const bound = over(texts);
  return { analyze: bound(analyze), explain: bound(explain), suggest: bound(suggest), truncate: bound(truncate), links: bound(links) };
}

/**
 * What its templates are needed for.
 * @param {Texts} texts
 */
export function templating(texts) {
  return { template: over(texts)(template) };
}
