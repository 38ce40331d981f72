/** `septet/octets`: septets and user data, out and in; for those who speak SMPP or to a modem. */

import text from './wasm/octets_bg.txt';
import * as bindings from './wasm/octets.js';
import { compile } from './lib/compile';
import * as octets from './lib/octets.js';
import { OptionsModule } from './lib/options-module.js';
import { reassembler } from './lib/reassembler.js';

export { SmsError } from './lib/error.js';

const module = /* @__PURE__ */ new OptionsModule(() => bindings.initSync({ module: compile(text) }), bindings);

export const encodeSeptets = /* @__PURE__ */ module.bind(octets.encodeSeptets);
export const decodeSeptets = /* @__PURE__ */ module.bind(octets.decodeSeptets);
export const packSeptets = /* @__PURE__ */ module.bind(octets.packSeptets);
export const unpackSeptets = /* @__PURE__ */ module.bind(octets.unpackSeptets);
export const encodeUserData = /* @__PURE__ */ module.bind(octets.encodeUserData);
export const decodeUserData = /* @__PURE__ */ module.bind(octets.decodeUserData);
export const parseTpdu = /* @__PURE__ */ module.bind(octets.parseTpdu);
export const decodeSmpp = /* @__PURE__ */ module.bind(octets.decodeSmpp);
export const encodeSubmit = /* @__PURE__ */ module.bind(octets.encodeSubmit);
export const parseDcs = /* @__PURE__ */ module.bind(octets.parseDcs);
export const Reassembler = /* @__PURE__ */ reassembler(module);
