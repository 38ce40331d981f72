/** The textarea: typing, changes made by the tools, undo and redo. */

import { byId } from '../dom.js';
import { DETAILED } from '../reading.js';
import { difference } from './difference.js';
import { createHistory } from './history.js';
import { afterEdit, shown, toShown, toText } from './line-breaks.js';

/** @typedef {import('./history.js').Languages} Languages */
/** @typedef {import('./history.js').Moment} Moment */

/**
 * @typedef {object} Editor
 * @property {(text: string) => void} show sets the text without a step to undo
 * @property {(text: string, languages?: Languages) => void} replace changes the text, or the national languages, or both; can be undone
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {(start: number, end: number) => void} select selects a range of the text and scrolls to it
 * @property {() => { start: number, end: number }} selection the selected range of the text, in UTF-16 units
 * @property {() => boolean} canUndo
 */

/**
 * @param {(text: string, languages?: Languages) => void} changed called with the text after each change, and with the
 *   national languages if those changed
 * @param {() => Languages} languagesNow
 * @param {(index: number) => void} reveal scrolls to a character of the shown text
 * @returns {Editor}
 */
export function createEditor(changed, languagesNow, reveal) {
  const area = byId('text', HTMLTextAreaElement);
  const history = createHistory();
  let text = '';
  let selection = { start: 0, end: 0 };

  const now = () => ({ text, ...selection });

  /** @param {Moment} moment */
  function put(moment) {
    text = moment.text;
    selection = { start: moment.start, end: moment.end };
    area.value = shown(text);
    area.setSelectionRange(toShown(text, moment.start), toShown(text, moment.end));
  }

  /** @param {Moment | null} moment */
  function travel(moment) {
    if (moment === null) return;
    put(moment);
    changed(text, moment.languages);
  }
  const undo = () => travel(history.undo({ ...now(), languages: languagesNow() }));
  const redo = () => travel(history.redo({ ...now(), languages: languagesNow() }));

  area.addEventListener('input', (event) => {
    const before = now();
    text = afterEdit(text, area.value);
    if (text === before.text) return;
    history.record(before, { typed: true, time: performance.now(), composed: event instanceof InputEvent && event.isComposing });
    changed(text);
  });
  area.addEventListener('compositionend', history.endComposition);
  area.addEventListener('paste', ({ clipboardData }) => {
    // Known to be too long for marks before it is laid out with them.
    const length = clipboardData?.getData('text/plain').length ?? 0;
    if (length > DETAILED) byId('editor', HTMLElement).classList.add('is-long');
  });
  area.addEventListener('beforeinput', (event) => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') undo();
    else redo();
  });
  area.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  });
  document.addEventListener('selectionchange', () => {
    if (document.activeElement !== area) return;
    selection = { start: toText(text, area.selectionStart), end: toText(text, area.selectionEnd) };
  });

  return {
    show(given) {
      // What was typed before the script was ready is there already, caret and all.
      if (area.value === shown(given)) text = given;
      else put({ text: given, start: given.length, end: given.length });
    },
    replace(given, languages) {
      if (given === text && languages === undefined) return;
      history.record(languages === undefined ? now() : { ...now(), languages: languagesNow() }, { typed: false, time: performance.now() });
      const { afterEnd } = difference(text, given);
      put({ text: given, start: afterEnd, end: afterEnd });
      changed(given, languages);
    },
    undo,
    redo,
    select(start, end) {
      area.focus({ preventScroll: true });
      area.setSelectionRange(toShown(text, start), toShown(text, end));
      reveal(toShown(text, start));
    },
    selection: () => ({ ...selection }),
    canUndo: () => history.canUndo,
  };
}
