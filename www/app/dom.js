/** Elements by id, and elements made in one expression. */

/** @typedef {Node | string | number | null | false | undefined} Child */

/**
 * The element with this id, which has to be there and of this kind.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`no ${kind.name} #${id}`);
  return element;
}

/**
 * Makes an element. `on…` attributes are listeners, `true` is an attribute without a value, `false` and `undefined` none.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  fill(element, ...children);
  return element;
}

/**
 * Replaces what is in an element. A child that is there already stays untouched, focus and all.
 * @param {Element} element
 * @param {...Child} children
 */
export function fill(element, ...children) {
  /** @type {(Node | string)[]} */
  const shown = [];
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    shown.push(child instanceof Node ? child : String(child));
  }
  const staying = shown.find((child) => child instanceof Element && child.parentNode === element);
  if (!(staying instanceof Element)) {
    element.replaceChildren(...shown);
    return;
  }
  while (element.firstChild !== staying) element.firstChild?.remove();
  while (element.lastChild !== staying) element.lastChild?.remove();
  staying.before(...shown.slice(0, shown.indexOf(staying)));
  staying.after(...shown.slice(shown.indexOf(staying) + 1));
}

/**
 * Sets the text of an element unless it is there already: an unchanged text costs no layout and is not read out. One
 * that is there is changed in its place, which costs no style either.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  const { firstChild: first } = element;
  if (element.textContent === text) return;
  if (first instanceof Text && first === element.lastChild) first.data = text;
  else element.textContent = text;
}

/**
 * Hides or shows an element; where nothing changes, no style is asked for again.
 * @param {HTMLElement} element
 * @param {boolean} isHidden
 */
export function setHidden(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/**
 * The input with this id if someone is writing in it: a redraw keeps it, for what is half written is in no state.
 * @param {string} id
 */
export function stillWritten(id) {
  const active = document.activeElement;
  return active instanceof HTMLInputElement && active.id === id ? active : null;
}
