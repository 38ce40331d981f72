/** `rcs`: what a text costs as RCS. */

import { isText, wrong } from './error.js';
import { DEFAULTS, named, oneOf } from './options.js';

/** @import { Unbound } from './report-module.js' */

const REGIONS = ['united-states', 'elsewhere'];

/** @type {Unbound<'rcs'>} */
export const rcs = (module, text, options) => {
  isText(text);
  const { region = 'united-states' } = named(options, ['region']);
  if (!REGIONS.includes(/** @type {string} */ (region))) throw wrong('option region', oneOf(REGIONS), region);
  return module.report(text, DEFAULTS, (wasm) => wasm.rcs(text, region === 'united-states'));
};
