/** The parts of the element, and their look unless a page styles them. */

const CSS = `
:host { display: block; font: inherit; font-size: .875em; line-height: 1.5 }
:host([hidden]), [hidden] { display: none !important }
div { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--sms-meter-gap, .75em) }
span, button { unicode-bidi: isolate; font-variant-numeric: tabular-nums }
.bar { flex: 1 0 100%; block-size: var(--sms-meter-bar-size, .25em); border-radius: 1em; overflow: hidden; background: var(--sms-meter-track, color-mix(in srgb, currentColor 15%, transparent)) }
.fill { block-size: 100%; background: var(--sms-meter-accent, #0a7d4f) }
.ucs-2 .fill { background: var(--sms-meter-warning, #b35c00) }
[part=offenders-more] { order: 1 }
.over .fill { background: var(--sms-meter-error, #c4212b) }
.over .segments { color: var(--sms-meter-error, inherit); font-weight: bold }
button { font: inherit; color: inherit; padding: 0 .5em; min-block-size: 1.75em; border: 1px solid; border-radius: .35em; background: var(--sms-meter-button, transparent); cursor: pointer }
:host(:focus-visible), button:focus-visible { outline: 2px solid var(--sms-meter-focus, currentColor); outline-offset: 2px }
@media (forced-colors: active) { .bar { border: 1px solid CanvasText } .fill { forced-color-adjust: none; background: Highlight } }
.live { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** Styles the parts: by one sheet for all elements, or where sheets cannot be constructed (jsdom) by one each. @param {ShadowRoot} root */
function style(root) {
  if (!('replaceSync' in (globalThis.CSSStyleSheet?.prototype ?? {}))) {
    root.appendChild(document.createElement('style')).textContent = CSS;
    return;
  }
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  root.adoptedStyleSheets = [sheet];
}

export class View {
  /** @param {ShadowRoot} root */
  constructor(root) {
    style(root);
    this.meter = part(root, 'div', 'meter');
    this.encoding = part(this.meter, 'span', 'encoding');
    this.segments = part(this.meter, 'span', 'segments');
    this.remaining = part(this.meter, 'span', 'remaining');
    this.bar = part(this.meter, 'div', 'bar');
    this.fill = part(this.bar, 'div', 'fill');
    this.script = part(root, 'span', 'script');
    this.offenders = part(root, 'div', 'offenders');
    this.offer = part(root, 'div', 'offer');
    this.offerText = part(this.offer, 'span', 'offer-text');
    this.apply = part(this.offer, 'button', 'apply');
    this.undo = part(this.offer, 'button', 'undo');
    this.error = part(root, 'span', 'error');
    this.live = part(root, 'div', 'live');
    this.live.setAttribute('role', 'status');
  }

  /** @param {Readonly<Record<string, boolean>>} states further names of the meter, for styles */
  states(states) {
    const names = ['meter', ...Object.keys(states).filter((name) => states[name])].join(' ');
    this.meter.className = names;
    this.meter.setAttribute('part', names);
  }

  /** Shows no count, as there is none. @param {string} reason for screen readers */
  clear(reason) {
    for (const element of [this.encoding, this.segments, this.remaining, this.script, this.offerText]) show(element, '');
    this.states({});
    this.list('', [], '');
    this.bar.hidden = this.offer.hidden = true;
    this.live.textContent = reason;
  }

  /**
   * Shows a button for each offender; the same ones stay, so that the focus does.
   * @param {string} title
   * @param {readonly { text: string, label: string, press: () => void }[]} list
   * @param {string} more that there are others
   */
  list(title, list, more) {
    const [caption = part(this.offenders, 'span', 'offenders-text'), rest = part(this.offenders, 'span', 'offenders-more'), ...buttons]
      = /** @type {HTMLElement[]} */ ([...this.offenders.children]);
    this.offenders.hidden = list.length === 0;
    show(caption, title);
    show(rest, more);
    for (const [index, { text, label, press }] of list.entries()) {
      const button = buttons[index] ?? part(this.offenders, 'button', 'offender');
      show(button, text);
      button.ariaLabel = button.title = label;
      button.onclick = press;
    }
    for (const button of buttons.slice(list.length)) button.remove();
  }
}

/**
 * Changes a text that has changed; an empty one is hidden.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function show(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = text === '';
}

/**
 * @param {Node} parent
 * @param {string} tag
 * @param {string} name
 */
function part(parent, tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  element.setAttribute('part', name);
  // On a page from right to left, English words and their numbers keep their order.
  if (tag !== 'div') element.dir = 'auto';
  if (tag === 'button') element.setAttribute('type', 'button');
  parent.appendChild(element);
  return element;
}
