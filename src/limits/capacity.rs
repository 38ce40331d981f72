//! The capacity of a segment: 3GPP TS 23.040 §9.2.3.24 (user data) and §9.2.3.24.1–16 (headers).

use core::fmt;
use core::str::FromStr;

use crate::alphabet::Alphabet;
use crate::encoding::Encoding;
use crate::limits::{Limits, Profile};
use crate::named::UnknownName;

/// Octets of user data in one short message (TP-UD, TS 23.040 §9.2.3.24).
pub(crate) const USER_DATA_OCTETS: u8 = 140;
/// Septets in as many octets.
pub(crate) const USER_DATA_SEPTETS: u8 = 160;

/// The width of the reference number that joins the segments of one text.
///
/// ```
/// use septet::{ReferenceBits, Segmenter};
///
/// let segmenter = Segmenter::new().with_reference_bits(ReferenceBits::Sixteen);
/// assert_eq!(segmenter.count(&"a".repeat(161))?.units_per_segment(), 152);
/// assert_eq!(ReferenceBits::Sixteen.bits(), 16);
/// # Ok::<(), septet::EncodingError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "referenceBits")]
#[doc(alias = "CSMS")]
#[doc(alias = "concatenation reference")]
pub enum ReferenceBits {
    /// An 8-bit reference, information element `0x00` (TS 23.040 §9.2.3.24.1): 153 septets or 67
    /// UCS-2 units a segment.
    #[default]
    Eight,
    /// A 16-bit reference, information element `0x08` (TS 23.040 §9.2.3.24.8): 152 septets or 66
    /// UCS-2 units a segment.
    Sixteen,
}

impl fmt::Display for ReferenceBits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bits().fmt(f)
    }
}

impl FromStr for ReferenceBits {
    type Err = UnknownName;

    /// Reads `8` or `16`.
    fn from_str(bits: &str) -> Result<Self, UnknownName> {
        match bits {
            "8" => Ok(ReferenceBits::Eight),
            "16" => Ok(ReferenceBits::Sixteen),
            _ => Err(UnknownName::new(
                "a width of references",
                bits,
                &["8", "16"],
            )),
        }
    }
}

impl ReferenceBits {
    /// The width in bits: 8 or 16.
    #[must_use]
    pub const fn bits(self) -> u8 {
        match self {
            ReferenceBits::Eight => 8,
            ReferenceBits::Sixteen => 16,
        }
    }

    /// The width in force under a profile: toll-free senders always take 16 bits.
    pub(crate) const fn under(self, profile: Profile) -> Self {
        match profile {
            Profile::TollFree => ReferenceBits::Sixteen,
            _ => self,
        }
    }
}

/// The information elements in the header of a segment (UDH).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// Present when the text has more than one segment.
    pub(crate) concatenation: Option<ReferenceBits>,
    /// True if there is a locking shift element (`0x25`).
    pub(crate) locking: bool,
    /// True if there is a single shift element (`0x24`).
    pub(crate) single: bool,
}

impl Header {
    /// Octets of the header, its length octet included; 0 without any element.
    pub(crate) const fn octets(self) -> usize {
        let concatenation = match self.concatenation {
            None => 0,
            Some(ReferenceBits::Eight) => 5,
            Some(ReferenceBits::Sixteen) => 6,
        };
        let elements = concatenation + 3 * self.locking as usize + 3 * self.single as usize;
        if elements == 0 { 0 } else { 1 + elements }
    }

    /// Septets of text beside the header, which ends on a septet boundary (TS 23.040 §9.2.3.24).
    pub(crate) const fn septets(self) -> usize {
        (USER_DATA_OCTETS as usize - self.octets()) * 8 / 7
    }

    /// Whole 16-bit units of text beside the header.
    pub(crate) const fn ucs2_units(self) -> usize {
        (USER_DATA_OCTETS as usize - self.octets()) / 2
    }
}

/// Code units of text in a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Capacity {
    /// Code units of a text that is one segment.
    pub(crate) single: usize,
    /// Code units of each segment of a longer text.
    pub(crate) concatenated: usize,
}

impl Capacity {
    /// The capacity of what is sent by default: an 8-bit reference, the limits of the standard, no national language.
    #[inline]
    pub(crate) fn by_default(encoding: Encoding) -> Self {
        Capacity::new(
            encoding,
            Alphabet::DEFAULT,
            ReferenceBits::Eight,
            Profile::Standard,
        )
    }

    /// The capacity in an alphabet under a profile.
    #[inline]
    pub(crate) fn new(
        encoding: Encoding,
        alphabet: Alphabet,
        bits: ReferenceBits,
        profile: Profile,
    ) -> Self {
        let bits = bits.under(profile);
        let standard = Capacity::standard(encoding, alphabet, bits);
        match profile {
            Profile::Standard | Profile::TollFree => standard,
            Profile::Single => Capacity {
                single: standard.single,
                concatenated: standard.single,
            },
            Profile::Custom(limits) => Capacity::custom(limits, encoding, standard, bits),
        }
    }

    const fn standard(encoding: Encoding, alphabet: Alphabet, bits: ReferenceBits) -> Self {
        let (locking, single) = match encoding {
            Encoding::Gsm7 => (alphabet.locking().is_some(), alphabet.single().is_some()),
            Encoding::Ucs2 => (false, false),
        };
        let alone = Header {
            concatenation: None,
            locking,
            single,
        };
        let joined = Header {
            concatenation: Some(bits),
            locking,
            single,
        };
        match encoding {
            Encoding::Gsm7 => Capacity {
                single: alone.septets(),
                concatenated: joined.septets(),
            },
            Encoding::Ucs2 => Capacity {
                single: alone.ucs2_units(),
                concatenated: joined.ucs2_units(),
            },
        }
    }

    /// Shift elements take as many septets from a custom limit as they take from the standard one.
    fn custom(limits: Limits, encoding: Encoding, standard: Capacity, bits: ReferenceBits) -> Self {
        match encoding {
            Encoding::Gsm7 => {
                let plain = Capacity::standard(Encoding::Gsm7, Alphabet::DEFAULT, bits);
                let shifted = |limit: usize, plain: usize, shifted: usize| {
                    (limit + shifted - plain).min(shifted)
                };
                Capacity {
                    single: shifted(limits.single(), plain.single, standard.single),
                    concatenated: shifted(
                        limits.concatenated(),
                        plain.concatenated,
                        standard.concatenated,
                    ),
                }
            }
            Encoding::Ucs2 => Capacity {
                single: limits.ucs2_single(),
                concatenated: limits.ucs2_concatenated().min(standard.concatenated),
            },
        }
    }
}

/// The figures of the standard, for all nine headers: septets, UCS-2 units.
const _: () = {
    const fn holds(
        concatenation: Option<ReferenceBits>,
        shifts: usize,
        octets: usize,
        septets: usize,
        ucs2: usize,
    ) {
        let header = Header {
            concatenation,
            locking: shifts > 0,
            single: shifts > 1,
        };
        assert!(
            header.octets() == octets && header.septets() == septets && header.ucs2_units() == ucs2
        );
    }
    holds(None, 0, 0, USER_DATA_SEPTETS as usize, 70);
    holds(None, 1, 4, 155, 68);
    holds(None, 2, 7, 152, 66);
    holds(Some(ReferenceBits::Eight), 0, 6, 153, 67);
    holds(Some(ReferenceBits::Eight), 1, 9, 149, 65);
    holds(Some(ReferenceBits::Eight), 2, 12, 146, 64);
    holds(Some(ReferenceBits::Sixteen), 0, 7, 152, 66);
    holds(Some(ReferenceBits::Sixteen), 1, 10, 148, 65);
    holds(Some(ReferenceBits::Sixteen), 2, 13, 145, 63);
};
