/** Files dropped on the page, for its tests and its pictures. */

/**
 * Drops files on the page, as from a file manager.
 * @param {import('playwright-core').Page} page
 * @param {...{ name: string, mimeType?: string, buffer: Buffer }} files
 */
export async function drop(page, ...files) {
  await page.evaluate((files) => {
    const data = new DataTransfer();
    for (const { name, type, base64, length } of files) {
      const octets = new Uint8Array(length);
      octets.set(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
      data.items.add(new File([octets], name, { type }));
    }
    document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files.map(({ name, mimeType = '', buffer }) => {
    // Files of zeros are sent as their beginning.
    const end = buffer.findLastIndex((octet) => octet !== 0) + 1;
    return { name, type: mimeType, base64: buffer.subarray(0, end).toString('base64'), length: buffer.length };
  }));
}
