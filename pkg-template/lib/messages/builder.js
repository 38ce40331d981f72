/** A message, built step by step. What its parameters mean is decided where it is checked. */

import { check, messageForm } from './sending.js';

/** @import { Attachment, CheckOptions, OutboundMessage, Time } from '../../messages.js' */

export class MessageBuilder {
  /** @type {OutboundMessage} */
  message;

  /** @param {string} to */
  constructor(to) {
    this.message = { to };
  }

  /** @param {OutboundMessage} parameters */
  set(parameters) {
    this.message = { ...this.message, ...parameters };
    return this;
  }

  /** @param {string} sender */
  from(sender) {
    return this.set({ from: sender });
  }

  /** @param {string} sid */
  service(sid) {
    return this.set({ messagingServiceSid: sid });
  }

  /** @param {string} text */
  body(text) {
    return this.set({ body: text });
  }

  /** @param {string | Attachment} media */
  media(media) {
    const { mediaUrl = [] } = this.message;
    const list = /** @type {(string | Attachment)[]} */ (Array.isArray(mediaUrl) ? mediaUrl : [mediaUrl]);
    return this.set({ mediaUrl: [...list, media] });
  }

  /** @param {string} sid @param {Readonly<Record<string, string>>} [variables] */
  template(sid, variables) {
    return this.set({ contentSid: sid, ...(variables && { contentVariables: JSON.stringify(variables) }) });
  }

  /** @param {string} url */
  statusCallback(url) {
    return this.set({ statusCallback: url });
  }

  /** @param {number} seconds */
  validFor(seconds) {
    return this.set({ validityPeriod: seconds });
  }

  /** @param {Time} time */
  scheduledAt(time) {
    return this.set({ scheduleType: 'fixed', sendAt: time });
  }

  smartEncoded() {
    return this.set({ smartEncoded: true });
  }

  shorteningUrls() {
    return this.set({ shortenUrls: true });
  }

  asMms() {
    return this.set({ sendAsMms: true });
  }

  /** @param {CheckOptions} options */
  check(options) {
    return check(this.message, options);
  }

  form() {
    return messageForm(this.message);
  }
}
