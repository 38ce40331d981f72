/** `septet/octets`: septets and user data, out and in; for those who speak SMPP or to a modem. */

import text from './wasm/octets_bg.txt';
import * as bindings from './wasm/octets.js';
import { compile } from './lib/compile';
import * as octets from './lib/octets.js';
import { OptionsModule } from './lib/options-module.js';
import { reassembler } from './lib/reassembler.js';

export { SmsError } from './lib/error.js';

const module = /* @__PURE__ */ new OptionsModule(() => bindings.initSync({ module: compile(text) }), bindings);

/**
 * @template {unknown[]} A
 * @template R
 * @param {(module: octets.Octets, ...rest: A) => R} work
 * @returns {(...rest: A) => R}
 */
const bind = (work) => (...rest) => work(module, ...rest);

export const encodeSeptets = /* @__PURE__ */ bind(octets.encodeSeptets);
export const decodeSeptets = /* @__PURE__ */ bind(octets.decodeSeptets);
export const packSeptets = /* @__PURE__ */ bind(octets.packSeptets);
export const unpackSeptets = /* @__PURE__ */ bind(octets.unpackSeptets);
export const encodeUserData = /* @__PURE__ */ bind(octets.encodeUserData);
export const decodeUserData = /* @__PURE__ */ bind(octets.decodeUserData);
export const parseTpdu = /* @__PURE__ */ bind(octets.parseTpdu);
export const decodeSmpp = /* @__PURE__ */ bind(octets.decodeSmpp);
export const encodeSubmit = /* @__PURE__ */ bind(octets.encodeSubmit);
export const parseDcs = /* @__PURE__ */ bind(octets.parseDcs);
export const Reassembler = /* @__PURE__ */ reassembler(module);
