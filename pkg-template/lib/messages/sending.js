/** Before a message is sent: addresses, media, the message as a whole, senders and their pace. */

import text from '../../wasm/sending_bg.txt';
import * as bindings from '../../wasm/sending.js';
import { compile } from '../compile';
import { WasmModule } from '../module.js';
import { Counter } from './counter.js';
import { plan as planned } from './pace.js';

/** @import * as Types from '../../messages.js' */

const module = /* @__PURE__ */ new WasmModule(() => bindings.initSync({ module: compile(text) }), bindings);

/** @type {typeof Types} */
export const {
  parseAddress, sidKind, checkMedia, messageForm, checkUpdate, updateForm, checkService, serviceForm, checkTemplate,
  senderRules, countries, pickSender, tiers,
} = /* @__PURE__ */ module.functions();

/** @type {typeof Types.check} */
export const check = (message, options) => {
  const counter = new Counter();
  const report = module.call((wasm) => wasm.check(message, options, counter));
  return { ...report, text: counter.text, count: counter.count };
};

/** @type {typeof Types.plan} */
export const plan = (batch, pace, options) => planned(module, batch, pace, options);
