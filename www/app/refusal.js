/** Refusals of the package as sentences of the page, chosen by error code: the package's own sentences are English. */

import { isKey, t } from './language.js';

/** Codes that say the same as a warning. @type {Record<string, import('./language.js').Key>} */
const WARNED = { 'too-many-segments': 'warning-too-many-segments', 'not-concatenable': 'warning-not-concatenated' };

/** @param {unknown} error */
export function refusal(error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const position = error instanceof Error && 'index' in error ? Number(error.index) + 1 : 0;
  const key = WARNED[code] ?? `refused-${code}`;
  return isKey(key) ? t(key, { n: position }) : t('refused', { code: code || String(error) });
}
