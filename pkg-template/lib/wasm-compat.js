/** The module of `septet/compat`: the part of that of `septet` that it needs. */

import text from '../wasm/compat_bg.txt';
import * as bindings from '../wasm/compat.js';
import { compile } from './compile';
import { WasmModule } from './module.js';

export const module = /* @__PURE__ */ new WasmModule(() => bindings.initSync({ module: compile(text) }), bindings);
