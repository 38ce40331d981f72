/**
 * `<sms-meter for="textarea-id">` says what a text costs as SMS while it is typed. Importing this module defines it;
 * where there is no page (in Node), importing does nothing.
 *
 * @packageDocumentation
 */

import type { Count, CountOptions, Offender, SmartRules } from './index.js';

/** A text with `{names}` in it, or one for each plural category of the language (`one`, `other`, …) by `{n}`. */
export type SmsMeterText = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** Everything that the element says. */
export interface SmsMeterStrings {
  /** The label of the element for screen readers. */
  label: string;
  /** Segments: `{n}`. */
  segments: SmsMeterText;
  /** Code units left in the last segment: `{n}`. */
  remaining: SmsMeterText;
  /** In front of the `{n}` characters that force UCS-2. */
  offenders: SmsMeterText;
  /** Behind the first of these characters: `{n}` others. */
  more: SmsMeterText;
  /** Shown in place of the buttons if most letters are outside GSM-7 (Arabic, Hindi, Chinese, …). */
  script: string;
  /** The action of the button at such a character: `{text}`, which occurs `{n}` times. */
  offender: SmsMeterText;
  /** `{n}` replacements that save `{saved}` (said as `segments`). */
  offer: SmsMeterText;
  /** The button that takes the offer. */
  apply: string;
  /** The button that takes it back. */
  undo: string;
  /** The error for a text of `{segments}` (said as `segments`) if `{n}` are allowed. */
  tooMany: SmsMeterText;
  /** Shown, and given to the form, where nothing can be counted: WebAssembly is forbidden or missing. */
  unavailable: string;
}

/** Options for counting the text; the encoding is chosen automatically. */
export type SmsMeterOptions = Omit<CountOptions, 'encoding' | 'smartEncoding'>;

/** Characters that could be replaced for fewer segments, as one edit. */
export interface SmsMeterOffer {
  /** The whole text with everything replaced. */
  text: string;
  /** Start of the edit in the present text, in UTF-16 units. */
  start: number;
  /** End of the edit in the present text, in UTF-16 units. */
  end: number;
  /** The replacement. */
  replacement: string;
  /** Number of replacements: 1 or more. */
  replacements: number;
  /** Segments saved: 1 or more. */
  saved: number;
}

/** The state that the element shows. */
export interface SmsMeterDetail {
  /** The text. */
  text: string;
  /** Its cost. */
  count: Count;
  /** The characters that force UCS-2, each once, with its index in UTF-16 units. */
  offenders: Offender[];
  /** Replacements that would save segments; `null` if there are none. */
  offer: SmsMeterOffer | null;
  /** True if there are more segments than `max-segments`. */
  tooLong: boolean;
}

/** Detail of the event `sms-change`, which bubbles. */
export type SmsMeterEvent = CustomEvent<SmsMeterDetail>;

export class SmsMeter extends HTMLElement {
  static readonly formAssociated: true;
  static readonly observedAttributes: readonly string[];
  /** The attribute `for`: the id of a textarea, an input or a contenteditable element in the same document or shadow root. */
  htmlFor: string;
  /** The text shown: that of the field, or what was put here since the field last changed. */
  get text(): string;
  set text(text: string | undefined);
  /** The attribute `max-segments`: more than these are invalid. Default: `Infinity`. */
  maxSegments: number;
  /** Options for counting the text, besides the attributes `national-languages`, `profile` and `boundary`. */
  options: SmsMeterOptions;
  /** The element's strings; those that are not set are in English. */
  get strings(): SmsMeterStrings;
  set strings(strings: Partial<SmsMeterStrings>);
  /**
   * The state that is shown. The count is there at once; offenders and offer of a text in UCS-2, and a count with `nationalLanguages` or another
   * `boundary`, follow when `septet` has loaded, with another `sms-change`.
   * @throws {SmsError} where nothing can be counted, with the code that says why (`wasm-blocked`, …)
   */
  readonly detail: SmsMeterDetail;
  /**
   * Waits for everything that there is to show of the text, loading `septet` if that takes it.
   * @returns the detail, complete
   * @throws {SmsError} where nothing can be counted; another error if `septet` cannot be loaded
   */
  complete(): Promise<SmsMeterDetail>;
  /** Reads the field again, after a script has changed its value. */
  refresh(): void;
  /** Takes the offer; whether there was one. */
  applyOffer(): boolean;
  /** Takes the offer back, as long as the text has not changed since; whether that was so. */
  undoOffer(): boolean;
  /** The form that it belongs to. */
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  checkValidity(): boolean;
  reportValidity(): boolean;
  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(): void;
}

/** The attributes, for templates that are typed. */
export interface SmsMeterAttributes {
  for?: string;
  'max-segments'?: number | string;
  /** The rules of the offer: `'typography'` (default) and so on, or `'off'` for none. */
  'smart-encoding'?: SmartRules | 'off';
  /** `'auto'`, or names with spaces or commas between them. */
  'national-languages'?: string;
  profile?: 'standard' | 'toll-free' | 'single';
  boundary?: 'character' | 'grapheme';
  /** Some of {@link SmsMeterStrings} as JSON. */
  strings?: string | Partial<SmsMeterStrings>;
  text?: string;
  options?: SmsMeterOptions;
  id?: string;
  class?: string;
  className?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  lang?: string;
  hidden?: boolean;
  slot?: string;
  style?: unknown;
  key?: string | number | null;
  ref?: unknown;
  'onsms-change'?: (event: SmsMeterEvent) => void;
}

declare global {
  interface HTMLElementTagNameMap {
    'sms-meter': SmsMeter;
  }
  interface HTMLElementEventMap {
    'sms-change': SmsMeterEvent;
  }
  namespace JSX {
    interface IntrinsicElements {
      'sms-meter': SmsMeterAttributes;
    }
  }
}
