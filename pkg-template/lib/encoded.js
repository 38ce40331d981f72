/** Parts of the segments of `septet/compat`: characters with their code units, and the octets of a header. */

/** @typedef {'GSM-7' | 'UCS-2'} Encoding */

/** Bits of the user data of a message (3GPP TS 23.040 §9.2.3.16: 140 octets). */
const BITS = 1120;
/** Octets of the header that joins segments. */
const HEADER = 6;

/** A user-perceived character in an encoding. */
export class EncodedChar {
  raw;
  encoding;
  isGSM7;
  codeUnits;

  /**
   * @param {string} raw
   * @param {Encoding} encoding
   * @param {boolean} isGSM7 whether it is a single character that GSM-7 has
   * @param {number[]} codeUnits
   */
  constructor(raw, encoding, isGSM7, codeUnits) {
    this.raw = raw;
    this.encoding = encoding;
    this.isGSM7 = isGSM7;
    this.codeUnits = codeUnits;
  }

  /** Bits: 7 or 8. */
  codeUnitSizeInBits() {
    return this.encoding === 'GSM-7' ? 7 : 8;
  }

  /** Bits of all code units. */
  sizeInBits() {
    return (this.encoding === 'GSM-7' ? 7 : 16) * this.codeUnits.length;
  }
}

/** An octet of the header of a segment. */
export class UserDataHeader {
  isReservedChar = true;
  isUserDataHeader = true;

  static codeUnitSizeInBits() {
    return 8;
  }

  sizeInBits() {
    return 8;
  }
}

/**
 * A segment: its header, if it has one, then its characters.
 * @extends {Array<EncodedChar | UserDataHeader>}
 */
export class Segment extends Array {
  hasTwilioReservedBits;
  hasUserDataHeader;

  /** The class that `map` and the like create: plain arrays, as a `Segment` would begin with a header. */
  static get [Symbol.species]() {
    return Array;
  }

  /** @param {boolean} [withUserDataHeader] */
  constructor(withUserDataHeader = false) {
    super();
    this.hasTwilioReservedBits = withUserDataHeader;
    this.hasUserDataHeader = withUserDataHeader;
    if (withUserDataHeader) this.push(...header());
  }

  /** Bits, header included. */
  sizeInBits() {
    let bits = 0;
    for (const item of this) bits += item.sizeInBits();
    return bits;
  }

  /** Bits, header excluded. */
  messageSizeInBits() {
    let bits = 0;
    for (const item of this) if (!(item instanceof UserDataHeader)) bits += item.sizeInBits();
    return bits;
  }

  /** Bits left. */
  freeSizeInBits() {
    return BITS - this.sizeInBits();
  }

  /** Puts a header in front; gives the characters that do not fit any more. */
  addHeader() {
    /** @type {EncodedChar[]} */
    const left = [];
    if (this.hasUserDataHeader) return left;
    this.reserve();
    while (this.freeSizeInBits() < 0) left.unshift(/** @type {EncodedChar} */ (this.pop()));
    return left;
  }

  /** Puts a header in front of what is there, as the first of several segments has it. */
  reserve() {
    this.hasTwilioReservedBits = true;
    this.unshift(...header());
  }
}

function header() {
  return Array.from({ length: HEADER }, () => new UserDataHeader());
}
