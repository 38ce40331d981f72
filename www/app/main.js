/**
 * Puts the page together. This module and what it imports are all that the first count needs. The tools are loaded after
 * the first paint, and the whole package, which marks, advice and preview ask, with the first text: an empty page needs none.
 */

import { createAnnouncer } from './announcer.js';
import { mayHaveFields } from './campaign.js';
import { createCost, isMms } from './cost/cost.js';
import { priceFor } from './cost/price.js';
import { byId, element, replaceContent, setHidden } from './dom.js';
import { createEditor } from './editor/editor.js';
import { createHighlight } from './editor/highlight.js';
import { shown } from './editor/line-breaks.js';
import { LANGUAGES, isLanguage, loadLanguage, setLanguage, t } from './language.js';
import { fromFragment } from './link.js';
import { messages } from './messages.js';
import { loadedPackage, loadPackage, needsPackage, read } from './reading.js';
import { forget, recall, remember } from './remember.js';
import { acceptedSending, routeOf } from './sending/route.js';
import { CHOICES, stateFrom } from './state.js';
import { afterPaint, createStore, idle, whenQuiet } from './store.js';
import { announce } from './toast.js';
import { createVerdict } from './verdict.js';
import { createWelcome } from './welcome.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {ReturnType<typeof import('./tools.js').createTools>} Tools */

const recalled = recall();
const store = createStore(stateFrom(recalled));
/** Country and sender as nobody chose them; `null` if they are remembered. */
const presumed = 'sending' in recalled ? null : store.get().sending;
const verdict = createVerdict();
const announceCount = createAnnouncer();
const highlight = createHighlight();
const editor = createEditor(edited, () => store.get().settings.nationalLanguages, highlight.reveal);
const cost = createCost(store.get, ({ price = store.get().price, sending }) => store.set(sending === undefined
  ? { price }
  : { price, sending, settings: routed(sending) }));
const showWelcome = createWelcome(write, (tab) => store.set({ tab }));
const area = byId('text', HTMLTextAreaElement);
const undo = byId('undo', HTMLButtonElement);
const startOver = byId('start-over', HTMLButtonElement);
const share = byId('share', HTMLButtonElement);
const theme = byId('theme', HTMLSelectElement);
const pageLanguage = byId('page-language', HTMLSelectElement);
/** Everything that follows the text; `null` until it is loaded. @type {Tools | null} */
let tools = null;

/** @param {string} text @param {State['settings']['nationalLanguages']} [languages] */
function edited(text, languages) {
  const { settings } = store.get();
  store.set({ text, settings: languages === undefined ? settings : { ...settings, nationalLanguages: languages } });
}

/** Puts a text into the field, to go on writing. @param {string} text */
function write(text) {
  editor.replace(text);
  area.focus();
}

/** The settings with the limits that follow from country and sender. @param {State['sending']} sending */
function routed(sending) {
  const { settings } = store.get();
  const route = routeOf(sending);
  return route === settings.route ? settings : { ...settings, route };
}

/** The package's answers about the text, asked once per change of text or settings. */
let reading = read(store.get().text, store.get().settings);

/** Draws all that has to be right in the frame in which a key was pressed, and no more: the key waits for it. */
function drawText() {
  const { count, text } = reading;
  const state = store.get();
  // The cost of a template or of pictures is not that of the text: the tools know it.
  if (!mayHaveFields(text)) {
    verdict.figures(count);
    if (!isMms(state)) verdict.count(text, count, state);
  }
  drawPlaceholder(text);
  highlight.follow(shown(text));
  drawDetails();
}

/** A placeholder only while it is seen: the browser works out its style at every key. @param {string} text */
function drawPlaceholder(text) {
  if (text !== '') area.removeAttribute('placeholder');
  else if (area.placeholder !== t('placeholder')) area.placeholder = t('placeholder');
}

/** Draws everything that takes an analysis of the text, a frame later, which is soon enough. */
const drawDetails = afterPaint(() => {
  const { text, count } = reading;
  const state = store.get();
  undo.disabled = !editor.canUndo();
  startOver.disabled = isEmpty(state);
  showWelcome(state);
  announceCount(count);
  rememberSoon(state);
  void loadAdvice(state);
  if (tools === null || !isAdvised(state)) {
    highlight.draw(shown(text), null);
    highlight.placeFlags();
    return;
  }
  tools.drawDetails(reading, state);
  delete document.documentElement.dataset['waiting'];
  // The other tools wait until typing pauses.
  if (toolsText !== text) drawToolsSoon();
});

/** The text that the tools were drawn for. @type {string | null} */
let toolsText = null;
function drawTools() {
  const state = store.get();
  void loadAdvice(state);
  if (tools === null || !isAdvised(state)) {
    cost.draw(state, { rows: null });
    return;
  }
  toolsText = reading.text;
  tools.draw(reading, state);
}
const drawToolsSoon = whenQuiet(120, drawTools);
const rememberSoon = whenQuiet(250, remember);

/** Returns true if all that this state shows can be drawn: only the empty page does without the whole package. @param {State} state */
function isAdvised(state) {
  return loadedPackage() !== null || (isEmpty(state) && state.tab === '' && !needsPackage(state.settings));
}

/** The load under way. @type {Promise<void> | null} */
let advice = null;
/** After a load that failed, the next attempt may begin this many milliseconds later. */
const RETRY = 5000;
let nextAttempt = 0;

/** Loads the whole package once this state needs it, while no key is waiting, and draws everything then. @param {State} state */
function loadAdvice(state) {
  if (isAdvised(state) || performance.now() < nextAttempt) return null;
  advice ??= fetchAdvice().catch(() => {
    nextAttempt = performance.now() + RETRY;
    delete document.documentElement.dataset['waiting'];
    announce(t('notLoaded'));
  }).finally(() => { advice = null; });
  return advice;
}

async function fetchAdvice() {
  // The invitation to type is not the reason for these segments; what follows the text appears once, where it stays.
  if (store.get().text !== '') {
    verdict.reason({ sentence: '', level: 'plain', action: null });
    document.documentElement.dataset['waiting'] = '';
  }
  await idle();
  await loadPackage();
  // The first call compiles the module.
  await idle();
  showAdvice();
}

/** Draws everything anew, now that the package is there. */
function showAdvice() {
  reading = read(store.get().text, store.get().settings);
  drawText();
  drawTools();
  document.documentElement.dataset['advice'] = '';
}

/** Returns true if there is nothing to lose. @param {State} state */
function isEmpty({ text, media, table, samples }) {
  return text === '' && media.length === 0 && table === null && Object.keys(samples).length === 0;
}

/** @param {State} state */
function drawPage(state) {
  const { theme: chosen, pageLanguage: language } = state;
  setLanguage(language);
  if (chosen === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = chosen;
  theme.value = chosen;
  pageLanguage.value = language;
  cost.drawChoices(state);
  cost.draw(state, { rows: null });
  tools?.drawPage(state);
  drawText();
  drawTools();
}

/**
 * A change made by a tool. A tool that was drawn for another text would undo what was typed since.
 * @param {string} text
 * @param {State['settings']['nationalLanguages']} [languages]
 * @returns {boolean} whether it was made
 */
function replace(text, languages) {
  if (toolsText !== reading.text) {
    drawTools();
    return false;
  }
  editor.replace(text, languages);
  drawTools();
  return true;
}

/** Empties the page; one step of the toast brings everything back. */
function startAgain() {
  const { samples, table, mapping, media } = store.get();
  const hadText = store.get().text !== '';
  store.set({ samples: {}, table: null, mapping: {}, media: [], tab: '' });
  if (hadText) editor.replace('');
  area.focus();
  announce(t('startedOver'), { label: t('undo'), run() {
    store.set({ samples, table, mapping, media });
    if (hadText) editor.undo();
  } });
}

/** Removes everything from the browser's storage, the settings included. */
function reset() {
  forget();
  store.set({ ...stateFrom({}), text: store.get().text });
  announce(t('forgotten'));
}

store.subscribe((now, before) => {
  const isNewText = now.text !== before.text;
  if (isNewText || now.settings !== before.settings) reading = read(now.text, now.settings);
  if (now.pageLanguage !== before.pageLanguage || now.theme !== before.theme) {
    void loadLanguage(now.pageLanguage).catch(() => announce(t('notLoaded'))).then(() => drawPage(store.get()));
  } else {
    if (isNewText || now.settings !== before.settings || now.price !== before.price || now.sending !== before.sending || now.media !== before.media) drawText();
    if (!isNewText) {
      showWelcome(now);
      drawTools();
    }
  }
  if (!isNewText) rememberSoon(now);
});

replaceContent(pageLanguage, ...Object.entries(LANGUAGES).map(([value, name]) => element('option', { value, lang: value }, name)));
pageLanguage.addEventListener('change', () => {
  if (isLanguage(pageLanguage.value)) store.set({ pageLanguage: pageLanguage.value });
});
theme.addEventListener('change', () => {
  const chosen = CHOICES.theme.find((value) => value === theme.value);
  if (chosen !== undefined) store.set({ theme: chosen });
});
undo.addEventListener('click', editor.undo);
startOver.addEventListener('click', startAgain);
// The draft survives also if the page is closed within the pause after the last key.
window.addEventListener('pagehide', () => remember(store.get()));

async function openLink() {
  try {
    const linked = await fromFragment(location.hash);
    if (linked === null) return;
    const { text, settings, samples, sending } = stateFrom(linked);
    if (needsPackage(settings)) await loadPackage();
    const had = store.get();
    store.set({ settings, samples, sending, price: priceFor(sending, had.price) });
    editor.replace(text);
    // The text is the reader's now: a reload must not bring the old one back over their edits.
    window.history.replaceState(null, '', location.pathname + location.search);
    // Nothing is lost: a draft that the link replaced is one step away.
    if (had.text !== '' && had.text !== text) announce(t('linkOpened'), { label: t('undo'), run: () => { editor.undo(); store.set({ samples: had.samples }); } });
  } catch {
    announce(t('badLink'));
  }
}

async function start() {
  const state = store.get();
  // Other languages, and settings that the small module cannot count with, come first; a slow network delays the count,
  // not the writing.
  await Promise.all([
    loadLanguage(state.pageLanguage).catch(() => announce(t('notLoaded'))),
    needsPackage(state.settings) ? loadPackage() : null,
  ]);
  // Typed before the script was ready: it is the text, and what it was typed over is one step to undo.
  const typed = area.value;
  const draft = area.dataset['draft'] ?? '';
  const before = store.get().text;
  const isTyped = typed !== '' && typed !== draft && typed !== shown(before);
  editor.show(isTyped ? typed : before);
  if (isTyped) store.set({ text: typed });
  reading = read(store.get().text, store.get().settings);
  drawPage(store.get());
  await openLink();
  window.addEventListener('hashchange', openLink);
  document.documentElement.dataset['counting'] = '';

  const [{ createTools }] = await Promise.all([import('./tools.js'), loadAdvice(store.get())]);
  tools = createTools({ verdict, cost, editor, highlight, share, store, reading: () => reading, replace, reset, redraw: drawTools });
  drawPage(store.get());
  document.documentElement.dataset['ready'] = '';

  // Countries and media are known a moment later: nobody waits for them to write.
  await messages.load();
  cost.drawChoices(store.get());
  const { sending } = store.get();
  const accepted = sending === presumed ? acceptedSending(sending) : sending;
  store.set({ sending: accepted, settings: routed(accepted) });
  if ('serviceWorker' in navigator) await navigator.serviceWorker.register('./service-worker.js');
}

setHidden(byId('welcome', HTMLElement), store.get().text !== '');
await start();
