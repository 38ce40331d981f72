/** The message in the forms that programs want it in. */

import { messages } from '../../messages.js';
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

/** A reply in TwiML; what XML cannot write becomes U+FFFD. The package throws what the provider would refuse. @param {string} text */
export async function toTwiml(text) {
  await messages.load();
  return messages.get()?.twiml({ body: text }, { replaceForbidden: '\ufffd' }) ?? '';
}
