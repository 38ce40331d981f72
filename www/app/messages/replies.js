/** Replies to webhooks. */

export { twiml } from 'septet/messages';
