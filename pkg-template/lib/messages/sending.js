/** Before a message is sent: addresses, media, the message as a whole, senders and their pace. */

import text from '../../wasm/sending_bg.txt';
import { __wbg_reset_state as restart, call, initSync } from '../../wasm/sending.js';
import { compile } from '../inline';
import { Calls } from './calls.js';
import { Counter } from './counter.js';
import { plan as planned } from './pace.js';

/** @import * as Types from '../../messages.js' */

const calls = /* @__PURE__ */ new Calls(() => initSync({ module: compile(text) }), restart, call);

/** @type {typeof Types.parseAddress} */
export const parseAddress = (text) => calls.json('parseAddress', { text });

/** @type {typeof Types.sidKind} */
export const sidKind = (text) => calls.json('sidKind', { text });

/** @type {typeof Types.checkMedia} */
export const checkMedia = (items, options) => calls.json('checkMedia', { items, options });

/** @type {typeof Types.check} */
export const check = (message, options) => {
  const counter = new Counter();
  const report = calls.json('check', { message, options }, counter);
  return { ...report, text: counter.text, count: counter.count };
};

/** @type {typeof Types.messageForm} */
export const messageForm = (message) => calls.text('messageForm', { message });

/** @type {typeof Types.checkUpdate} */
export const checkUpdate = (update, options) => calls.json('checkUpdate', { update, options });

/** @type {typeof Types.updateForm} */
export const updateForm = (update) => calls.text('updateForm', { update });

/** @type {typeof Types.checkTemplate} */
export const checkTemplate = (text) => calls.json('checkTemplate', { text });

// ─── Senders, and their pace ───

/** @type {typeof Types.senderRules} */
export const senderRules = (country) => calls.json('senderRules', { country });

/** @type {typeof Types.countries} */
export const countries = () => calls.json('countries');

/** @type {typeof Types.pickSender} */
export const pickSender = (pool, recipient, need) => calls.json('pickSender', { pool, recipient, need });

/** @type {typeof Types.tiers} */
export const tiers = () => calls.json('tiers');

/** @type {typeof Types.plan} */
export const plan = (batch, pace, options) => planned(calls, batch, pace, options);
