/** `septet/messages`: what surrounds a text. Everything is decided in Rust (`src/wasm/messages/`). */

import text from './wasm/messages_bg.txt';
import * as module from './wasm/messages.js';
import { compile } from './lib/inline';
import { builder } from './lib/messages/builder.js';
import { Calls } from './lib/messages/calls.js';
import { Counter } from './lib/messages/counter.js';
import { plan as planned } from './lib/messages/pace.js';
import { router } from './lib/messages/router.js';

export { SmsError } from './lib/error.js';

/** @import * as Types from './messages.js' */

const calls = /* @__PURE__ */ new Calls(() => module.initSync({ module: compile(text) }));

export const SIGNATURE_HEADER = 'X-Twilio-Signature';
export const TWIML_CONTENT_TYPE = 'text/xml; charset=utf-8';

// ─── Before you send ───

/** @type {typeof Types.parseAddress} */
export const parseAddress = (text) => calls.json('parseAddress', { text });

/** @type {typeof Types.sidKind} */
export const sidKind = (text) => calls.json('sidKind', { text });

/** @type {typeof Types.checkMedia} */
export const checkMedia = (items, options) => calls.json('checkMedia', { items, options });

/** @type {typeof Types.check} */
export const check = (message, options) => {
  const counter = new Counter();
  const report = calls.json('check', { message, options }, undefined, counter);
  return { ...report, text: counter.text, count: counter.count };
};

/** @type {typeof Types.messageForm} */
export const messageForm = (message) => calls.text('messageForm', { message });

export const MessageBuilder = /* @__PURE__ */ builder(check, messageForm);

/** @type {typeof Types.checkUpdate} */
export const checkUpdate = (update, options) => calls.json('checkUpdate', { update, options });

/** @type {typeof Types.updateForm} */
export const updateForm = (update) => calls.text('updateForm', { update });

/** @type {typeof Types.checkTemplate} */
export const checkTemplate = (text) => calls.json('checkTemplate', { text });

// ─── When it fails ───

/** @type {typeof Types.errorCode} */
export const errorCode = (code) => calls.json('errorCode', { code });

/** @type {typeof Types.errorCodes} */
export const errorCodes = () => calls.json('errorCodes');

/** @type {typeof Types.retryAfter} */
export const retryAfter = (code, attempt, failedAt) => calls.json('retryAfter', { code, attempt, failedAt });

/** @type {typeof Types.statusDetails} */
export const statusDetails = (status) => calls.json('statusDetails', { status });

/** @type {typeof Types.statuses} */
export const statuses = () => calls.json('statuses');

/** @type {typeof Types.mergeStatuses} */
export const mergeStatuses = (callbacks, before) => calls.json('mergeStatuses', { callbacks, before });

// ─── What came in ───

/** @type {typeof Types.parseInbound} */
export const parseInbound = (body) => {
  const { message, ...found } = calls.json('parseInbound', { body });
  return { ...message, ...found };
};

/** @type {typeof Types.parseStatusCallback} */
export const parseStatusCallback = (body) => calls.json('parseStatusCallback', { body });

/** @type {typeof Types.signatureProblem} */
export const signatureProblem = (request, authToken) => calls.json('signatureProblem', { request, authToken });

/** @type {typeof Types.verifySignature} */
export const verifySignature = (request, authToken) => signatureProblem(request, authToken) === null;

/** @type {typeof Types.signForm} */
export const signForm = (url, form, authToken) => calls.text('signForm', { url, form, authToken });

/** @type {typeof Types.signBody} */
export const signBody = (url, body, authToken) => calls.json('signBody', { url, body, authToken });

/** @type {typeof Types.recognizeKeyword} */
export const recognizeKeyword = (message, options) => calls.json('recognizeKeyword', { message, options });

export const Router = /* @__PURE__ */ router(calls);

// ─── Replies ───

/** @type {typeof Types.twiml} */
export const twiml = (verbs, options) => calls.text('twiml', { verbs, options });

/** @type {typeof Types.withState} */
export const withState = (url, state) => calls.text('withState', { url, state });

/** @type {typeof Types.stateOf} */
export const stateOf = (url) => new Map(calls.json('stateOf', { url }));

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
