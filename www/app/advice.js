/**
 * The one list of ways to spend fewer segments, in the order of the package: least harm first. The page adds what each
 * saves, and presents shortening as what it is: so many characters over, to be cut by a person.
 */

import { campaignOf, computeCampaign, FIELD } from './campaign.js';
import { applied } from './actions/diff.js';
import { optionsOf, wholePackage } from './reading.js';

/** @typedef {import('./state.js').Settings} Settings */
/** @typedef {import('./state.js').State} State */
/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {ReturnType<import('./reading.js').Package['suggest']>[number]} Suggestion */
/** @typedef {ReturnType<import('./reading.js').Package['smartEncode']>} SmartEncoded */
/** @typedef {ReturnType<import('./reading.js').Package['explain']>[number]} Explanation */
/** @typedef {{ start: number, end: number, replacement: string }} Edit */

/**
 * A change of the text, or of the national languages, that saves segments.
 * @typedef {object} Change
 * @property {string} text after the change
 * @property {readonly Edit[]} edits
 * @property {number} before segments of one message, or of all rows of a table
 * @property {number} after
 */

/**
 * A change and its kind; the detail is the warning about the waste, the level of smart encoding, or the language of the tables.
 * @typedef {Change & ({ kind: 'waste', detail: Waste } | { kind: 'clean-up' | 'smart-encoding' | 'national-language' | 'remove-offenders', detail: string })} Fix
 */

/**
 * A text that is too long for one segment less.
 * @typedef {object} Overhang
 * @property {'overhang'} kind
 * @property {number} start of what is too much, in UTF-16 units
 * @property {number} end
 * @property {number} characters
 * @property {number} target segments without it
 */

/** @typedef {Fix | Overhang} Action */

/** Warnings of the package about characters that cost segments and say nothing. */
const WASTE = /** @type {const} */ (['invisible-characters', 'misread-characters', 'doubled-blanks', 'trailing-white-space', 'crlf', 'decomposed-accents']);
/** @typedef {(typeof WASTE)[number]} Waste */

/** The answer for the reading that was asked about last. @type {{ key: readonly unknown[], actions: readonly Action[] } | null} */
let latest = null;

/**
 * @param {Reading} reading
 * @param {State} state
 * @returns {readonly Action[]}
 */
export function actionsOn(reading, state) {
  const key = [reading, state.samples, state.table, state.mapping];
  if (latest === null || key.some((part, index) => part !== latest?.key[index])) {
    const campaign = campaignOf(state);
    const actions = reading.analysis === null || campaign.kind === 'broken' ? []
      : campaign.kind === 'template' ? templateFixes(state) : plainActions(reading, state.settings);
    latest = { key, actions };
  }
  return latest.actions;
}

/** @param {Reading} reading @param {Settings} settings @returns {Action[]} */
function plainActions(reading, settings) {
  const found = fixes(reading, settings);
  return [...found, ...overhang(reading, settings, found.length > 0 ? MAX_OVERHANG.besides : MAX_OVERHANG.alone)];
}

/**
 * @param {Reading} reading
 * @param {Settings} settings
 * @returns {Fix[]}
 */
function fixes({ text, analysis, count: { segments: before } }, settings) {
  const { count, suggest } = wholePackage();
  // A requested encoding is set aside: the advice is how to get there.
  const options = { ...optionsOf(settings), encoding: /** @type {const} */ ('auto') };
  /** @type {Fix[]} */
  const found = [];
  for (const { code, fix: edits } of analysis?.warnings ?? []) {
    const waste = WASTE.find((one) => one === code);
    if (edits === null || waste === undefined) continue;
    const changed = applied(text, edits);
    const after = count(changed, options).segments;
    if (after < before) found.push({ kind: 'waste', detail: waste, text: changed, edits, before, after });
  }
  for (const { kind, level, lockingShift, singleShift, edits, text: changed } of suggest(text, options)) {
    if (kind === 'shorten') continue;
    const languages = kind === 'national-language' ? { nationalLanguages: /** @type {const} */ ('auto') } : {};
    const after = count(changed, { ...options, ...languages }).segments;
    const isKnown = kind !== 'national-language' && found.some((other) => other.text === changed);
    if (after < before && !isKnown) found.push({ kind, detail: level ?? lockingShift ?? singleShift ?? '', text: changed, edits, before, after });
  }
  return found;
}

/** A text is shown as too long up to this many characters: where something else saves a segment, and where nothing does. */
const MAX_OVERHANG = { besides: 30, alone: 60 };

/**
 * @param {Reading} reading
 * @param {Settings} settings
 * @param {number} max characters from which on it is not shown
 * @returns {Overhang[]}
 */
function overhang({ text, count: { segments } }, settings, max) {
  if (segments < 2) return [];
  const target = segments - 1;
  const kept = longestPrefix(text, target, settings);
  const characters = graphemes(text.slice(kept));
  return characters > max ? [] : [{ kind: 'overhang', start: kept, end: text.length, characters, target }];
}

/**
 * The length of the longest beginning that fits, by whole characters as people see them. It may end within a word or a
 * link: it says by how much a text is too long, and nothing is cut there.
 * @param {string} text
 * @param {number} segments
 * @param {Settings} settings
 */
function longestPrefix(text, segments, settings) {
  const options = { ...optionsOf(settings), encoding: /** @type {const} */ ('auto') };
  const { count } = wholePackage();
  // A longer beginning never takes fewer segments.
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (count(text.slice(0, middle), options).segments <= segments) low = middle;
    else high = middle - 1;
  }
  return new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text).containing(low)?.index ?? low;
}

/** Characters as people count them. @param {string} text */
export function graphemes(text) {
  // Without marks, joiners and pairs every unit is a character of its own.
  if (!/[\p{M}\p{Cf}\p{Cs}\p{Extended_Pictographic}\r\u{10000}-\u{10ffff}]/u.test(text)) return text.length;
  let characters = 0;
  for (const _ of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) characters += 1;
  return characters;
}

/** Values that fields are taken to have without a table: up to this many characters, all of GSM-7. */
export const NOMINAL = 20;

/**
 * Changes of the text around its fields, by what they save over all rows of the table; without one, in a message whose
 * values are plain and of {@link NOMINAL} characters.
 * @param {State} state
 * @returns {Fix[]}
 */
function templateFixes(state) {
  const campaign = campaignOf(state);
  if (campaign.kind !== 'template' || campaign.unmapped.length > 0) return [];
  const { smartEncode } = wholePackage();
  const { text, settings } = state;
  const options = { ...optionsOf(settings), encoding: /** @type {const} */ ('auto'), apply: /** @type {const} */ ('always'), residue: /** @type {const} */ ('keep') };
  const before = totalOf(state);
  const fields = [...text.matchAll(FIELD)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
  /** @type {Fix[]} */
  const found = [];
  for (const level of /** @type {const} */ (['typography', 'compatibility', 'transliteration'])) {
    const edits = smartEncode(text, level, options).substitutions
      .filter(({ start, end }) => !fields.some((field) => start < field.end && end > field.start))
      .map(({ start, end, replacement }) => ({ start, end, replacement }));
    const changed = applied(text, edits);
    if (changed === text || found.some((other) => other.text === changed)) continue;
    const costs = totalOf({ ...state, text: changed });
    if (costs < Math.min(before, ...found.map((other) => other.after))) {
      found.push({ kind: 'smart-encoding', detail: level, text: changed, edits, before, after: costs });
    }
  }
  return found;
}

/** Segments of all rows, or of a message with nominal values. @param {State} state */
function totalOf(state) {
  const campaign = computeCampaign(state);
  if (campaign.kind !== 'template') return 0;
  if (campaign.costs !== null) return campaign.costs.totalSegments;
  const fields = Object.fromEntries(campaign.fields.map((field) => [field, { longest: NOMINAL, gsm7Only: true }]));
  return wholePackage().template(state.text, { ...optionsOf(state.settings), encoding: 'auto', fields }).estimate.maximum.segments;
}

/**
 * The result of the smart encoding of a provider.
 * @param {string} text
 * @param {'twilio' | 'telnyx'} provider
 * @param {Settings} settings
 * @returns {SmartEncoded}
 */
export function providerEncoding(text, provider, settings) {
  return wholePackage().smartEncode(text, provider, { ...optionsOf(settings), encoding: 'auto' });
}

/**
 * The characters of the text one by one, with possible replacements.
 * @param {Reading} reading
 * @param {Settings} settings
 * @returns {Explanation[]}
 */
export function explanations({ text, refused }, settings) {
  const options = optionsOf(settings);
  return wholePackage().explain(text, { ...options, encoding: refused === null ? options.encoding : 'auto' });
}
