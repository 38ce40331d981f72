/** The message on a phone: as SMS, joined or in parts, as RCS, in WhatsApp. */

import { byId, element, replaceContent } from './dom.js';
import { t } from './language.js';
import { createThumbnails } from './panels/media/thumbnail.js';
import { wholePackage } from './reading.js';
import { CHOICES } from './state.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./reading.js').Reading} Reading */

/** 16-bit units shown; a phone shows the rest after a tap. */
const MAX_SHOWN = 1600;

/** @param {(channel: State['channel']) => void} choose */
export function createPreview(choose) {
  const channels = byId('channels', HTMLFieldSetElement);
  const screen = byId('screen', HTMLElement);
  const thumbnail = createThumbnails();
  channels.addEventListener('change', ({ target }) => {
    const chosen = CHOICES.channel.find((value) => target instanceof HTMLInputElement && target.value === value);
    if (chosen !== undefined) choose(chosen);
  });

  /** @param {State['channel']} channel */
  function drawChoice(channel) {
    for (const radio of channels.querySelectorAll('input')) radio.checked = radio.value === channel;
  }

  return {
    drawChoice,
    /** @param {Reading} reading @param {Pick<State, 'channel' | 'media'>} state */
    draw({ text, analysis }, { channel, media }) {
      screen.dataset['channel'] = channel;
      const pictures = media.map((file) => element('div', { class: 'bubble is-media' }, thumbnail(file)));
      if (text === '' && media.length === 0) {
        replaceContent(screen, element('p', { class: 'bubble is-empty' }, t('previewEmpty')));
        return;
      }
      const parts = channel === 'parts' && analysis !== null ? analysis.parts.map((part) => part.text) : [text];
      let left = MAX_SHOWN;
      const bubbles = [];
      for (const part of parts) {
        if (left <= 0 || part === '') break;
        const shown = part.slice(0, left);
        bubbles.push(element('p', { class: 'bubble', dir: 'auto' }, ...(channel === 'whatsapp' ? formatted(shown) : withChips(shown))));
        left -= part.length;
      }
      const hidden = text.length - MAX_SHOWN;
      replaceContent(screen, ...pictures, ...bubbles, hidden > 0 && element('p', { class: 'hint' }, t('previewLong', { n: hidden })), channel === 'rcs' && rcsNote(text));
    },
  };
}

/** @param {string} text */
function rcsNote(text) {
  const { class: kind, bytes } = wholePackage().rcs(text);
  return element('p', { class: 'hint' }, t('rcsIs', { kind, n: bytes }));
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
  const tag = FORMATS.find(([sign]) => sign === mark)?.[1] ?? 'b';
  const content = tag === 'code' ? [inner] : formatted(inner);
  return [text.slice(0, match.index) + before, element(tag, {}, ...content), ...formatted(text.slice(match.index + whole.length))];
}

/** Text with fields that have no value drawn as chips. @param {string} text @returns {(string | HTMLElement)[]} */
function withChips(text) {
  return text.split(/(\{\{[^{}]*\}\})/).map((piece) => (piece.startsWith('{{') ? element('span', { class: 'field-chip' }, piece.slice(2, -2).trim()) : piece));
}
