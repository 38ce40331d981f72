/** Before a message is sent: addresses, media, the message as a whole, senders and their pace. */

import text from '../../wasm/sending_bg.txt';
import * as bindings from '../../wasm/sending.js';
import { compile } from '../compile';
import { WasmModule } from '../module.js';
import { Counter } from './counter.js';
import { plan as planned } from './pace.js';

/** @import * as Types from '../../messages.js' */

const module = /* @__PURE__ */ new WasmModule(() => bindings.initSync({ module: compile(text) }), bindings);

/** @type {typeof Types.parseAddress} */
export const parseAddress = (text) => module.call((wasm) => wasm.parseAddress(text));

/** @type {typeof Types.sidKind} */
export const sidKind = (text) => module.call((wasm) => wasm.sidKind(text));

/** @type {typeof Types.checkMedia} */
export const checkMedia = (items, options) => module.call((wasm) => wasm.checkMedia(items, options));

/** @type {typeof Types.check} */
export const check = (message, options) => {
  const counter = new Counter();
  const report = module.call((wasm) => wasm.check(message, options, counter));
  return { ...report, text: counter.text, count: counter.count };
};

/** @type {typeof Types.messageForm} */
export const messageForm = (message) => module.call((wasm) => wasm.messageForm(message));

/** @type {typeof Types.checkUpdate} */
export const checkUpdate = (update, options) => module.call((wasm) => wasm.checkUpdate(update, options));

/** @type {typeof Types.updateForm} */
export const updateForm = (update) => module.call((wasm) => wasm.updateForm(update));

/** @type {typeof Types.checkService} */
export const checkService = (config, options) => module.call((wasm) => wasm.checkService(config, options));

/** @type {typeof Types.serviceForm} */
export const serviceForm = (config) => module.call((wasm) => wasm.serviceForm(config));

/** @type {typeof Types.checkTemplate} */
export const checkTemplate = (text) => module.call((wasm) => wasm.checkTemplate(text));

// ─── Senders, and their pace ───

/** @type {typeof Types.senderRules} */
export const senderRules = (country) => module.call((wasm) => wasm.senderRules(country));

/** @type {typeof Types.countries} */
export const countries = () => module.call((wasm) => wasm.countries());

/** @type {typeof Types.pickSender} */
export const pickSender = (pool, recipient, need) => module.call((wasm) => wasm.pickSender(pool, recipient, need));

/** @type {typeof Types.tiers} */
export const tiers = () => module.call((wasm) => wasm.tiers());

/** @type {typeof Types.plan} */
export const plan = (batch, pace, options) => planned(module, batch, pace, options);
