/** The panel "Media": files, and the verdict of each channel on them. */

import { byId, element, replaceContent } from '../../dom.js';
import { t } from '../../language.js';
import { messages } from '../../messages.js';
import { CHOICES } from '../../state.js';
import { without } from '../../files/media.js';
import { receiveMedia } from '../../files/receive.js';
import { createThumbnails } from './thumbnail.js';
import { CARRIERS, NAMES, adviceOn, outcomeOf, problemOf, reasonOf, reportOn, size } from './verdict.js';

/** @typedef {import('septet/messages').MediaReport} MediaReport */
/** @typedef {import('../../state.js').MediaFile} MediaFile */
/** @typedef {import('../../state.js').State} State */
/** @typedef {import('../../tools.js').Actions} Actions */

const thumbnail = createThumbnails();

/** @param {import('../../reading.js').Reading} _ @param {State} state @param {Actions} actions */
export function showMedia(_, state, actions) {
  void messages.load().then((isNews) => isNews && actions.redraw());
  const input = element('input', { type: 'file', id: 'media-files', class: 'visually-hidden', multiple: true });
  input.addEventListener('change', () => receiveMedia([...input.files ?? []], actions));
  const report = state.media.length === 0 ? null : reportOn(state, state.mediaChannel);
  replaceContent(byId('panel-media', HTMLElement),
    element('p', { class: 'hint' }, t('mediaHint')),
    element('div', { class: 'drop' }, input,
      element('label', { class: 'button', for: 'media-files' }, t('chooseMedia')),
      element('span', { class: 'hint' }, t('dropMedia'))),
    report !== null && channelChoice(state, actions),
    report !== null && problems(report),
    state.media.length > 0 && element('ul', { class: 'media-list' }, ...state.media.map((file, index) => card(file, index, report, state, actions))));
}

/** Every channel with its verdict, and the choice whose verdict is shown in full. @param {State} state @param {Actions} actions */
function channelChoice(state, { change }) {
  return element('fieldset', { class: 'channels' }, element('legend', {}, t('mediaChannel')),
    ...CHOICES.mediaChannel.map((channel) => {
      const isAccepted = reportOn(state, channel)?.accepted ?? false;
      const { kind, sign, words } = outcomeOf(isAccepted ? 'supported' : 'refused');
      return element('label', { class: 'channel' },
        element('input', {
          type: 'radio', name: 'media-channel', id: `channel-${channel}`, value: channel, checked: channel === state.mediaChannel,
          onchange: () => change({ mediaChannel: channel }),
        }),
        element('span', {}, element('span', { class: `sign is-${kind}`, 'aria-hidden': 'true' }, sign), NAMES[channel],
          element('span', { class: 'visually-hidden' }, `, ${words}`)));
    }));
}

/** Problems of all files together. @param {MediaReport} report */
function problems({ problems: found, bytes }) {
  return found.length > 0 && element('ul', { class: 'warnings' }, ...found.map((problem) => element('li', { class: 'warning is-stop' },
    element('span', { class: 'warning-text' }, problemOf(problem)), element('span', {}, size(bytes, 'ceil')))));
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
  return element('li', { class: 'card media' }, thumbnail(file),
    element('div', { class: 'media-about' },
      element('div', { class: 'card-head' }, element('h2', { class: 'media-name', dir: 'auto' }, file.name), element('span', { class: 'hint' }, size(file.bytes, 'ceil'))),
      ...(verdict === undefined ? [] : [
        element('p', { class: `outcome is-${outcomeOf(verdict.outcome).kind}` },
          element('span', { class: 'sign', 'aria-hidden': 'true' }, outcomeOf(verdict.outcome).sign), ' ', reasonOf(verdict)),
        element('p', { class: 'hint' }, [verdict.mediaType, verdict.limit === null ? null : t('mediaLimit', { size: size(verdict.limit.bytes, 'floor') })].filter(Boolean).join(' · ')),
        advice === '' ? null : element('p', {}, advice),
        verdict.source === '' ? null : element('a', { class: 'hint', href: verdict.source, rel: 'noreferrer', target: '_blank' }, t('source')),
        state.mediaChannel === 'mms' ? carriers(state, index) : null,
      ]),
      element('button', {
        class: 'button is-quiet', type: 'button', id: `media-remove-${index}`, 'aria-label': `${t('remove')}: ${file.name}`,
        onclick: () => change({ media: without(state.media, file) }),
      }, t('remove'))));
}

/** The limits that each carrier publishes itself. @param {State} state @param {number} index */
function carriers(state, index) {
  return element('div', { class: 'carriers' }, element('p', { class: 'hint' }, t('carriers')),
    element('ul', { class: 'row' }, ...CARRIERS.map((carrier) => {
      const verdict = reportOn(state, 'mms', carrier)?.verdicts[index];
      if (verdict === undefined) return null;
      const { kind, sign, words } = outcomeOf(verdict.outcome);
      return element('li', { class: `outcome is-${kind}` }, element('span', { class: 'sign', 'aria-hidden': 'true' }, sign), ' ', element('bdi', {}, NAMES[carrier]),
        element('span', { class: 'visually-hidden' }, `, ${words}`), verdict.limit === null ? '' : `: ${size(verdict.limit.bytes, 'floor')}`);
    })));
}
