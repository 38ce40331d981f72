/** Files to be sent with the text: what is to be known of them, and a preview. They are looked at here and go nowhere. */

/** @typedef {import('../../state.js').State} State */

/**
 * @typedef {object} MediaFile
 * @property {string} name
 * @property {string} contentType as the browser tells it by the name; empty if it cannot
 * @property {number} bytes
 * @property {Uint8Array} firstBytes
 * @property {string} url of the file in this page, for its preview
 */

/** What the package wants to see of a file to tell its type, in bytes. */
const BEGINNING = 6000;

/**
 * @param {readonly File[]} files
 * @returns {Promise<MediaFile[]>}
 */
export function inspected(files) {
  return Promise.all(files.map(async (file) => ({
    name: file.name,
    contentType: file.type,
    bytes: file.size,
    firstBytes: new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer()),
    url: URL.createObjectURL(file),
  })));
}

/**
 * @param {readonly MediaFile[]} media
 * @param {MediaFile} file
 */
export function without(media, file) {
  URL.revokeObjectURL(file.url);
  return media.filter((other) => other !== file);
}
