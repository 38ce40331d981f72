/** The module of the hot path, which counts lines of UTF-8 too. */

import text from '../wasm/count-lines_bg.txt';
import { instance } from './inline';
import { Scratch } from './scratch.js';

export const scratch = /* @__PURE__ */ new Scratch(() => instance(text));
