/** A file as it looks: a picture, a film, a sound, or the kind of file that it is. */

import { fill, make } from '../../dom.js';

/** @typedef {import('./files.js').MediaFile} MediaFile */

/**
 * For one place of the page: a file drawn again is the same element.
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
  if (kind === 'video') return make('video', { class: 'thumbnail', src: url, 'aria-label': name, preload: 'metadata', controls: true, muted: true });
  if (kind === 'audio') return make('audio', { class: 'thumbnail is-sound', src: url, 'aria-label': name, preload: 'metadata', controls: true });
  const sign = make('span', { class: 'thumbnail is-sign', 'aria-hidden': 'true' }, name.split('.').at(-1)?.slice(0, 4) ?? '');
  if (kind !== 'image') return sign;
  const frame = make('span', { class: 'thumbnail' });
  const image = make('img', { src: url, alt: name, decoding: 'async' });
  // A picture that the browser cannot draw is still one that may be sent.
  image.addEventListener('error', () => fill(frame, sign));
  fill(frame, image);
  return frame;
}
