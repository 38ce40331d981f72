/** `septet/element`: `<sms-meter>`, which shows the cost of a text as SMS while it is typed. */

import { accepts, change, select, textOf } from './lib/element/field.js';
import { internalsOf } from './lib/element/internals.js';
import { isBeyondBasic, isUnable, load, measure } from './lib/element/measure.js';
import { isOtherScript } from './lib/element/script.js';
import { Speech, STRINGS } from './lib/element/strings.js';
import { show, View } from './lib/element/view.js';

/** @import { Count, CountOptions, Offender } from './index.js' */
/** @import { SmsMeterDetail, SmsMeterOptions, SmsMeterStrings } from './element.js' */
/** @import { Edit, Field } from './lib/element/field.js' */

/** Milliseconds without a change before a screen reader announces the last one. */
const QUIET = 1000;
/** Milliseconds between looks at a field: a framework that sets its value sends no event. */
const LOOK = 200;
/** Maximum number of characters that get a button. */
const NAMED = 10;
/** Attributes that are options of `count`. */
const OPTIONS = { 'national-languages': 'nationalLanguages', profile: 'profile', boundary: 'boundary' };
/** Properties that a framework may have set before the element was defined. */
const PROPERTIES = ['text', 'options', 'strings', 'htmlFor', 'maxSegments'];

/** The base class. The module can also be loaded without a page. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (/** @type {unknown} */ (class {}));

export class SmsMeter extends Base {
  static formAssociated = true;
  static observedAttributes = ['for', 'max-segments', 'smart-encoding', 'strings', ...Object.keys(OPTIONS)];

  #internals = internalsOf(this);
  #view = new View(this.attachShadow({ mode: 'open' }));
  #speech = new Speech(undefined);
  /** @type {string | undefined} */
  #given;
  /** @type {Field | null} */
  #field = null;
  /** The last value seen in a field that has one. @type {string | undefined} */
  #seen;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #looking;
  /** @type {SmsMeterOptions} */
  #options = {};
  /** @type {Partial<SmsMeterStrings>} */
  #strings = {};
  /** @type {SmsMeterDetail | undefined} */
  #detail;
  /** The text after the offer was taken, and what brings the one before back. @type {{ text: string, edit: Edit } | null} */
  #applied = null;
  /** The reason why nothing could be counted, if nothing could. @type {unknown} */
  #failure;
  #isLoading = false;
  #observer = new MutationObserver(() => this.#attach());
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #said = '';
  /** True once anything has listened for `sms-change`. */
  #isHeard = false;
  /** True if it can have the focus while an error is shown. */
  #isReachable = false;
  /** The document or shadow root that the element is in. @type {Node | undefined} */
  #root;

  constructor() {
    super();
    this.#internals.role = 'group';
    this.#view.apply.onclick = () => this.applyOffer();
    this.#view.undo.onclick = () => this.undoOffer();
  }

  connectedCallback() {
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
    this.#speech = new Speech(this.closest('[lang]')?.getAttribute('lang') || undefined);
    const root = this.getRootNode();
    this.#observer.observe(root, { subtree: true, childList: true, attributeFilter: ['id'] });
    root.addEventListener('reset', this.#onReset);
    // Not on the field: there the meter would come before `v-model`, and a handler that sets state would write the old
    // value back over the key. At the root every listener of the field and of its framework has run.
    root.addEventListener('input', this.#onRootInput);
    this.#looking = setInterval(this.#look, LOOK);
    // In Node (jsdom) a timer keeps the process alive; in a browser it is a number.
    if (typeof this.#looking === 'object') this.#looking.unref?.();
    this.#attach();
    this.refresh();
  }

  /**
   * A page that was rendered on a server adds its listeners when it hydrates, after the first count: the first listener on the
   * element gets that count too. It does not bubble: who listens further out was there in time, or has the next one.
   * @param {string} type @param {EventListenerOrEventListenerObject} listener @param {boolean | AddEventListenerOptions} [options]
   */
  addEventListener(type, listener, options) {
    super.addEventListener(type, listener, options);
    if (type !== 'sms-change' || this.#isHeard) return;
    this.#isHeard = true;
    if (this.#detail) queueMicrotask(() => this.dispatchEvent(new CustomEvent(type, { detail: this.detail })));
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#root?.removeEventListener('reset', this.#onReset);
    this.#root?.removeEventListener('input', this.#onRootInput);
    clearInterval(this.#looking);
    this.#attach();
    clearTimeout(this.#timer);
  }

  attributeChangedCallback() {
    if (!this.isConnected) return;
    this.#attach();
    this.refresh();
  }

  /** Finds the field that `for` names, whenever the page changes. */
  #attach() {
    const root = this.getRootNode();
    this.#root = root;
    const field = this.isConnected && this.htmlFor ? /** @type {Document | ShadowRoot} */ (root).getElementById(this.htmlFor) : null;
    if (field === this.#field) return;
    this.#field = field;
    if (field) this.#onInput();
  }

  #onInput = () => {
    this.#given = undefined;
    this.refresh();
  };

  /** @param {Event} event */
  #onRootInput = ({ target }) => {
    if (target === this.#field) this.#onInput();
  };

  /** Counts a value that was set without an event. */
  #look = () => {
    const value = this.#field?.value;
    if (value !== this.#seen) this.#onInput();
  };

  /** A form empties its fields after the event. */
  #onReset = () => {
    setTimeout(this.#onInput);
  };

  get htmlFor() {
    return this.getAttribute('for') ?? '';
  }

  set htmlFor(id) {
    this.setAttribute('for', id);
  }

  get text() {
    return this.#given ?? (this.#field ? textOf(this.#field) : '');
  }

  set text(text) {
    this.#given = text ?? undefined;
    this.refresh();
  }

  get maxSegments() {
    return Number(this.getAttribute('max-segments')) || Infinity;
  }

  set maxSegments(segments) {
    this.setAttribute('max-segments', String(segments));
  }

  get options() {
    return this.#options;
  }

  set options(options) {
    this.#options = options ?? {};
    this.refresh();
  }

  /** @returns {SmsMeterStrings} */
  get strings() {
    return { ...STRINGS, ...JSON.parse(this.getAttribute('strings') || '{}'), ...this.#strings };
  }

  set strings(strings) {
    this.#strings = strings ?? {};
    this.refresh();
  }

  get detail() {
    return this.#detail ?? this.#measure().detail;
  }

  async complete() {
    while (!this.#measure().isComplete) await load();
    this.refresh();
    return this.detail;
  }

  get form() {
    return this.#internals.form;
  }

  get validity() {
    return this.#internals.validity;
  }

  get validationMessage() {
    return this.#internals.validationMessage;
  }

  checkValidity() {
    return this.#internals.checkValidity();
  }

  reportValidity() {
    return this.#internals.reportValidity();
  }

  refresh() {
    if (!this.isConnected) return;
    this.#seen = this.#field?.value;
    const before = this.#detail;
    try {
      const { detail, isComplete } = this.#measure();
      this.#detail = detail;
      if (!isComplete) this.#completeLater();
    } catch (error) {
      if (!isUnable(error)) throw error;
      this.#fail(error);
      return;
    }
    const detail = this.#detail;
    this.#failure = undefined;
    if (this.#applied && this.#applied.text !== detail.text) this.#applied = null;
    this.#show(detail);
    if (JSON.stringify(detail) !== JSON.stringify(before)) {
      this.dispatchEvent(new CustomEvent('sms-change', { bubbles: true, composed: true, detail }));
    }
  }

  /** Shows names and offers once they can be found. Without them the count is still right, unless an option asks for more. */
  async #completeLater() {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      await load();
    } catch (error) {
      if (isBeyondBasic(this.#countOptions())) this.#fail(error);
      return;
    } finally {
      this.#isLoading = false;
    }
    this.refresh();
  }

  /** Shows that nothing can be counted; a form is not to send what nobody has counted. @param {unknown} error */
  #fail(error) {
    // Once for developers; people see a sentence.
    if (this.#failure === undefined) console.error(error);
    this.#failure = error;
    this.#detail = undefined;
    this.#internals.ariaLabel = this.strings.label;
    this.#view.clear(this.strings.unavailable);
    this.#judge(this.strings.unavailable);
  }

  applyOffer() {
    if (!this.#detail?.offer) return false;
    const { text, offer } = this.#detail;
    const field = this.#field;
    const { start, end, replacement } = offer;
    const edit = { start, end: start + replacement.length, replacement: text.slice(start, end) };
    this.#applied = { text: offer.text, edit };
    this.#edit(field, offer, offer.text);
    return true;
  }

  undoOffer() {
    if (!this.#applied) return false;
    const { text, edit } = this.#applied;
    this.#edit(this.#field, edit, text.slice(0, edit.start) + edit.replacement + text.slice(edit.end));
    return true;
  }

  /**
   * @param {Field | null} field
   * @param {Edit} edit
   * @param {string} text what comes of it
   */
  #edit(field, edit, text) {
    if (field && textOf(field) === this.text) {
      change(field, edit);
      return;
    }
    this.text = text;
    const { apply, undo } = this.#view;
    (undo.hidden ? apply : undo).focus();
  }

  #measure() {
    return measure(this.text, this.#countOptions(), {
      rules: this.getAttribute('smart-encoding') ?? 'typography',
      accepts: (better) => !this.#field || accepts(this.#field, better),
      maxSegments: this.maxSegments,
    });
  }

  /** The options of counting, by property and by attribute. */
  #countOptions() {
    /** @type {CountOptions} */
    const options = { ...this.#options };
    for (const [attribute, name] of Object.entries(OPTIONS)) {
      const value = this.getAttribute(attribute);
      if (value !== null) Object.assign(options, { [name]: name !== 'nationalLanguages' || value === 'auto' ? value : value.split(/[\s,]+/).filter(Boolean) });
    }
    return options;
  }

  /** @param {SmsMeterDetail} detail */
  #show({ count: counted, offenders, offer, tooLong }) {
    const [view, speech, strings] = [this.#view, this.#speech, this.strings];
    const { encoding, segments, unitsRemaining, unitsPerSegment } = counted;
    this.#internals.ariaLabel = strings.label;
    show(view.encoding, encoding);
    show(view.segments, speech.say(strings.segments, segments));
    show(view.remaining, speech.say(strings.remaining, unitsRemaining));
    view.bar.hidden = false;
    view.fill.style.inlineSize = `${100 * (1 - unitsRemaining / unitsPerSegment)}%`;
    view.states({ 'ucs-2': encoding === 'UCS-2', over: tooLong });
    const isScript = isOtherScript(this.text, offenders);
    show(view.script, isScript ? strings.script : '');
    const named = isScript ? [] : offenders.slice(0, NAMED);
    const others = isScript ? 0 : offenders.length - named.length;
    view.list(speech.say(strings.offenders, offenders.length), named.map((offender) => this.#button(offender, strings)), others ? speech.say(strings.more, others) : '');
    const saved = speech.say(strings.segments, offer?.saved ?? 0);
    show(view.offerText, offer ? speech.say(strings.offer, offer.replacements, { saved }) : '');
    show(view.apply, offer ? strings.apply : '');
    show(view.undo, this.#applied ? strings.undo : '');
    view.offer.hidden = !offer && !this.#applied;
    this.#judge(tooLong ? speech.say(strings.tooMany, this.maxSegments, { segments: speech.say(strings.segments, segments) }) : '');
    this.#announce(counted);
  }

  /**
   * @param {Offender} offender
   * @param {SmsMeterStrings} strings
   */
  #button({ text, positions }, strings) {
    let next = 0;
    return {
      text: /\p{L}|\p{N}|\p{P}|\p{S}/u.test(text) ? text : `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      label: this.#speech.say(strings.offender, positions.length, { text }),
      press: () => {
        const nth = next++ % positions.length;
        if (this.#field) select(this.#field, text, positions[nth] ?? 0, nth);
      },
    };
  }

  /** @param {string} problem what is wrong, for the form that the element is in */
  #judge(problem) {
    show(this.#view.error, problem);
    // A form reports a problem only where the focus can go. (With -1 it could not go on to the buttons.)
    if (problem && !this.hasAttribute('tabindex')) {
      this.setAttribute('tabindex', '0');
      this.#isReachable = true;
    } else if (!problem && this.#isReachable) {
      this.removeAttribute('tabindex');
      this.#isReachable = false;
    }
    if (problem) this.#internals.setValidity({ customError: true }, problem, this.#view.error);
    else this.#internals.setValidity({});
  }

  /** Tells screen readers of what matters, once the typing has paused. @param {Count} counted */
  #announce({ encoding, segments }) {
    const { offerText, error, live, segments: shown } = this.#view;
    const key = `${encoding} ${segments} ${offerText.textContent} ${error.textContent}`;
    const isFirst = this.#said === '';
    clearTimeout(this.#timer);
    if (isFirst) this.#said = key;
    if (key === this.#said) return;
    this.#timer = setTimeout(() => {
      this.#said = key;
      live.textContent = [encoding, error.textContent || shown.textContent, offerText.textContent].filter(Boolean).join(', ');
    }, QUIET);
  }
}

if (globalThis.customElements && !customElements.get('sms-meter')) customElements.define('sms-meter', SmsMeter);
