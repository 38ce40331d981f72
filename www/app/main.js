/** Puts the page together: what was remembered or came by link, the editor, and all that follows the text. */

import { createAnnouncer } from './announcer.js';
import { mayHaveFields } from './campaign.js';
import { copy } from './copy.js';
import { createCost } from './cost.js';
import { byId, fill, make, setHidden } from './dom.js';
import { createEditor } from './editor/editor.js';
import { createHighlight } from './editor/highlight.js';
import { shown } from './editor/line-breaks.js';
import { runsOf } from './editor/runs.js';
import { createFigures, showLegend, showMeter } from './figures.js';
import { LANGUAGES, isLanguage, speak, t } from './language.js';
import { fromFragment, toFragment } from './link.js';
import { codeOf, signOf } from './panels/inspect/characters.js';
import { messages } from './messages.js';
import { createPreview } from './preview.js';
import { read } from './reading.js';
import { forget, recall, remember } from './remember.js';
import { routeOf } from './sending/route.js';
import { createSamples } from './samples.js';
import { createSending } from './sending/sending.js';
import { CHOICES, stateFrom } from './state.js';
import { afterPaint, createStore, whenQuiet } from './store.js';
import { createTabs } from './tabs.js';
import { createTools } from './tools.js';
import { createWarnings } from './warnings.js';

/** @typedef {import('./state.js').State} State */

const store = createStore(stateFrom(recall()));
const announcer = createAnnouncer();
const highlight = createHighlight();
const editor = createEditor(edited, () => store.get().settings.nationalLanguages, highlight.reveal);
const preview = createPreview((channel) => store.set({ channel }));
const cost = createCost((price) => store.set({ price }));
const sending = createSending((chosen) => store.set({ sending: chosen, settings: routed(chosen) }));
const showFigures = createFigures();
const showWarnings = createWarnings(editor);
const showSamples = createSamples(write);
const showTab = createTabs((tab) => store.set({ tab }));
const notice = byId('notice', HTMLElement);
const undo = byId('undo', HTMLButtonElement);
const clear = byId('clear', HTMLButtonElement);
const share = byId('share', HTMLButtonElement);
const theme = byId('theme', HTMLSelectElement);
const pageLanguage = byId('page-language', HTMLSelectElement);

/** @param {string} text @param {State['settings']['nationalLanguages']} [languages] */
function edited(text, languages) {
  const { settings } = store.get();
  store.set({ text, settings: languages === undefined ? settings : { ...settings, nationalLanguages: languages } });
}

/** Puts a text there, to go on writing. @param {string} text */
function write(text) {
  editor.replace(text);
  byId('text', HTMLElement).focus();
}

/** The settings with the limits that go with country and sender. @param {State['sending']} chosen */
function routed(chosen) {
  const { settings } = store.get();
  const route = routeOf(chosen);
  return route === settings.route ? settings : { ...settings, route };
}

/** What the text looks like to the package, read once per change of text or settings. */
let reading = read(store.get().text, store.get().settings);

/** All that has to be right in the frame in which a key was pressed, and no more: it is what a key waits for. */
function drawText() {
  const { count, text } = reading;
  showFigures(count);
  highlight.follow(shown(text));
  showNotice();
  drawDetails();
}

/** What takes an analysis of the text, and what nobody looks for at once: a frame later, for that is soon enough. */
const drawDetails = afterPaint(() => {
  const { count, text, analysis } = reading;
  undo.disabled = !editor.canUndo();
  clear.disabled = text === '';
  showSamples(text);
  const runs = analysis && runsOf(analysis);
  highlight.draw(shown(text), runs?.segments ?? null);
  showMeter(count, analysis?.parts);
  showLegend(reading, runs?.tally ?? null);
  showWarnings(reading);
  // What fields cost is known to the tools.
  if (!mayHaveFields(text)) cost.draw({ segments: count.segments, isTable: false }, store.get().price);
  announcer.count(count);
  // The other tools wait until typing pauses.
  if (toolsText !== text) drawToolsSoon();
  rememberSoon(store.get());
});

function showNotice() {
  const { refused, text } = reading;
  setHidden(notice, refused === null);
  if (refused === null) return;
  const code = text.codePointAt(refused) ?? 0;
  notice.textContent = t('unencodable', { text: signOf(String.fromCodePoint(code)), code: codeOf(code) });
}

const showTools = createTools(preview, cost, {
  change: store.set, current: store.get, replace, select: editor.select, say: announcer.say, reset, redraw: drawTools,
});
/** The text that the tools were drawn for. */
let toolsText = '';
function drawTools() {
  toolsText = reading.text;
  showTools(reading, store.get());
  sending.draw(store.get());
}
const drawToolsSoon = whenQuiet(120, drawTools);
const rememberSoon = whenQuiet(400, remember);

/** @param {State} state */
function drawPage({ theme: chosen, pageLanguage: language, channel, tab, price, sending: who }) {
  speak(language);
  if (chosen === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = chosen;
  theme.value = chosen;
  pageLanguage.value = language;
  preview.drawChoice(channel);
  sending.drawFields(who);
  cost.drawFields(price);
  showTab(tab);
  drawText();
  drawTools();
}

/**
 * What a tool does to the text. A tool drawn for another text than the one there is would undo what was typed since.
 * @param {string} text
 * @param {State['settings']['nationalLanguages']} [languages]
 */
function replace(text, languages) {
  if (toolsText === reading.text) editor.replace(text, languages);
  drawTools();
}

function reset() {
  forget();
  store.set({ ...stateFrom({}), text: store.get().text });
  drawPage(store.get());
}

store.subscribe((now, before) => {
  if (now.text !== before.text || now.settings !== before.settings) reading = read(now.text, now.settings);
  if (now.pageLanguage !== before.pageLanguage || now.theme !== before.theme) {
    drawPage(now);
  } else {
    if (now.text !== before.text || now.settings !== before.settings) drawText();
    if (now.tab !== before.tab) showTab(now.tab);
    // At once what was asked for.
    if (now.text === before.text) drawTools();
  }
  if (now.text === before.text) rememberSoon(now);
});

fill(pageLanguage, ...Object.entries(LANGUAGES).map(([value, name]) => make('option', { value, lang: value }, name)));
pageLanguage.addEventListener('change', () => {
  if (isLanguage(pageLanguage.value)) store.set({ pageLanguage: pageLanguage.value });
});
theme.addEventListener('change', () => {
  const chosen = CHOICES.theme.find((value) => value === theme.value);
  if (chosen !== undefined) store.set({ theme: chosen });
});
undo.addEventListener('click', editor.undo);
clear.addEventListener('click', () => write(''));
share.addEventListener('click', () => copy(async () => {
  const { text, settings, samples, sending: who } = store.get();
  return new URL(await toFragment({ text, settings, samples, sending: who }), location.href).href;
}, share, announcer.say));

async function openLink() {
  try {
    const linked = await fromFragment(location.hash);
    if (linked === null) return;
    const { text, settings, samples, sending: who } = stateFrom(linked);
    store.set({ settings, samples, sending: who });
    sending.drawFields(who);
    editor.replace(text);
    // The text is the reader's now: a reload must not bring the old one back over their edits.
    window.history.replaceState(null, '', location.pathname + location.search);
  } catch {
    announcer.say(t('badLink'));
  }
}

editor.show(store.get().text);
drawPage(store.get());
await openLink();
window.addEventListener('hashchange', openLink);
document.documentElement.dataset['ready'] = '';

// Countries and media are known a moment later: nobody waits for them to write.
await messages.load();
sending.drawFields(store.get().sending);
store.set({ settings: routed(store.get().sending) });

if ('serviceWorker' in navigator) await navigator.serviceWorker.register('./service-worker.js');
