/** The module of the hot path for `septet/count`: the smallest. */

import text from '../wasm/count_bg.txt';
import { instance } from './inline';
import { Scratch } from './scratch.js';

export const scratch = /* @__PURE__ */ new Scratch(() => instance(text));
