/** `septet`: everything about texts, ready at once. */

import text from './wasm/septet_bg.txt';
import { initSync } from './wasm/septet.js';
import { functions } from './lib/functions.js';
import { compile } from './lib/inline';

export { SmsError } from './lib/error.js';

export const { count, countMany, split, analyze, explain, smartEncode, suggest, truncate, template, links, rcs } = /* @__PURE__ */ functions(
  () => initSync({ module: compile(text) }),
);
