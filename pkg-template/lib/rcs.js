/** `rcs`: what a text costs as RCS. */

import { isText, wrong } from './error.js';
import { DEFAULTS, named, oneOf } from './options.js';

/** @import { RcsCount, RcsOptions } from '../index.js' */
/** @import { OptionsModule } from './options-module.js' */

const REGIONS = ['united-states', 'elsewhere'];

/**
 * @param {OptionsModule<Pick<typeof import('../wasm/septet.js'), 'rcs' | 'languageNames' | '__wbg_reset_state'>>} module
 * @param {string} text
 * @param {RcsOptions} [options]
 * @returns {RcsCount}
 */
export function rcs(module, text, options) {
  isText(text);
  const { region = 'united-states' } = named(options, ['region']);
  if (!REGIONS.includes(/** @type {string} */ (region))) throw wrong('option region', oneOf(REGIONS), region);
  return module.report(text, DEFAULTS, (wasm) => wasm.rcs(text, region === 'united-states'));
}
