/** `count`, `countMany` and `split` with every option: the hot path where it can be, else the text as a string. */

import { countUtf16 } from './count.js';
import { isText, isUint8Array, wrong } from './error.js';
import { countLines, linesOf, octetsOf } from './count-lines.js';
import { Columns, countManyUtf16 } from './count-many.js';
import { Cutter, splitUtf16 } from './split.js';

/** @import { NumberedPart, Part } from '../index.js' */
/** @import { Settings } from './options.js' */
/** @import { ReportModule, Unbound } from './report-module.js' */
/** @import { Scratch } from './scratch.js' */

/** @type {Unbound<'count'>} */
export const count = (module, text, options) => {
  isText(text);
  return countWith(module, text, module.settings(options));
};

/** @type {Unbound<'countMany'>} */
export const countMany = (module, list, options) => {
  const settings = module.settings(options);
  const isPlain = isSentAsIs(settings) && !isRich(settings);
  const octets = isUint8Array(list) ? octetsOf(list) : null;
  if (octets && isPlain && readsLines(module.scratch)) return countLines(module.scratch, octets, settings);
  const all = octets ? linesOf(octets) : list;
  if (!Array.isArray(all)) throw wrong('texts', 'an array of strings or a Uint8Array', list);
  if (isPlain) return countManyUtf16(module.scratch, all, settings);
  const columns = new Columns(all.length);
  for (const [index, text] of all.entries()) {
    isText(text, `texts[${index}]`);
    const { encoding, segments, units } = countWith(module, text, settings);
    columns.add(encoding === 'GSM-7' ? 0 : 1, segments, units);
  }
  return columns.counts();
};

/** @type {Unbound<'split'>} */
export const split = (module, text, options) => {
  isText(text);
  const settings = module.settings(options);
  const sent = module.sent(text, settings);
  if (!isRich(settings)) return splitUtf16(module.scratch, sent, settings);
  const [unitsPerSegment = 0, ...cuts] = module.report(sent, settings, (wasm, ...packed) => wasm.splitText(sent, ...packed));
  const cutter = new Cutter(sent, unitsPerSegment);
  for (let index = 0; index < cuts.length; index += 2) cutter.cut(cuts[index] ?? 0, cuts[index + 1] ?? 0);
  return numbered(cutter.parts, settings);
};

/**
 * @param {ReportModule} module
 * @param {string} text
 * @param {Settings} settings
 */
function countWith(module, text, settings) {
  const sent = module.sent(text, settings);
  if (!isRich(settings)) return countUtf16(module.scratch, sent, settings);
  return module.report(sent, settings, (wasm, ...packed) => wasm.countText(sent, ...packed));
}

/** True if lines of UTF-8 can be counted without making strings of them: not by the script that stands in for a module. @param {Scratch} scratch */
function readsLines(scratch) {
  scratch.ready();
  return 'countLines' in scratch.wasm;
}

/** @param {Settings} settings whether they say more than the hot path knows */
function isRich({ flags, languages }) {
  return flags >> 5 !== 0 || languages.length > 0;
}

/** @param {Settings} settings whether a text is sent as it is given */
function isSentAsIs({ rules, prefix, suffix, crlf }) {
  return rules === '' && prefix === '' && suffix === '' && !crlf;
}

/** Units of the smallest segments that have counters, as `src/segment/boundary.rs` has it. */
const SMALLEST_NUMBERED = 40;

/**
 * The parts with their counters, if they have some.
 * @param {Part[]} parts
 * @param {Settings} settings
 */
export function numbered(parts, { flags }) {
  const [first] = parts;
  // Cut at words, with counters.
  if (flags >> 5 !== 6 || parts.length === 1 || !first || first.unitsPerSegment < SMALLEST_NUMBERED) return parts;
  for (const [index, part] of parts.entries()) /** @type {NumberedPart} */ (part).counter = `(${index + 1}/${parts.length}) `;
  return parts;
}
