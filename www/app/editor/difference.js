/** Where two texts differ: one stretch, with all that they share before and after it left out. */

/**
 * @typedef {object} Difference
 * @property {number} start where the texts part, in 16-bit units
 * @property {number} end of what differs in the first text
 * @property {number} afterEnd of what differs in the second
 */

/**
 * @param {string} before
 * @param {string} after
 * @returns {Difference}
 */
export function difference(before, after) {
  const longest = Math.min(before.length, after.length);
  let start = 0;
  while (start < longest && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let [end, afterEnd] = [before.length, after.length];
  while (end > start && afterEnd > start && before.charCodeAt(end - 1) === after.charCodeAt(afterEnd - 1)) {
    end -= 1;
    afterEnd -= 1;
  }
  return { start, end, afterEnd };
}
