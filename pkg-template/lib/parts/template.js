/** What templates cost. */

import text from '../../wasm/template_bg.txt';
import { templating } from '../functions.js';
import { compile } from '../inline';
import { Addition, Texts } from '../texts.js';
import { bindings, start } from './basis.js';

export const { template } = /* @__PURE__ */ templating(/* @__PURE__ */ new Texts(start, bindings, /* @__PURE__ */ new Addition(() => compile(text))));
