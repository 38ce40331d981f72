/** The texts of the element, in English unless a page supplies others. */

/** @import { SmsMeterStrings, SmsMeterText } from '../../element.js' */

/** @type {Readonly<SmsMeterStrings>} */
export const STRINGS = Object.freeze({
  label: 'SMS length',
  segments: { one: '{n} segment', other: '{n} segments' },
  remaining: '{n} left',
  offenders: { one: 'Not in GSM-7:', other: 'Not in GSM-7:' },
  more: 'and {n} more',
  script: 'This script is sent as UCS-2: 70 units in one message, 67 in each of several',
  offender: { one: 'Select {text}', other: 'Select {text} ({n} times)' },
  offer: { one: '{n} replacement saves {saved}', other: '{n} replacements save {saved}' },
  apply: 'Replace',
  undo: 'Undo',
  tooMany: { one: 'Too long: {segments}, at most {n} allowed', other: 'Too long: {segments}, at most {n} allowed' },
  unavailable: 'The length of this text cannot be counted here',
});

/** Fills templates in a language. */
export class Speech {
  /** @param {string | undefined} language as a page names it; where there is no such, that of the browser */
  constructor(language) {
    try {
      this.plurals = new Intl.PluralRules(language);
      this.numbers = new Intl.NumberFormat(language);
    } catch {
      this.plurals = new Intl.PluralRules();
      this.numbers = new Intl.NumberFormat();
    }
  }

  /**
   * @param {SmsMeterText} template a text, or one for each plural category
   * @param {number} n
   * @param {Readonly<Record<string, string>>} [values]
   */
  say(template, n, values = {}) {
    const text = typeof template === 'string' ? template : template[this.plurals.select(n)] ?? template.other;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name === 'n' ? this.numbers.format(n) : values[name] ?? whole));
  }
}
