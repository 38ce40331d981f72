/**
 * A loop as a careful programmer writes it by hand: one table, one loop, pairs never cut. The fastest of several forms tried.
 */

const GSM7 = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';

const UNITS = new Uint8Array(65_536);
for (const character of GSM7) UNITS[character.charCodeAt(0)] = 1;
for (const character of EXTENSION) UNITS[character.charCodeAt(0)] = 2;

/** @param {string} text */
export function count(text) {
  const { length } = text;
  let units = 0;
  let segments = 1;
  let fill = 0;
  for (let index = 0; index < length; index++) {
    const more = UNITS[text.charCodeAt(index)];
    if (more === 0) return ucs2(text);
    units += more;
    fill += more;
    if (fill > 153) {
      segments++;
      fill = more;
    }
  }
  if (units <= 160) return { encoding: 'GSM-7', segments: 1, units, unitsPerSegment: 160, unitsRemaining: 160 - units };
  return { encoding: 'GSM-7', segments, units, unitsPerSegment: 153, unitsRemaining: 153 - fill };
}

function ucs2(text) {
  const { length } = text;
  if (length <= 70) return { encoding: 'UCS-2', segments: 1, units: length, unitsPerSegment: 70, unitsRemaining: 70 - length };
  let segments = 1;
  let start = 0;
  while (length - start > 67) {
    const end = start + 67;
    const pair = (text.charCodeAt(end) & 0xFC00) === 0xDC00 && (text.charCodeAt(end - 1) & 0xFC00) === 0xD800;
    start = pair ? end - 1 : end;
    segments++;
  }
  return { encoding: 'UCS-2', segments, units: length, unitsPerSegment: 67, unitsRemaining: 67 - (length - start) };
}
