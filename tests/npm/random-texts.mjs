/** Random texts that JavaScript and Rust generate alike (`tests/random_texts/mod.rs`), and a digest of what each costs. */

/** Kinds of code units from which texts are built; the last kind has arbitrary 16-bit units. */
const KINDS = [
  [0x61, 0x62, 0x63, 0x20, 0x41, 0x31, 0x2C, 0x0A],
  [0x61, 0x5B, 0x5D, 0x7B, 0x7D, 0x5C, 0x5E, 0x7E, 0x7C, 0x20AC, 0x0C],
  [0xE9, 0xF1, 0xC7, 0x40, 0x394, 0x3A9, 0xDF, 0x20AC, 0x0D, 0x0A, 0x5F],
  [0x4E2D, 0x6587, 0x61, 0x42F, 0x60, 0x2019],
  [0xD83D, 0xDE00, 0xD83C, 0xDF89, 0x61, 0x4E2D],
  [],
];

/**
 * @param {number} seed
 * @param {number} count
 * @returns {Generator<string>}
 */
export function* randomTexts(seed, count) {
  let state = seed;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let index = 0; index < count; index++) {
    const kind = KINDS[random() % KINDS.length];
    const units = new Uint16Array(random() % 340);
    for (let at = 0; at < units.length; at++) {
      const drawn = random();
      units[at] = kind.length === 0 ? drawn : kind[drawn % kind.length];
    }
    yield String.fromCharCode(...units);
  }
}

/** A running digest (FNV-1a of 32 bits) over counts. */
export class Digest {
  state = 0x811C9DC5;

  /** @param {{ encoding: string, segments: number, units: number, unitsPerSegment: number, unitsRemaining: number }} count */
  add({ encoding, segments, units, unitsPerSegment, unitsRemaining }) {
    for (const number of [encoding === 'UCS-2' ? 1 : 0, segments, units, unitsPerSegment, unitsRemaining]) {
      this.state = Math.imul(this.state ^ number, 0x01000193);
    }
  }

  hex() {
    return (this.state >>> 0).toString(16).padStart(8, '0');
  }
}
