/** `septet/octets`: septets and user data, out and in; for those who speak SMPP or to a modem. */

import text from './wasm/octets_bg.txt';
import * as bindings from './wasm/octets.js';
import { compile } from './lib/inline';
import * as octets from './lib/octets.js';
import { reassembler } from './lib/reassembler.js';
import { Reports } from './lib/reports.js';

export { SmsError } from './lib/error.js';

const reports = /* @__PURE__ */ new Reports(() => bindings.initSync({ module: compile(text) }), bindings);

/**
 * @template {unknown[]} A
 * @template R
 * @param {(reports: octets.Octets, ...rest: A) => R} work
 * @returns {(...rest: A) => R}
 */
const over = (work) => (...rest) => work(reports, ...rest);

export const encodeSeptets = /* @__PURE__ */ over(octets.encodeSeptets);
export const decodeSeptets = /* @__PURE__ */ over(octets.decodeSeptets);
export const packSeptets = /* @__PURE__ */ over(octets.packSeptets);
export const unpackSeptets = /* @__PURE__ */ over(octets.unpackSeptets);
export const encodeUserData = /* @__PURE__ */ over(octets.encodeUserData);
export const decodeUserData = /* @__PURE__ */ over(octets.decodeUserData);
export const parseDcs = /* @__PURE__ */ over(octets.parseDcs);
export const Reassembler = /* @__PURE__ */ reassembler(reports);
