/** Elements by id, and elements made in one expression. */

/** @typedef {Node | string | number | null | false | undefined} Child */

/**
 * Returns the element with this id; throws if it is missing or of another kind.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no ${kind.name} #${id}`);
  return found;
}

/**
 * Creates an element. `on…` attributes are listeners, `true` is an attribute without a value, `false` and `undefined` none.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') created.addEventListener(name.slice(2), value);
    else if (value === true) created.setAttribute(name, '');
    else if (value !== false && value !== undefined) created.setAttribute(name, String(value));
  }
  replaceContent(created, ...children);
  return created;
}

/**
 * Replaces the content of an element. A child that is already in it stays untouched, focus included.
 * @param {Element} parent
 * @param {...Child} children
 */
export function replaceContent(parent, ...children) {
  /** @type {(Node | string)[]} */
  const shown = [];
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    shown.push(child instanceof Node ? child : String(child));
  }
  const staying = shown.find((child) => child instanceof Element && child.parentNode === parent);
  if (!(staying instanceof Element)) {
    parent.replaceChildren(...shown);
    return;
  }
  while (parent.firstChild !== staying) parent.firstChild?.remove();
  while (parent.lastChild !== staying) parent.lastChild?.remove();
  staying.before(...shown.slice(0, shown.indexOf(staying)));
  staying.after(...shown.slice(shown.indexOf(staying) + 1));
}

/**
 * Sets the text of an element unless it is there already: an unchanged text costs no layout and is not announced again.
 * A text node is changed in place, which costs no style either.
 * @param {Element} target
 * @param {string} text
 */
export function setText(target, text) {
  const { firstChild: first } = target;
  if (target.textContent === text) return;
  if (first instanceof Text && first === target.lastChild) first.data = text;
  else target.textContent = text;
}

/**
 * Hides or shows an element; if nothing changes, styles are not recalculated.
 * @param {HTMLElement} target
 * @param {boolean} isHidden
 */
export function setHidden(target, isHidden) {
  if (target.hidden !== isHidden) target.hidden = isHidden;
}
