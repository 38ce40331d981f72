/** `septet`: everything about texts, ready at once. */

import base64 from './wasm/septet_bg.wasm';
import { initSync } from './wasm/septet.js';
import { compile } from './lib/inline.js';
import { texts } from './lib/texts.js';

export { SmsError } from './lib/error.js';

export const { count, countMany, split } = /* @__PURE__ */ texts(() => initSync({ module: compile(base64) }));
