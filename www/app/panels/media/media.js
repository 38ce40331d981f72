/** The panel "Media": files, and what becomes of them on each channel. */

import { byId, fill, make } from '../../dom.js';
import { t } from '../../language.js';
import { messages } from '../../messages.js';
import { CHOICES } from '../../state.js';
import { inspected, without } from './files.js';
import { createThumbnails } from './thumbnail.js';
import { CARRIERS, NAMES, adviceOn, outcomeOf, problemOf, reasonOf, reportOn, size } from './verdict.js';

/** @typedef {import('../../../septet/messages.js').MediaReport} MediaReport */
/** @typedef {import('../../state.js').MediaFile} MediaFile */
/** @typedef {import('../../state.js').State} State */
/** @typedef {import('../../tools.js').Actions} Actions */

const thumbnail = createThumbnails();

/** @param {State} state @param {Actions} actions */
export function showMedia(state, actions) {
  void messages.load().then((isNews) => isNews && actions.redraw());
  const input = make('input', { type: 'file', id: 'media-files', class: 'visually-hidden', multiple: true });
  input.addEventListener('change', () => receiveMedia([...input.files ?? []], actions));
  const report = state.media.length === 0 ? null : reportOn(state, state.mediaChannel);
  fill(byId('panel-media', HTMLElement),
    make('p', { class: 'hint' }, t('mediaHint')),
    make('div', { class: 'drop' }, input,
      make('label', { class: 'button', for: 'media-files' }, t('chooseMedia')),
      make('span', { class: 'hint' }, t('dropMedia'))),
    report !== null && channelChoice(state, actions),
    report !== null && problems(report),
    state.media.length > 0 && make('ul', { class: 'media-list' }, ...state.media.map((file, index) => card(file, index, report, state, actions))));
}

/** Every channel with its verdict, and the choice whose verdict is shown in full. @param {State} state @param {Actions} actions */
function channelChoice(state, { change }) {
  return make('fieldset', { class: 'channels' }, make('legend', {}, t('mediaChannel')),
    ...CHOICES.mediaChannel.map((channel) => {
      const isAccepted = reportOn(state, channel)?.accepted ?? false;
      const { kind, sign, words } = outcomeOf(isAccepted ? 'supported' : 'refused');
      return make('label', { class: 'channel' },
        make('input', {
          type: 'radio', name: 'media-channel', id: `channel-${channel}`, value: channel, checked: channel === state.mediaChannel,
          onchange: () => change({ mediaChannel: channel }),
        }),
        make('span', {}, make('span', { class: `sign is-${kind}`, 'aria-hidden': 'true' }, sign), NAMES[channel],
          make('span', { class: 'visually-hidden' }, `, ${words}`)));
    }));
}

/** What is wrong with the files together. @param {MediaReport} report */
function problems({ problems: found, bytes }) {
  return found.length > 0 && make('ul', { class: 'warnings' }, ...found.map((problem) => make('li', { class: 'warning' },
    make('span', {}, problemOf(problem)), make('span', {}, size(bytes)))));
}

/**
 * @param {MediaFile} file
 * @param {number} index
 * @param {MediaReport | null} report
 * @param {State} state
 * @param {Actions} actions
 */
function card(file, index, report, state, { change }) {
  const verdict = report?.verdicts[index];
  const advice = verdict === undefined ? '' : adviceOn(verdict.action);
  return make('li', { class: 'card media' }, thumbnail(file),
    make('div', { class: 'media-about' },
      make('div', { class: 'card-head' }, make('h2', { class: 'media-name', dir: 'auto' }, file.name), make('span', { class: 'hint' }, size(file.bytes))),
      ...(verdict === undefined ? [] : [
        make('p', { class: `outcome is-${outcomeOf(verdict.outcome).kind}` },
          make('span', { class: 'sign', 'aria-hidden': 'true' }, outcomeOf(verdict.outcome).sign), ' ', reasonOf(verdict)),
        make('p', { class: 'hint' }, [verdict.mediaType, verdict.limit === null ? null : t('mediaLimit', { size: size(verdict.limit.bytes) })].filter(Boolean).join(' · ')),
        advice === '' ? null : make('p', {}, advice),
        verdict.source === '' ? null : make('a', { class: 'hint', href: verdict.source, rel: 'noreferrer', target: '_blank' }, t('source')),
        state.mediaChannel === 'mms' ? carriers(state, index) : null,
      ]),
      make('button', {
        class: 'button is-quiet', type: 'button', id: `media-remove-${index}`, 'aria-label': `${t('removeTable')}: ${file.name}`,
        onclick: () => change({ media: without(state.media, file) }),
      }, t('removeTable'))));
}

/** What each carrier takes by what it publishes itself. @param {State} state @param {number} index */
function carriers(state, index) {
  return make('div', { class: 'carriers' }, make('p', { class: 'hint' }, t('carriers')),
    make('ul', { class: 'row' }, ...CARRIERS.map((carrier) => {
      const verdict = reportOn(state, 'mms', carrier)?.verdicts[index];
      if (verdict === undefined) return null;
      const { kind, sign, words } = outcomeOf(verdict.outcome);
      return make('li', { class: `outcome is-${kind}` }, make('span', { class: 'sign', 'aria-hidden': 'true' }, sign), ' ', make('bdi', {}, NAMES[carrier]),
        make('span', { class: 'visually-hidden' }, `, ${words}`), verdict.limit === null ? '' : `: ${size(verdict.limit.bytes)}`);
    })));
}

/** @param {readonly File[]} files @param {Pick<Actions, 'change' | 'current' | 'say'>} actions */
export async function receiveMedia(files, { change, current, say }) {
  if (files.length === 0) return;
  const [added] = await Promise.all([inspected(files), messages.load()]);
  change({ media: [...current().media, ...added], tab: 'media' });
  const state = current();
  const isAccepted = reportOn(state, state.mediaChannel)?.accepted ?? false;
  say(t('mediaAdded', { n: state.media.length, verdict: t(isAccepted ? 'mediaAccepted' : 'mediaRefused') }));
}
