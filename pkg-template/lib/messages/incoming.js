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

/** @type {typeof Types} */
export const {
  parseStatusCallback, parseLinkClicks, signatureProblem, signForm, signBody, recognizeKeyword, twiml, withState,
} = /* @__PURE__ */ module.functions();

/** @type {typeof Types.parseInbound} */
export const parseInbound = (body) => {
  const { message, ...found } = module.call((wasm) => wasm.parseInbound(body, new Counter()));
  return { ...message, ...found };
};

/** @type {typeof Types.verifySignature} */
export const verifySignature = (request, authToken) => signatureProblem(request, authToken) === null;

/** @type {typeof Types.stateOf} */
export const stateOf = (url) => new Map(module.call((wasm) => wasm.stateOf(url)));

export const Router = /* @__PURE__ */ router((options, commands, message) => module.call((wasm) => wasm.route(options, commands, message)));
