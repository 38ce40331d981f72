/** Incoming requests: webhooks and their signatures, keywords, and replies. */

import text from '../../wasm/incoming_bg.txt';
import * as bindings from '../../wasm/incoming.js';
import { compile } from '../compile';
import { WasmModule } from '../module.js';
import { Counter } from './counter.js';
import { router } from './router.js';

export { RateLimiter } from './rate-limiter.js';

/** @import * as Types from '../../messages.js' */

const module = /* @__PURE__ */ new WasmModule(() => bindings.initSync({ module: compile(text) }), bindings);

export const SIGNATURE_HEADER = 'X-Twilio-Signature';
export const SIGNATURE_SETTINGS_HEADER = 'X-Twilio-Webhooks-Signature-Settings';
export const TWIML_CONTENT_TYPE = 'text/xml; charset=utf-8';

/** @type {typeof Types.parseInbound} */
export const parseInbound = (body) => {
  const { message, ...found } = module.call((wasm) => wasm.parseInbound(body, new Counter()));
  return { ...message, ...found };
};

/** @type {typeof Types.parseStatusCallback} */
export const parseStatusCallback = (body) => module.call((wasm) => wasm.parseStatusCallback(body));

/** @type {typeof Types.parseLinkClicks} */
export const parseLinkClicks = (body) => module.call((wasm) => wasm.parseLinkClicks(body));

/** @type {typeof Types.signatureProblem} */
export const signatureProblem = (request, authToken) => module.call((wasm) => wasm.signatureProblem(request, authToken));

/** @type {typeof Types.verifySignature} */
export const verifySignature = (request, authToken) => signatureProblem(request, authToken) === null;

/** @type {typeof Types.signForm} */
export const signForm = (url, form, authToken) => module.call((wasm) => wasm.signForm(url, form, authToken));

/** @type {typeof Types.signBody} */
export const signBody = (url, body, authToken) => module.call((wasm) => wasm.signBody(url, body, authToken));

/** @type {typeof Types.recognizeKeyword} */
export const recognizeKeyword = (message, options) => module.call((wasm) => wasm.recognizeKeyword(message, options));

export const Router = /* @__PURE__ */ router((options, commands, message) => module.call((wasm) => wasm.route(options, commands, message)));

// ─── Replies ───

/** @type {typeof Types.twiml} */
export const twiml = (verbs, options) => module.call((wasm) => wasm.twiml(verbs, options));

/** @type {typeof Types.withState} */
export const withState = (url, state) => module.call((wasm) => wasm.withState(url, state));

/** @type {typeof Types.stateOf} */
export const stateOf = (url) => new Map(module.call((wasm) => wasm.stateOf(url)));
