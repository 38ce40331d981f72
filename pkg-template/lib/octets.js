/** Septets and user data, in and out. */

import { isOctets, isText, isWhole, wrong } from './error.js';
import { DEFAULTS, named, oneOf } from './options.js';

/** @import { AlphabetOptions, Dcs, DecodeOptions, EncodeOptions, ReceivedUserData, UserData } from '../octets.js' */
/** @import * as bindings from '../wasm/octets.js' */
/** @import { Reports } from './reports.js' */

/** @typedef {Reports<typeof bindings>} Octets */

/**
 * @param {Octets} reports
 * @param {string} text
 * @param {AlphabetOptions} [options]
 * @returns {Uint8Array}
 */
export function encodeSeptets(reports, text, options) {
  isText(text);
  const [locking, single] = alphabet(reports, named(options, ['lockingShift', 'singleShift']));
  return reports.call(text, DEFAULTS, (bindings) => bindings.encodeSeptets(text, locking, single));
}

/**
 * @param {Octets} reports
 * @param {Uint8Array} septets
 * @param {AlphabetOptions & DecodeOptions} [options]
 * @returns {string}
 */
export function decodeSeptets(reports, septets, options) {
  isOctets(septets, 'septets');
  const { strict, ...shifts } = named(options, ['lockingShift', 'singleShift', 'strict']);
  const [locking, single] = alphabet(reports, shifts);
  return reports.call('', DEFAULTS, (bindings) => bindings.decodeSeptets(septets, locking, single, isStrict(strict)));
}

/**
 * @param {Octets} reports
 * @param {Uint8Array} septets
 * @param {number} [fillBits]
 * @returns {Uint8Array}
 */
export function packSeptets(reports, septets, fillBits = 0) {
  isOctets(septets, 'septets');
  isWhole(fillBits, 'fillBits', 0, 255);
  return reports.call('', DEFAULTS, (bindings) => bindings.packSeptets(septets, fillBits));
}

/**
 * @param {Octets} reports
 * @param {Uint8Array} octets
 * @param {number} count
 * @param {number} [fillBits]
 * @returns {Uint8Array}
 */
export function unpackSeptets(reports, octets, count, fillBits = 0) {
  isOctets(octets, 'octets');
  isWhole(count, 'count', 0, 0xFFFFFFFF);
  isWhole(fillBits, 'fillBits', 0, 255);
  return reports.call('', DEFAULTS, (bindings) => bindings.unpackSeptets(octets, count, fillBits));
}

/**
 * @param {Octets} reports
 * @param {string} text
 * @param {EncodeOptions} [options]
 * @returns {UserData[]}
 */
export function encodeUserData(reports, text, options) {
  isText(text);
  const { reference = 0, ...rest } = named(options, [...Object.keys(reports.table), 'reference']);
  isWhole(reference, 'option reference', 0, 0xFFFF);
  const settings = reports.settings(rest);
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
  /** @type {UserData[]} */
  const parts = reports.report(text, settings, (bindings, ...packed) => bindings.encodeUserData(units, reference, ...packed));
  for (const part of parts) complete(part);
  return parts;
}

/**
 * @param {Octets} reports
 * @param {ReceivedUserData} part
 * @param {DecodeOptions} [options]
 * @returns {UserData}
 */
export function decodeUserData(reports, part, options) {
  const { dcs, udhi, udl, octets } = received(part);
  const strict = isStrict(named(options, ['strict']).strict);
  return complete(reports.report('', DEFAULTS, (bindings) => bindings.decodeUserData(dcs, udhi, udl, octets, strict)));
}

/**
 * @param {Octets} reports
 * @param {number} octet
 * @returns {Dcs}
 */
export function parseDcs(reports, octet) {
  isWhole(octet, 'octet', 0, 255);
  return reports.report('', DEFAULTS, (bindings) => bindings.parseDcs(octet));
}

/**
 * The fields of a received part, checked; what else it has is no concern of ours.
 * @param {unknown} part
 */
export function received(part) {
  if (typeof part !== 'object' || part === null) throw wrong('part', 'an object', part);
  const { dcs, udhi, udl, octets } = /** @type {Record<string, unknown>} */ (part);
  isWhole(dcs, 'part.dcs', 0, 255);
  if (typeof udhi !== 'boolean') throw wrong('part.udhi', 'a boolean', udhi);
  isWhole(udl, 'part.udl', 0, 255);
  isOctets(octets, 'part.octets');
  return { dcs, udhi, udl, octets };
}

/**
 * What JSON does not have: octets as such, and UCS-2 as it came, lone surrogates included.
 * @param {any} part
 * @returns {UserData}
 */
export function complete(part) {
  if (part.codeUnits !== null) part.text = part.codeUnits.map((/** @type {number} */ unit) => String.fromCharCode(unit)).join('');
  delete part.codeUnits;
  for (const holder of [part, part.smpp, part.smpp.sar, ...part.elements]) {
    for (const name of ['udh', 'octets', 'data', 'shortMessage']) {
      if (Array.isArray(holder?.[name])) holder[name] = Uint8Array.from(holder[name]);
    }
  }
  return part;
}

/** @param {unknown} strict */
function isStrict(strict = false) {
  if (typeof strict !== 'boolean') throw wrong('option strict', 'a boolean', strict);
  return strict;
}

/**
 * The identifiers of two languages; 0 for the default table.
 * @param {Octets} reports
 * @param {Record<string, unknown>} shifts
 * @returns {[number, number]}
 */
function alphabet(reports, { lockingShift = null, singleShift = null }) {
  return [identifier(reports, 'lockingShift', lockingShift), identifier(reports, 'singleShift', singleShift)];
}

/**
 * @param {Octets} reports
 * @param {string} name
 * @param {unknown} language
 */
function identifier(reports, name, language) {
  /** @type {string[]} */
  const names = reports.languages();
  const place = names.indexOf(/** @type {string} */ (language));
  if (place < 0 && language !== null) throw wrong(`option ${name}`, oneOf([...names, null]), language);
  return place + 1;
}
