/** The message in the forms that programs want it in. */

import { optionsOf } from '../../reading.js';

/** @typedef {import('../../reading.js').Reading} Reading */
/** @typedef {import('../../state.js').Settings} Settings */

/** @param {Reading} reading @param {Settings} settings */
export function toJson({ text, analysis, count }, settings) {
  return JSON.stringify({ text, options: optionsOf(settings), ...(analysis ?? count) }, null, 2);
}

/** The fields that a provider's message API takes, as curl sends them. The text is quoted for a POSIX shell. @param {string} text */
export function toCurl(text) {
  const quoted = `'${text.replaceAll("'", "'\\''")}'`;
  return ['curl "$MESSAGES_URL" \\', '  --user "$ACCOUNT_SID:$AUTH_TOKEN" \\', '  --data-urlencode "To=$TO" \\',
    '  --data-urlencode "From=$FROM" \\', `  --data-urlencode Body=${quoted}`].join('\n');
}

/** A reply in TwiML. Control characters that XML 1.0 does not allow are left out, lone surrogates replaced. @param {string} text */
export function toTwiml(text) {
  const escaped = text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Response>\n  <Message>${escaped}</Message>\n</Response>\n`;
}
