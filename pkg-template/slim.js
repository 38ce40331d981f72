/** `septet/slim`: all of `septet`, with a WebAssembly module that you bring; the one that counts is small and comes along. */

import * as bindings from './wasm/septet.js';
import * as advice from './lib/advice.js';
import * as analysis from './lib/analyze.js';
import { countPlain } from './lib/count.js';
import * as counting from './lib/count-with-options.js';
import { SmsError } from './lib/error.js';
import { compiled } from './lib/source.js';
import { ReportModule } from './lib/report-module.js';
import { rcs as countRcs } from './lib/rcs.js';
import * as smart from './lib/smart.js';
import { scratch } from './lib/wasm-count-lines.js';

export { SmsError } from './lib/error.js';

/** @import { WasmSource } from './slim.js' */

/** @type {WebAssembly.Module | undefined} */
let given;

/** @param {WasmSource | Promise<WasmSource>} source */
export async function init(source) {
  given ??= await compiled(await source);
}

const module = /* @__PURE__ */ new ReportModule(() => {
  if (given === undefined) throw new SmsError('not-initialized', 'septet/slim has no WebAssembly module yet: await init(…) before the first call');
  bindings.initSync({ module: given });
}, bindings);

/** @type {typeof import('./slim.js').count} */
export const count = (text, options) => (options === undefined ? countPlain(scratch, text) : counting.count(module, text, options));
export const countMany = /* @__PURE__ */ module.bind(counting.countMany);
export const split = /* @__PURE__ */ module.bind(counting.split);
export const smartEncode = /* @__PURE__ */ module.bind(smart.smartEncode);
export const analyze = /* @__PURE__ */ module.bind(analysis.analyze);
export const explain = /* @__PURE__ */ module.bind(analysis.explain);
export const suggest = /* @__PURE__ */ module.bind(advice.suggest);
export const truncate = /* @__PURE__ */ module.bind(advice.truncate);
export const template = /* @__PURE__ */ module.bind(advice.template);
export const links = /* @__PURE__ */ module.bind(advice.links);
export const rcs = /* @__PURE__ */ module.bind(countRcs);
