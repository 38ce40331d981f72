/** Septets and user data, in and out. */

import { isOctets, isText, isWhole, wrong } from './error.js';
import { DEFAULTS, named, oneOf, read } from './options.js';

/** @import * as Types from '../octets.js' */
/** @import * as bindings from '../wasm/octets.js' */
/** @import { OptionsModule } from './options-module.js' */

/** @typedef {OptionsModule<typeof bindings>} Octets */

/**
 * A function of `septet/octets`, documented in `octets.d.ts`, before it is bound to the module: that comes first.
 * @template {Exclude<keyof typeof Types, 'Reassembler' | 'SmsError'>} Name
 * @typedef {(module: Octets, ...rest: Parameters<typeof Types[Name]>) => ReturnType<typeof Types[Name]>} Unbound
 */

/** @type {Unbound<'encodeSeptets'>} */
export const encodeSeptets = (module, text, options) => {
  isText(text);
  const [locking, single] = alphabet(module, named(options, ['lockingShift', 'singleShift']));
  return module.report(text, DEFAULTS, (bindings) => bindings.encodeSeptets(text, locking, single));
};

/** @type {Unbound<'decodeSeptets'>} */
export const decodeSeptets = (module, septets, options) => {
  isOctets(septets, 'septets');
  const { strict, ...shifts } = named(options, ['lockingShift', 'singleShift', 'strict']);
  const [locking, single] = alphabet(module, shifts);
  return module.call((bindings) => bindings.decodeSeptets(septets, locking, single, isStrict(strict)));
};

/** @type {Unbound<'packSeptets'>} */
export const packSeptets = (module, septets, fillBits = 0) => {
  isOctets(septets, 'septets');
  isWhole(fillBits, 'fillBits', 0, 255);
  return module.call((bindings) => bindings.packSeptets(septets, fillBits));
};

/** @type {Unbound<'unpackSeptets'>} */
export const unpackSeptets = (module, octets, count, fillBits = 0) => {
  isOctets(octets, 'octets');
  isWhole(count, 'count', 0, 0xFFFFFFFF);
  isWhole(fillBits, 'fillBits', 0, 255);
  return module.call((bindings) => bindings.unpackSeptets(octets, count, fillBits));
};

/** @type {Unbound<'encodeUserData'>} */
export const encodeUserData = (module, text, options) => {
  isText(text);
  const { reference = 0, ...rest } = named(options, [...Object.keys(module.table), 'reference']);
  isWhole(reference, 'option reference', 0, 0xFFFF);
  const settings = read(rest, module.table);
  const units = unitsOf(text);
  /** @type {Types.UserData[]} */
  const parts = module.report(text, settings, (bindings, ...packed) => bindings.encodeUserData(units, reference, ...packed));
  return parts.map(complete);
};

/** @type {Unbound<'decodeUserData'>} */
export const decodeUserData = (module, part, options) => {
  const { dcs, udhi, udl, octets } = received(part);
  const strict = isStrict(named(options, ['strict']).strict);
  return complete(module.call((bindings) => bindings.decodeUserData(dcs, udhi, udl, octets, strict)));
};

/** @type {Unbound<'parseDcs'>} */
export const parseDcs = (module, octet) => {
  isWhole(octet, 'octet', 0, 255);
  return module.call((bindings) => bindings.parseDcs(octet));
};

/** @type {Unbound<'parseTpdu'>} */
export const parseTpdu = (module, octets, options) => {
  const { serviceCentre = null, length = null, strict } = named(options, ['serviceCentre', 'length', 'strict']);
  if (serviceCentre !== null && typeof serviceCentre !== 'boolean') throw wrong('option serviceCentre', 'a boolean or null', serviceCentre);
  if (length !== null) isWhole(length, 'option length', 1, 0xFFFF);
  const centre = serviceCentre === null ? 0 : serviceCentre ? 1 : 2;
  const bytes = octetsOf(octets);
  const { pdu, userData, fault } = module.call((wasm) => wasm.parseTpdu(bytes, length ?? 0, centre, isStrict(strict)));
  if (pdu.type === 'SMS-STATUS-REPORT') return { ...pdu, userData: pdu.userData && complete(pdu.userData), fault };
  const data = complete(userData);
  return { ...pdu, text: data.text, userData: data, fault };
};

/** @type {Unbound<'decodeSmpp'>} */
export const decodeSmpp = (module, message) => {
  if (typeof message !== 'object' || message === null) throw wrong('message', 'an object', message);
  const { dataCoding, esmClass = 0, shortMessage = null, messagePayload = null } = message;
  isWhole(dataCoding, 'message.dataCoding', 0, 255);
  isWhole(esmClass, 'message.esmClass', 0, 255);
  if (shortMessage !== null) isOctets(shortMessage, 'message.shortMessage');
  if (messagePayload !== null) isOctets(messagePayload, 'message.messagePayload');
  // SMPP 3.4 clause 5.3.2.32: short_message is empty where there is a payload.
  const octets = messagePayload ?? shortMessage;
  if (octets === null) throw wrong('message.shortMessage', 'a Uint8Array', shortMessage);
  const read = complete(module.call((wasm) => wasm.decodeSmpp(dataCoding, esmClass, octets)));
  return { ...read, userData: read.userData && complete(read.userData) };
};

/** @type {Unbound<'encodeSubmit'>} */
export const encodeSubmit = (module, text, to, options) => {
  isText(text);
  isText(to, 'to');
  const own = ['reference', 'serviceCentre', 'validitySeconds', 'statusReport'];
  const { reference = 0, serviceCentre = null, validitySeconds = null, statusReport = false, ...rest } = named(options, [...Object.keys(module.table), ...own]);
  isWhole(reference, 'option reference', 0, 0xFFFF);
  if (serviceCentre !== null) isText(serviceCentre, 'option serviceCentre');
  if (validitySeconds !== null) isWhole(validitySeconds, 'option validitySeconds', 1, 0xFFFFFFFF);
  if (typeof statusReport !== 'boolean') throw wrong('option statusReport', 'a boolean', statusReport);
  const settings = read(rest, module.table);
  const units = unitsOf(text);
  return module.report(text, settings, (wasm, ...packed) =>
    wasm.encodeSubmit(units, to, serviceCentre ?? undefined, validitySeconds ?? 0, statusReport, reference, ...packed));
};

/** @param {string} text */
function unitsOf(text) {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
  return units;
}

/** Octets as such, or as the hexadecimal digits that a modem shows. @param {unknown} octets */
function octetsOf(octets) {
  if (typeof octets !== 'string') {
    isOctets(octets, 'octets');
    return octets;
  }
  const digits = octets.replace(/\s/g, '');
  if (!/^([0-9A-Fa-f]{2})*$/.test(digits)) throw wrong('octets', 'a Uint8Array or pairs of hexadecimal digits', octets);
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) => Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16));
}

/**
 * The fields of a received part, checked; other properties are ignored.
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
 * UCS-2 as it came, lone surrogates included: no string of Rust has them.
 * @param {any} part
 * @returns {any}
 */
export function complete(part) {
  const { codeUnits, ...rest } = part;
  if (codeUnits !== null) rest.text = codeUnits.map((/** @type {number} */ unit) => String.fromCharCode(unit)).join('');
  return rest;
}

/** @param {unknown} strict */
function isStrict(strict = false) {
  if (typeof strict !== 'boolean') throw wrong('option strict', 'a boolean', strict);
  return strict;
}

/**
 * The identifiers of two languages; 0 for the default table.
 * @param {Octets} module
 * @param {Record<string, unknown>} shifts
 * @returns {[number, number]}
 */
function alphabet(module, { lockingShift = null, singleShift = null }) {
  return [identifier(module, 'lockingShift', lockingShift), identifier(module, 'singleShift', singleShift)];
}

/**
 * @param {Octets} module
 * @param {string} name
 * @param {unknown} language
 */
function identifier(module, name, language) {
  const names = module.languages();
  const place = names.indexOf(/** @type {string} */ (language));
  if (place < 0 && language !== null) throw wrong(`option ${name}`, oneOf([...names, null]), language);
  return place + 1;
}
