/** The difference of two texts: one range, without the common beginning and end. */

/**
 * @typedef {object} Difference
 * @property {number} start end of the common beginning, in 16-bit units
 * @property {number} end end of the difference in the first text
 * @property {number} afterEnd end of the difference in the second text
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
