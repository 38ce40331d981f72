/** The module of everything in `septet` but counting, which comes with the script. */

import text from '../wasm/septet_bg.txt';
import * as bindings from '../wasm/septet.js';
import { compile } from './compile';
import { ReportModule } from './report-module.js';

export const module = /* @__PURE__ */ new ReportModule(() => bindings.initSync({ module: compile(text) }), bindings);
