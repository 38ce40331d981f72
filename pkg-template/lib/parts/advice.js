/** What a text is like, and what could be done about it. */

import text from '../../wasm/advice_bg.txt';
import { advising } from '../functions.js';
import { compile } from '../inline';
import { Addition, Texts } from '../texts.js';
import { bindings, start } from './basis.js';

export const texts = /* @__PURE__ */ new Texts(start, bindings, /* @__PURE__ */ new Addition(() => compile(text)));

export const { analyze, explain, suggest, truncate, links } = /* @__PURE__ */ advising(texts);
