/** `count`, `countMany` and `split` with every option: the hot path where it can be, else the text as a string. */

import { Question } from '../wasm/septet.js';
import { countPlain, countUtf16 } from './count.js';
import { isText, wrong } from './error.js';
import { countLines, linesOf, octetsOf } from './lines.js';
import { Columns, countManyUtf16 } from './many.js';
import { Cutter, splitUtf16 } from './split.js';

/** @import { Count, CountOptions, Counts, Part } from '../index.js' */
/** @import { Settings } from './options.js' */
/** @import { Texts } from './texts.js' */

/**
 * @param {Texts} texts
 * @param {string} text
 * @param {CountOptions} [options]
 * @returns {Count}
 */
export function count(texts, text, options) {
  if (options === undefined) return countPlain(texts.scratch, text);
  isText(text);
  return countWith(texts, text, texts.settings(options));
}

/**
 * @param {Texts} texts
 * @param {readonly string[] | Uint8Array} list
 * @param {CountOptions} [options]
 * @returns {Counts}
 */
export function countMany(texts, list, options) {
  const settings = texts.settings(options);
  const isPlain = settings.smart === 0 && !isRich(settings);
  const octets = list instanceof Uint8Array ? octetsOf(list) : null;
  if (octets && isPlain) return countLines(texts.scratch, octets, settings);
  const all = octets ? linesOf(octets) : list;
  if (!Array.isArray(all)) throw wrong('texts', 'an array of strings or a Uint8Array', list);
  if (isPlain) return countManyUtf16(texts.scratch, all, settings);
  const columns = new Columns(all.length);
  for (const [index, text] of all.entries()) {
    isText(text, `texts[${index}]`);
    const { encoding, segments, units } = countWith(texts, text, settings);
    columns.add(encoding === 'GSM-7' ? 0 : 1, segments, units);
  }
  return columns.counts();
}

/**
 * @param {Texts} texts
 * @param {string} text
 * @param {CountOptions} [options]
 * @returns {Part[]}
 */
export function split(texts, text, options) {
  isText(text);
  const settings = texts.settings(options);
  const sent = texts.sent(text, settings);
  if (!isRich(settings)) return splitUtf16(texts.scratch, sent, settings);
  /** @type {number[]} */
  const [unitsPerSegment = 0, ...cuts] = texts.ask(Question.Split, sent, settings);
  const cutter = new Cutter(sent, unitsPerSegment);
  cutter.cut(cuts);
  return cutter.parts;
}

/**
 * @param {Texts} texts
 * @param {string} text
 * @param {Settings} settings
 */
function countWith(texts, text, settings) {
  const sent = texts.sent(text, settings);
  if (!isRich(settings)) return countUtf16(texts.scratch, sent, settings);
  return texts.ask(Question.Count, sent, settings);
}

/** @param {Settings} settings whether they say more than the hot path knows */
function isRich({ flags, languages }) {
  return flags >> 5 !== 0 || languages.length > 0;
}
