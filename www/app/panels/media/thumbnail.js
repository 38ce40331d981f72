/** Previews of files: a picture, a film, a sound, or the ending of the name. */

import { element, replaceContent } from '../../dom.js';

/** @typedef {import('../../files/media.js').MediaFile} MediaFile */

/**
 * Previews for one part of the page: a file drawn again is the same element.
 * @returns {(file: MediaFile) => HTMLElement}
 */
export function createThumbnails() {
  /** @type {WeakMap<MediaFile, HTMLElement>} */
  const made = new WeakMap();
  return (file) => {
    const element = made.get(file) ?? thumbnail(file);
    made.set(file, element);
    return element;
  };
}

/** @param {MediaFile} file */
function thumbnail({ name, contentType, url }) {
  const kind = contentType.split('/')[0];
  if (kind === 'video') return element('video', { class: 'thumbnail', src: url, 'aria-label': name, preload: 'metadata', controls: true, muted: true });
  if (kind === 'audio') return element('audio', { class: 'thumbnail is-sound', src: url, 'aria-label': name, preload: 'metadata', controls: true });
  const sign = element('span', { class: 'thumbnail is-sign', 'aria-hidden': 'true' }, name.split('.').at(-1)?.slice(0, 4) ?? '');
  if (kind !== 'image') return sign;
  const frame = element('span', { class: 'thumbnail' });
  const image = element('img', { src: url, alt: name, decoding: 'async' });
  // A picture that the browser cannot draw is still one that may be sent.
  image.addEventListener('error', () => replaceContent(frame, sign));
  replaceContent(frame, image);
  return frame;
}
