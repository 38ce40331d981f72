/** The tools below and beside the editor. They follow the text a moment later, and only what is seen is drawn. */

import { campaignOf } from './campaign.js';
import { byId } from './dom.js';
import { showInspect } from './panels/inspect/inspect.js';
import { receiveMedia, showMedia } from './panels/media/media.js';
import { showSave } from './panels/save/save.js';
import { showSegments } from './panels/segments.js';
import { showSettings } from './panels/settings.js';
import { isTable, receiveTable, showTemplate } from './panels/template/template.js';
import { read } from './reading.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./state.js').State} State */

/**
 * What tools may do.
 * @typedef {object} Actions
 * @property {(change: Partial<State>) => void} change
 * @property {() => State} current
 * @property {import('./editor/editor.js').Editor['replace']} replace changes the text; can be undone
 * @property {(start: number, end: number) => void} select shows a stretch of the text
 * @property {(sentence: string) => void} say tells a screen reader
 * @property {() => void} reset
 * @property {() => void} redraw draws the tools again
 */

/**
 * @param {ReturnType<typeof import('./preview.js').createPreview>} preview
 * @param {ReturnType<typeof import('./cost.js').createCost>} cost
 * @param {Actions} actions
 */
export function createTools(preview, cost, actions) {
  receiveFiles(actions);
  const note = byId('fields-note', HTMLElement);
  byId('fields-show', HTMLButtonElement).addEventListener('click', () => actions.change({ tab: 'template' }));

  /** @param {Reading} reading @param {State} state */
  return (reading, state) => {
    const campaign = campaignOf(state);
    const sent = campaign.kind === 'template' ? read(campaign.textOf(0), state.settings) : reading;
    preview.draw(sent, state);
    const ofAllRows = campaign.kind === 'template' ? campaign.costs?.totalSegments : undefined;
    cost.draw({ segments: ofAllRows ?? sent.count.segments, isTable: ofAllRows !== undefined }, state.price);
    note.hidden = campaign.kind !== 'template' || state.tab === 'template';
    keepingFocus(() => {
      switch (state.tab) {
        case 'segments': return showSegments(reading);
        case 'template': return showTemplate(campaign, state, actions);
        case 'media': return showMedia(state, actions);
        case 'inspect': return showInspect(reading, state.settings, actions);
        case 'settings': return showSettings(state, actions);
        // Each row of a table is another text: what a change of the template saves in money is not known.
        default: return showSave(reading, ofAllRows === undefined ? state : { ...state, price: { ...state.price, perSegment: null } }, actions);
      }
    });
  };
}

/**
 * Redraws a panel; who was on a control in it finds themselves on the same one after, or else on the panel.
 * @param {() => void} redraw
 */
function keepingFocus(redraw) {
  const active = document.activeElement;
  const panel = active?.closest('.panel');
  redraw();
  if (!(panel instanceof HTMLElement) || active === panel || panel.contains(document.activeElement)) return;
  const same = active?.id ? document.getElementById(active.id) : null;
  if (same === null || same.matches(':disabled')) panel.focus();
  else same.focus();
}

/** Files may be dropped anywhere on the page: a table is one of values, all else media. @param {Actions} actions */
function receiveFiles(actions) {
  const hasFiles = (/** @type {DragEvent} */ { dataTransfer }) => dataTransfer?.types.includes('Files') ?? false;
  const { classList } = document.documentElement;
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    classList.add('is-dropping');
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) classList.remove('is-dropping');
  });
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    classList.remove('is-dropping');
    const files = [...event.dataTransfer?.files ?? []];
    const [first] = files;
    void (files.length === 1 && first !== undefined && isTable(first) ? receiveTable(first, actions) : receiveMedia(files, actions));
  });
}
