/** What is sent around a text. */

/**
 * The text with what is always sent before and after it, and with the line ends of a form.
 * @param {string} text
 * @param {{ prefix: string, suffix: string, crlf: boolean }} settings
 */
export function framed(text, { prefix, suffix, crlf }) {
  const whole = prefix + text + suffix;
  return crlf ? whole.replaceAll(/\r\n|\r|\n/g, '\r\n') : whole;
}
