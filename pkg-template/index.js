/** `septet`: everything about texts, ready at once. */

import * as advice from './lib/advice.js';
import * as analysis from './lib/analyze.js';
import { countPlain } from './lib/count.js';
import * as counting from './lib/count-with-options.js';
import { rcs as countRcs } from './lib/rcs.js';
import * as smart from './lib/smart.js';
import { scratch } from './lib/wasm-count-lines.js';
import { module } from './lib/wasm-septet.js';

export { SmsError } from './lib/error.js';

/** @type {typeof import('./index.js').count} */
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
