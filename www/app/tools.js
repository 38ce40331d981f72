/** Everything that follows the text: marks, warnings, actions, preview, and the tools in tabs, each loaded when it is opened. */

import { showActions } from './actions/actions.js';
import { graphemes } from './advice.js';
import { campaignOf, FIELD } from './campaign.js';
import { copy } from './copy.js';
import { isMms } from './cost/cost.js';
import { byId, setHidden, setText } from './dom.js';
import { explainFigures } from './explain.js';
import { runsOf } from './editor/runs.js';
import { shown } from './editor/line-breaks.js';
import { acceptDrops } from './files/receive.js';
import { toFragment } from './link.js';
import { createMarkCards } from './marks/card.js';
import { codeOf, signOf } from './marks/characters.js';
import { messages } from './messages.js';
import { showLegend, showMeter } from './meter.js';
import { showSegments } from './panels/segments.js';
import { createPreview } from './preview.js';
import { DETAILED, read } from './reading.js';
import { headlineOf, reasonOf } from './reason.js';
import { createNotices } from './sending/notices.js';
import { createTabs } from './tabs.js';
import { t } from './language.js';
import { announce } from './toast.js';
import { createWarnings } from './warnings.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./state.js').State} State */

/**
 * Actions of the tools.
 * @typedef {object} Actions
 * @property {(change: Partial<State>) => void} change
 * @property {() => State} current
 * @property {(text: string, languages?: State['settings']['nationalLanguages']) => boolean} replace changes the text, with
 *   a step to undo; returns whether it did: a tool drawn for another text may not
 * @property {() => void} undo
 * @property {(start: number, end: number) => void} select selects a range of the text and scrolls to it
 * @property {() => void} reset
 * @property {() => void} redraw draws the tools again
 */

/** The panels in tabs that are loaded when they are opened; the first comes with the tools. @type {Record<string, () => Promise<(reading: Reading, state: State, actions: Actions) => void>>} */
const PANELS = {
  template: async () => (await import('./panels/template/template.js')).showTemplate,
  media: async () => (await import('./panels/media/media.js')).showMedia,
  inspect: async () => (await import('./panels/inspect/inspect.js')).showInspect,
  settings: async () => (await import('./panels/settings.js')).showSettings,
};

/**
 * @param {{ verdict: ReturnType<typeof import('./verdict.js').createVerdict>, cost: ReturnType<typeof import('./cost/cost.js').createCost>,
 *   editor: import('./editor/editor.js').Editor, highlight: import('./editor/highlight.js').Highlight, share: HTMLButtonElement,
 *   store: import('./store.js').Store<State>, reading: () => Reading, replace: Actions['replace'], reset: () => void, redraw: () => void }} page
 */
export function createTools({ verdict, cost, editor, highlight, share, store, reading, replace, reset, redraw }) {
  /** @type {Actions} */
  const actions = { change: store.set, current: store.get, replace, undo: editor.undo, select: editor.select, reset, redraw };
  const preview = createPreview((channel) => store.set({ channel }));
  const notices = createNotices();
  const showWarnings = createWarnings(editor);
  const showTab = createTabs((tab) => store.set({ tab }));
  const cards = createMarkCards({ reading, current: store.get, replace: (text) => { editor.replace(text); redraw(); }, editor, highlight });
  const notice = byId('notice', HTMLElement);
  /** Panels that are loaded, by tab. @type {Map<string, (reading: Reading, state: State, actions: Actions) => void>} */
  const panels = new Map([['segments', showSegments]]);
  acceptDrops(actions);
  explainFigures(() => exampleOf(reading(), store.get()).count);
  share.addEventListener('click', () => copy(async () => {
    const { text, settings, samples, sending } = store.get();
    return new URL(await toFragment({ text, settings, samples, sending }), location.href).href;
  }, share));

  /** @param {Reading} now @param {State} state */
  function drawPanel(now, state) {
    const name = state.tab in PANELS ? state.tab : 'segments';
    const show = panels.get(name);
    if (show !== undefined) {
      keepingFocus(() => show(now, state, actions));
      return;
    }
    PANELS[name]?.().then((loaded) => {
      panels.set(name, loaded);
      redraw();
    }, () => announce(t('notLoaded')));
  }

  return {
    /** The choices that change with the language. @param {State} state */
    drawPage({ channel }) {
      preview.drawChoice(channel);
    },
    /** Marks, meter and warnings, a frame after the key. @param {Reading} now @param {State} state */
    drawDetails(now, state) {
      const { text, analysis, count, refused } = now;
      const fields = [...text.matchAll(FIELD)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
      const runs = analysis && runsOf(analysis, fields);
      highlight.draw(shown(text), runs?.segments ?? null);
      // Fields are never counted as braces: what a template counts is known once typing pauses.
      if (fields.length === 0) {
        verdict.characters(text.length > DETAILED ? text.length : graphemes(text));
        // An empty text needs no analysis to be one segment with nothing in it.
        showMeter(count, text === '' ? [{ units: 0, unitsPerSegment: count.unitsPerSegment }] : analysis?.parts);
      }
      showLegend(now, state, runs, cards.next);
      showWarnings(now, state);
      const code = refused === null ? 0 : text.codePointAt(refused) ?? 0;
      setHidden(notice, refused === null);
      setText(notice, refused === null ? '' : t('unencodable', { text: signOf(String.fromCodePoint(code)), code: codeOf(code) }));
      highlight.placeFlags();
    },
    /** Verdict, actions, preview and the open tool, once typing pauses. @param {Reading} now @param {State} state */
    draw(now, state) {
      if (state.media.length > 0) void messages.load().then((isNews) => isNews && redraw());
      const campaign = campaignOf(state);
      const example = exampleOf(now, state);
      const rows = campaign.kind === 'template' && campaign.costs !== null ? campaign.costs.rows : null;
      const headline = headlineOf(state);
      if (headline === null) verdict.count(state.text, now.count, state);
      else verdict.headline(headline.segments, headline.money);
      const isOpen = campaign.kind === 'template' && campaign.isOpen;
      verdict.figures(example.count, isOpen);
      if (campaign.kind === 'template') {
        showMeter(example.count, example.analysis?.parts);
        verdict.characters(graphemes(example.text), isOpen);
      }
      verdict.reason(reasonOf(now, state, actions));
      cost.draw(state, { rows: isMms(state) ? null : rows });
      keepingFocus(() => showActions(now, state, actions));
      preview.draw(campaign.kind === 'template' ? read(campaign.textOf(0), state.settings) : now, state);
      notices.draw(state);
      showTab(state.tab);
      if (!byId('panels', HTMLElement).hidden) drawPanel(now, state);
    },
  };
}

/** The message that the figures are of: of a template the first row, or the one with the sample values. @param {Reading} reading @param {State} state */
function exampleOf(reading, state) {
  const campaign = campaignOf(state);
  return campaign.kind === 'template' ? read(campaign.counted, state.settings) : reading;
}

/**
 * Redraws a panel or the actions; whoever was on a control there finds themselves on the same one afterwards, or on the whole.
 * @param {() => void} redraw
 */
function keepingFocus(redraw) {
  const active = document.activeElement;
  const panel = active?.closest('.panel, .actions');
  redraw();
  if (!(panel instanceof HTMLElement) || active === panel || panel.contains(document.activeElement)) return;
  const same = active?.id ? document.getElementById(active.id) : null;
  if (same === null || same.matches(':disabled')) panel.focus();
  else same.focus();
}
