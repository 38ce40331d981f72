/** Files that are sent with the text: what has to be known about them, and a preview. They never leave the page. */

/**
 * @typedef {object} MediaFile
 * @property {string} name
 * @property {string} contentType as the browser derives it from the name; empty if it cannot
 * @property {number} bytes
 * @property {Uint8Array} firstBytes
 * @property {string} url of the file inside this page, for its preview
 */

/** Bytes that the package needs to recognise a type. */
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
  return media.filter((other) => other !== file);
}
