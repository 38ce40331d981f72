/** Numbers as people write them: `0.0079`, `0,0079`, `20,000`, `20 000`, `٢٠٫٥`. */

/** The first digit of each script whose digits are read. */
const ZEROS = ['0', '٠', '۰', '०', '০'];

/** @param {string} text */
function withLatinDigits(text) {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = ZEROS.map((one) => one.charCodeAt(0)).find((first) => code >= first && code <= first + 9);
    return zero === undefined ? digit : String(code - zero);
  }).replaceAll('٫', '.').replaceAll('٬', ',').replace(/[\s\u00a0\u202f'’_]/g, '');
}

/**
 * Reads an amount; a lone comma or point is the decimal mark, of several the last one.
 * @param {string} text
 * @returns {number | null | undefined} `null` for an empty text, `undefined` for anything that is not a number of 0 or more
 */
export function readAmount(text) {
  const plain = withLatinDigits(text);
  if (plain === '') return null;
  const mark = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
  const whole = (mark === -1 ? plain : plain.slice(0, mark)).replace(/[.,]/g, '');
  const fraction = mark === -1 ? '' : plain.slice(mark + 1);
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction) || whole + fraction === '') return undefined;
  return Number(`${whole || '0'}.${fraction || '0'}`);
}

/**
 * Reads a whole number of 1 or more; commas and points may group its digits by three.
 * @param {string} text
 * @returns {number | null | undefined} as {@link readAmount}
 */
export function readCount(text) {
  const plain = withLatinDigits(text);
  if (plain === '') return null;
  if (!/^\d+$|^\d{1,3}([.,]\d{2,3})+$/.test(plain)) return undefined;
  const value = Number(plain.replace(/[.,]/g, ''));
  return Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}
