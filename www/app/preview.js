/** The message on a phone: as SMS, joined or in the parts that travel, as RCS, in WhatsApp. */

import { rcs } from '../septet/index.js';
import { byId, fill, make } from './dom.js';
import { t } from './language.js';
import { createThumbnails } from './panels/media/thumbnail.js';
import { CHOICES } from './state.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./reading.js').Reading} Reading */

/** 16-bit units shown; a phone shows the rest after a tap. */
const MOST = 1600;

/** @type {Record<State['channel'], import('./language.js').Key>} */
const NAMES = { sms: 'channelSms', parts: 'channelParts', rcs: 'channelRcs', whatsapp: 'channelWhatsapp' };

/** @param {(channel: State['channel']) => void} choose */
export function createPreview(choose) {
  const phone = byId('phone', HTMLElement);
  const thumbnail = createThumbnails();
  const screen = make('div', { class: 'screen', tabindex: 0, role: 'group', 'aria-labelledby': 'preview-title' });

  /** @param {State['channel']} channel */
  function drawChoice(channel) {
    const radios = CHOICES.channel.map((value) => make('label', {},
      make('input', { type: 'radio', name: 'channel', value, checked: value === channel, onchange: () => choose(value) }),
      make('span', {}, t(NAMES[value]))));
    fill(phone, make('fieldset', { class: 'switch' }, make('legend', { class: 'visually-hidden' }, t('preview')), ...radios), screen);
  }

  return {
    drawChoice,
    /** @param {Reading} reading @param {Pick<State, 'channel' | 'media'>} state */
    draw({ text, analysis }, { channel, media }) {
      screen.dataset['channel'] = channel;
      const pictures = media.map((file) => make('div', { class: 'bubble is-media' }, thumbnail(file)));
      if (text === '' && media.length === 0) {
        fill(screen, make('p', { class: 'bubble is-empty' }, t('previewEmpty')));
        return;
      }
      const parts = channel === 'parts' && analysis !== null ? analysis.parts.map((part) => part.text) : [text];
      let left = MOST;
      const bubbles = [];
      for (const part of parts) {
        if (left <= 0 || part === '') break;
        const shown = part.slice(0, left);
        bubbles.push(make('p', { class: 'bubble', dir: 'auto' }, ...(channel === 'whatsapp' ? formatted(shown) : [shown])));
        left -= part.length;
      }
      const hidden = text.length - MOST;
      fill(screen, ...pictures, ...bubbles, hidden > 0 && make('p', { class: 'hint' }, t('previewLong', { n: hidden })), channel === 'rcs' && rcsNote(text));
    },
  };
}

/** @param {string} text */
function rcsNote(text) {
  const { class: kind, bytes } = rcs(text);
  return make('p', { class: 'hint' }, t('rcsIs', { kind, n: bytes }));
}

/** WhatsApp's marks for bold, italic, struck out and fixed width, and the elements they become. */
const FORMATS = /** @type {const} */ ([['```', 'code'], ['*', 'b'], ['_', 'i'], ['~', 's']]);

/**
 * Text as WhatsApp shows it: `*bold*`, `_italic_`, `~struck~`, ```` ```fixed``` ````, each within a line and between words.
 * @param {string} text
 * @returns {(string | HTMLElement)[]}
 */
function formatted(text) {
  const pattern = /(^|[\s\p{P}])(```|[*_~])(?=\S)([^\n]*?\S)\2(?=$|[\s\p{P}])/u;
  const match = pattern.exec(text);
  if (match === null) return [text];
  const [whole, before = '', mark, inner = ''] = match;
  const element = FORMATS.find(([sign]) => sign === mark)?.[1] ?? 'b';
  const content = element === 'code' ? [inner] : formatted(inner);
  return [text.slice(0, match.index) + before, make(element, {}, ...content), ...formatted(text.slice(match.index + whole.length))];
}
