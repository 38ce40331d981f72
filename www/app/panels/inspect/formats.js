/** The message as JSON, as a request and as a reply. */

import { replies } from '../../messages.js';
import { optionsOf } from '../../reading.js';

/** @typedef {import('../../reading.js').Reading} Reading */
/** @typedef {import('../../state.js').Settings} Settings */

/** @param {Reading} reading @param {Settings} settings */
export function toJson({ text, analysis, count }, settings) {
  return JSON.stringify({ text, options: optionsOf(settings), ...(analysis ?? count) }, null, 2);
}

/**
 * The fields of a provider's message API, as curl sends them; media by their addresses, which the sender has to fill in.
 * The text is quoted for a POSIX shell.
 * @param {string} text
 * @param {number} media files that travel with the text as MMS
 */
export function toCurl(text, media) {
  const quoted = `'${text.replaceAll("'", "'\\''")}'`;
  return ['curl "$MESSAGES_URL" \\', '  --user "$ACCOUNT_SID:$AUTH_TOKEN" \\', '  --data-urlencode "To=$TO" \\',
    '  --data-urlencode "From=$FROM" \\', ...Array.from({ length: media }, (_, index) => `  --data-urlencode "MediaUrl=$MEDIA_URL_${index + 1}" \\`), `  --data-urlencode Body=${quoted}`].join('\n');
}

/** A reply in TwiML; characters that XML cannot write become U+FFFD. Throws for a reply that the provider would refuse. @param {string} text */
export async function toTwiml(text) {
  await replies.load();
  return replies.get()?.twiml({ body: text }, { replaceForbidden: '\ufffd' }) ?? '';
}
