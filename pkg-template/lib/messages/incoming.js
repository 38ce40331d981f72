/** What came in: webhooks and their signatures, keywords, and replies. */

import text from '../../wasm/incoming_bg.txt';
import { __wbg_reset_state as restart, call, initSync } from '../../wasm/incoming.js';
import { compile } from '../inline';
import { Calls } from './calls.js';
import { Counter } from './counter.js';
import { router } from './router.js';

/** @import * as Types from '../../messages.js' */

const calls = /* @__PURE__ */ new Calls(() => initSync({ module: compile(text) }), restart, call);

export const SIGNATURE_HEADER = 'X-Twilio-Signature';
export const TWIML_CONTENT_TYPE = 'text/xml; charset=utf-8';

/** @type {typeof Types.parseInbound} */
export const parseInbound = (body) => {
  const { message, ...found } = calls.json('parseInbound', { body }, new Counter());
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
