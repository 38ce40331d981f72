/** The field that is measured: a text area, an input or anything contenteditable; read, changed so that it can be undone. */

/** @typedef {HTMLElement & { value?: string, selectionEnd?: number | null, maxLength?: number, readOnly?: boolean, disabled?: boolean }} Field */
/** @typedef {{ start: number, end: number, replacement: string }} Edit */

/** @param {Field} field */
export function textOf(field) {
  return field.value ?? field.innerText;
}

/** True if a text may replace the present one. @param {Field} field @param {string} text */
export function accepts(field, text) {
  const { readOnly, disabled, maxLength = -1 } = field;
  return !readOnly && !disabled && (maxLength < 0 || text.length <= maxLength) && (field.value !== undefined || field.isContentEditable);
}

/**
 * Changes the text as if it had been typed, so that the field's own undo takes it back and its listeners know of it.
 * @param {Field} field
 * @param {Edit} edit
 */
export function change(field, { start, end, replacement }) {
  field.focus();
  const { value } = field;
  const document = field.ownerDocument;
  const text = textOf(field);
  if (value === undefined) document.getSelection()?.selectAllChildren(field);
  else input(field).setSelectionRange(start, end);
  const inserted = value === undefined ? text.slice(0, start) + replacement + text.slice(end) : replacement;
  const done = inserted === '' ? document.execCommand('delete') : document.execCommand('insertText', false, inserted);
  if (done && textOf(field) !== text) return;
  if (value === undefined) field.innerText = inserted;
  else input(field).setRangeText(replacement, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data: inserted }));
}

/**
 * Selects a character where it comes for the `nth` time, at `index`.
 * @param {Field} field
 * @param {string} character
 * @param {number} index
 * @param {number} nth from 0
 */
export function select(field, character, index, nth) {
  field.focus();
  if (field.value !== undefined) {
    input(field).setSelectionRange(index, index + character.length);
    return;
  }
  const document = field.ownerDocument;
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = /** @type {Text} */ (node);
    for (let at = data.indexOf(character); at >= 0; at = data.indexOf(character, at + character.length)) {
      if (nth-- === 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + character.length);
    }
  }
}

/** @param {Field} field */
function input(field) {
  return /** @type {HTMLTextAreaElement} */ (/** @type {unknown} */ (field));
}
