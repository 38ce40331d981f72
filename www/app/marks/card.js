/**
 * Cards about marked characters: name, cost, replacements. They answer to the pointer, to a tap and to the keyboard
 * (Alt+Enter in the text, or the list of marks below it).
 */

import { applied } from '../actions/diff.js';
import { explanations } from '../advice.js';
import { rateOf, savingOf } from '../cost/price.js';
import { byId, element } from '../dom.js';
import { toShown, toText } from '../editor/line-breaks.js';
import { t } from '../language.js';
import { hidePopover, popoverState, showPopover } from '../popover.js';
import { optionsOf, wholePackage } from '../reading.js';
import { codeOf, isInvisible, kindOf, signOf } from './characters.js';
import { loadNames, nameOf } from './names.js';
import { withoutGaps } from './removal.js';
import { scriptOf } from './script.js';
import { announce } from '../toast.js';

/** @typedef {import('../advice.js').Explanation} Explanation */
/** @typedef {import('../reading.js').Reading} Reading */
/** @typedef {import('../state.js').State} State */
/** @typedef {'offender' | 'double' | 'torn' | 'invisible'} MarkKind */

/** Time that the pointer rests on a mark before its card opens, in milliseconds. */
const REST = 250;

/**
 * @param {{ reading: () => Reading, current: () => State, replace: (text: string) => void, editor: import('../editor/editor.js').Editor,
 *   highlight: import('../editor/highlight.js').Highlight }} page
 * @returns {{ next: (kind: MarkKind | null) => void }} opens the card of the next mark after the caret, of any kind for `null`
 */
export function createMarkCards({ reading, current, replace, editor, highlight }) {
  const area = byId('text', HTMLTextAreaElement);
  /** @type {{ reading: Reading, characters: Explanation[] } | null} */
  let latest = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isByPointer = false;

  /** The characters of the text as it is now. */
  function characters() {
    const now = reading();
    if (now.analysis === null) return [];
    if (latest?.reading !== now) latest = { reading: now, characters: explanations(now, current().settings) };
    return latest.characters;
  }

  /** Marks in reading order. @param {MarkKind | null} kind */
  function marks(kind) {
    const all = characters();
    const script = scriptOf(all);
    const torn = (reading().analysis?.warnings ?? []).filter(({ code }) => code === 'cut-grapheme').flatMap(({ ranges }) => ranges);
    /** @type {Record<MarkKind, (character: Explanation, index: number) => boolean>} */
    const is = {
      offender: ({ forcesUcs2 }) => forcesUcs2 && script === null,
      double: ({ units, septets }) => units === 2 && septets !== null,
      torn: ({ start }) => torn.some((range) => range.start === start),
      invisible: (_, index) => isInvisible(all, index),
    };
    const kinds = kind === null ? Object.values(is) : [is[kind]];
    return all.filter((character, index) => kinds.some((matches) => matches(character, index)));
  }

  /** @param {MarkKind | null} kind @param {number} [after] in UTF-16 units; by default the caret */
  function next(kind, after = editor.selection().end - 1) {
    const all = marks(kind);
    const found = all.find(({ start }) => start > after) ?? all[0];
    if (found === undefined) return;
    editor.select(found.start, found.end);
    open(found, true, kind);
  }

  /** @param {Explanation} character @param {boolean} takesFocus @param {MarkKind | null} kind of the marks that "next" goes through */
  function open(character, takesFocus, kind) {
    const { text } = reading();
    const box = highlight.boxOf(toShown(text, character.start));
    if (box === null) return;
    isByPointer = !takesFocus;
    const show = () => showPopover({ x: box.left, top: box.top, bottom: box.bottom }, { label: t('markCard'), focus: takesFocus ? area : null },
      ...content(character, kind));
    show();
    // Without its name a character still has its sign, its code and its kind.
    loadNames().then((isNews) => isNews && popoverState().isOpen && show(), () => announce(t('notLoaded')));
  }

  /** @param {Explanation} character @param {MarkKind | null} kind */
  function content(character, kind) {
    const { text, settings, price, sending } = current();
    const all = characters();
    const own = character.text;
    const same = all.filter((other) => other.text === own);
    const replacement = character.alternative?.replacement ?? null;
    /** @param {readonly Explanation[]} which @param {string} by */
    const edits = (which, by) => withoutGaps(text, which.map(({ start, end }) => ({ start, end, replacement: by })));
    /** @param {readonly Explanation[]} which @param {string} by */
    const change = (which, by) => () => {
      hidePopover();
      replace(applied(text, edits(which, by)));
      area.focus();
    };
    const options = { ...optionsOf(settings), encoding: /** @type {const} */ ('auto') };
    const saved = reading().count.segments - wholePackage().count(applied(text, edits(same, replacement ?? '')), options).segments;
    const button = (/** @type {string} */ label, /** @type {() => void} */ onclick) => element('button', { class: 'button is-small', type: 'button', onclick }, label);
    return [
      element('p', { class: 'mark-title' }, element('span', { class: 'mark-glyph', dir: 'auto' }, signOf(own)),
        element('span', {}, element('strong', { class: 'name', lang: 'en' }, nameOf(character.codePoint)), element('span', { class: 'kind' }, kindOf(own), ' · ', element('code', { dir: 'ltr' }, codeOf(character.codePoint))))),
      element('p', {}, costOfMark(character, all)),
      saved > 0 && element('p', { class: 'mark-cost' }, t('markCosts', { amount: savingOf(saved, rateOf(price, sending, 'perSegment')) })),
      element('p', { class: 'row' },
        replacement !== null && replacement !== '' && button(t('replaceBy', { text: replacement }), change([character], replacement)),
        replacement !== null && replacement !== '' && same.length > 1 && button(t('replaceAllBy', { n: same.length, text: replacement }), change(same, replacement)),
        (replacement === null || replacement === '') && button(t('remove'), change([character], '')),
        (replacement === null || replacement === '') && same.length > 1 && button(t('removeAll', { n: same.length }), change(same, '')),
        button(t('nextMark'), () => next(kind, character.start))),
    ];
  }

  /** @param {Explanation} character @param {readonly Explanation[]} all */
  function costOfMark({ forcesUcs2, units, septets, start }, all) {
    if (isInvisible(all, all.findIndex((other) => other.start === start))) return t(forcesUcs2 ? 'markInvisibleForces' : 'markInvisible', { n: units });
    if (forcesUcs2) return t('markForces');
    return t(septets === null ? 'markTorn' : 'markDouble');
  }

  /** The character of a mark at a point of the screen. @param {{ clientX: number, clientY: number }} point */
  function at({ clientX, clientY }) {
    const index = highlight.markAt(clientX, clientY);
    if (index === null) return undefined;
    const position = toText(reading().text, index);
    return characters().find(({ start, end }) => start <= position && position < end);
  }

  area.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const character = at(event);
      if (character !== undefined) open(character, false, null);
      else if (isByPointer && !popoverState().isInUse) hidePopover();
    }, REST);
  });
  area.addEventListener('pointerleave', () => clearTimeout(timer));
  area.addEventListener('click', (event) => {
    clearTimeout(timer);
    const character = at(event);
    if (character !== undefined) open(character, false, null);
  });
  area.addEventListener('input', () => {
    clearTimeout(timer);
    hidePopover();
  });
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.altKey || event.isComposing) return;
    event.preventDefault();
    next(null);
  });
  return { next };
}
