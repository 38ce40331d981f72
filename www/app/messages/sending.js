/** Facts and checks before a message is sent. */

export { checkMedia, countries, senderRules } from 'septet/messages';
