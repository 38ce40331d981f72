/** The list of actions below the text: what to change, what it saves, the change drawn in place. */

import { actionsOn, NOMINAL, providerEncoding } from '../advice.js';
import { campaignOf } from '../campaign.js';
import { fromTo } from '../cost/cost.js';
import { costOf, rateOf, savingOf } from '../cost/price.js';
import { byId, element, replaceContent } from '../dom.js';
import { arrow, languageName, listOf, t } from '../language.js';
import { announce } from '../toast.js';
import { diff, visible } from './diff.js';

/** @typedef {import('../advice.js').Action} Action */
/** @typedef {import('../advice.js').Fix} Fix */
/** @typedef {import('../language.js').Key} Key */
/** @typedef {import('../reading.js').Reading} Reading */
/** @typedef {import('../state.js').State} State */

/** Replacements named in a title. */
const NAMED = 4;

/** @type {Record<string, Key>} */
const LEVELS = { typography: 'fixTypography', compatibility: 'fixCompatibility' };

/** The rate that savings are shown in: of the rows of a table, which are the recipients, or of the recipients. @param {State} state */
export function rateOfState(state) {
  const campaign = campaignOf(state);
  const rate = rateOf(state.price, state.sending, 'perSegment');
  return campaign.kind === 'template' && campaign.costs !== null ? { ...rate, recipients: 1 } : rate;
}

/** The name of a fix: what it changes, and what follows from that. @param {Fix} fix @param {string} text */
export function titleOf({ kind, detail, edits }, text) {
  if (kind === 'national-language') return t('fixLanguage', { language: languageName(detail) });
  if (kind === 'waste') return t(`fix-${detail}`);
  if (kind === 'clean-up') return t('fixCleanUp');
  const spelling = respelled(edits, text);
  if (spelling !== '') return t('fixSpelling', { changes: spelling });
  const removed = edits.filter(({ replacement }) => replacement === '').map(({ start, end }) => visible(text.slice(start, end).trim())).filter(Boolean);
  if (kind === 'remove-offenders' && removed.length > 0) {
    const others = edits.filter(({ replacement }) => replacement !== '').length;
    const characters = listOf([...new Set(removed)].slice(0, NAMED));
    return others === 0 ? t('fixRemove', { characters }) : t('fixRemoveAndReplace', { characters, n: others });
  }
  return t(LEVELS[detail] ?? 'fixTypography');
}

/** Letters that a fix writes differently, such as "ş ı → s i"; empty if spelling stays. @param {Fix['edits']} edits @param {string} text */
function respelled(edits, text) {
  /** @type {Map<string, string>} */
  const letters = new Map();
  for (const { start, end, replacement } of edits) {
    const original = text.slice(start, end);
    if (/\p{L}/u.test(original) && replacement !== '' && original.normalize('NFKC') !== replacement) letters.set(original, replacement);
  }
  const shown = [...letters].slice(0, NAMED);
  return shown.length === 0 ? '' : `${shown.map(([original]) => original).join(' ')}${letters.size > NAMED ? ' …' : ''} ${arrow()} ${shown.map(([, by]) => by).join(' ')}`;
}

/** Applies a fix, says what it saved and offers to undo it. @param {Fix} fix @param {State} state @param {Pick<import('../tools.js').Actions, 'replace' | 'undo'>} actions */
export function applyFix({ kind, text, before, after }, state, { replace, undo }) {
  const rate = rateOfState(state);
  const isDone = replace(text, kind === 'national-language' ? 'auto' : undefined);
  if (!isDone) return;
  const saved = t('saved', { amount: savingOf(before - after, rate) });
  // Whoever pressed the button of the verdict has not read the condition.
  announce(kind === 'national-language' ? `${saved} · ${t('fixLanguageCondition')}` : saved, { label: t('undo'), run: undo });
}

/**
 * @param {Reading} reading
 * @param {State} state
 * @param {import('../tools.js').Actions} actions
 */
export function showActions(reading, state, actions) {
  const section = byId('actions', HTMLElement);
  section.hidden = state.text === '' || reading.analysis === null;
  if (section.hidden) return;
  const found = actionsOn(reading, state);
  const rate = rateOfState(state);
  const cards = found.map((action, index) => (action.kind === 'overhang'
    ? overhangCard(action, state.text, actions)
    : fixCard(action, index === 0, state, rate, actions)));
  replaceContent(byId('actions-list', HTMLElement),
    cards.length === 0 ? element('p', { class: 'hint' }, t('actionsNone')) : element('ol', { class: 'action-list' }, ...cards),
    campaignOf(state).kind === 'plain' && providers(reading, state));
}

/** @param {Fix} fix @param {boolean} isFirst @param {State} state @param {import('../cost/price.js').Rate} rate @param {import('../tools.js').Actions} actions */
function fixCard(fix, isFirst, state, rate, actions) {
  const { kind, edits, before, after } = fix;
  const money = costOf(before - after, rate);
  const campaign = campaignOf(state);
  const isNominal = campaign.kind === 'template' && campaign.costs === null;
  const condition = kind === 'national-language' ? t('fixLanguageCondition') : isNominal ? t('fixNominal', { n: NOMINAL }) : '';
  return element('li', { class: 'action', 'data-kind': kind, 'data-detail': fix.detail },
    element('div', { class: 'action-head' },
      element('h3', {}, titleOf(fix, state.text)),
      element('p', { class: 'gain' }, ...fromTo(before, after, arrow()), money !== null && element('span', { class: 'chip' }, t('savesMoney', { money })))),
    condition !== '' && element('p', { class: 'hint' }, condition),
    edits.length > 0 && diff(state.text, edits),
    element('button', {
      class: `button is-small${isFirst ? ' is-primary' : ''}`, type: 'button', onclick: () => applyFix(fix, state, actions),
    }, t('apply')));
}

/** @param {import('../advice.js').Overhang} overhang @param {string} text @param {import('../tools.js').Actions} actions */
function overhangCard({ start, end, characters, target }, text, { select }) {
  return element('li', { class: 'action', 'data-kind': 'overhang' },
    element('div', { class: 'action-head' }, element('h3', {}, t('overhang', { n: characters, segments: t('segmentCount', { n: target }) }))),
    element('p', { class: 'hint' }, t('overhangHint')),
    element('p', { class: 'diff', dir: 'auto' }, start > 60 ? '… ' : '', text.slice(Math.max(0, start - 60), start), element('span', { class: 'over' }, text.slice(start, end))),
    element('button', { class: 'button is-small', type: 'button', onclick: () => select(start, end) }, t('overhangSelect')));
}

/** The changes that providers' own smart encoding would make if it is switched on. @param {Reading} reading @param {State} state */
function providers({ text, count }, { settings }) {
  const rows = /** @type {const} */ (['twilio', 'telnyx']).map((provider) => ({ provider, ...providerEncoding(text, provider, settings) }))
    .filter(({ substitutions }) => substitutions.length > 0);
  if (rows.length === 0) return null;
  const open = document.querySelector('#providers[open]') !== null;
  return element('details', { id: 'providers', open },
    element('summary', {}, t('providersTitle')),
    element('p', { class: 'hint' }, t('providersHint')),
    ...rows.map(({ provider, after, substitutions }) => element('div', { class: 'provider' },
      element('p', { class: 'gain' }, element('span', {}, provider === 'twilio' ? 'Twilio' : 'Telnyx', ': '), ...fromTo(count.segments, after.segments, arrow())),
      diff(text, substitutions))));
}

