//! The position of a short message in a concatenated message (TS 23.040 clauses 9.2.3.24.1 and 9.2.3.24.8).

use super::identifier as iei;
use crate::limits::ReferenceBits;

/// The place of one short message in a concatenated one (TS 23.040 clauses 9.2.3.24.1 and
/// 9.2.3.24.8).
///
/// # Example
///
/// ```
/// use septet::{ReferenceBits, pdu::Concatenation};
///
/// let part = Concatenation::new(ReferenceBits::Eight, 0x2A, 3, 1).expect("1 of 3");
/// assert_eq!((part.reference(), part.total(), part.sequence()), (42, 3, 1));
/// assert_eq!(Concatenation::new(ReferenceBits::Eight, 0x2A, 3, 4), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(rename_all = "camelCase", try_from = "ConcatenationFields")
)]
pub struct Concatenation {
    reference: u16,
    #[cfg_attr(feature = "serde", serde(rename = "referenceBits"))]
    bits: ReferenceBits,
    total: u8,
    sequence: u8,
}

impl Concatenation {
    /// Part `sequence` (1..=`total`) of `total` (1..=255); `None` if either is out of range or the
    /// reference needs more than the given bits.
    ///
    /// ```
    /// use septet::{ReferenceBits, pdu::Concatenation};
    ///
    /// assert_eq!(Concatenation::new(ReferenceBits::Eight, 256, 2, 1), None);
    /// assert!(Concatenation::new(ReferenceBits::Sixteen, 256, 2, 1).is_some());
    /// ```
    #[must_use]
    pub const fn new(bits: ReferenceBits, reference: u16, total: u8, sequence: u8) -> Option<Self> {
        let fits = matches!(bits, ReferenceBits::Sixteen) || reference <= 0xFF;
        if fits && sequence >= 1 && sequence <= total {
            Some(Self {
                reference,
                bits,
                total,
                sequence,
            })
        } else {
            None
        }
    }

    /// Size of the reference: the element is 0x00 with 8 bits, 0x08 with 16.
    ///
    /// ```
    /// use septet::{ReferenceBits, pdu::UserDataHeader};
    ///
    /// let header = UserDataHeader::parse(&[0x06, 0x08, 0x04, 0x12, 0x34, 0x02, 0x01])?;
    /// assert_eq!(header.concatenation().map(|part| part.bits()), Some(ReferenceBits::Sixteen));
    /// # Ok::<(), septet::pdu::UdhError>(())
    /// ```
    #[must_use]
    pub const fn bits(self) -> ReferenceBits {
        self.bits
    }

    /// Reference shared by all parts of the message, 0..=255 with 8 bits, 0..=65,535 with 16.
    ///
    /// ```
    /// use septet::{ReferenceBits, pdu::Concatenation};
    ///
    /// let part = Concatenation::new(ReferenceBits::Sixteen, 0x1234, 2, 1).expect("1 of 2");
    /// assert_eq!(part.reference(), 0x1234);
    /// ```
    #[must_use]
    pub const fn reference(self) -> u16 {
        self.reference
    }

    /// Parts of the whole message, 1..=255.
    ///
    /// ```
    /// use septet::{ReferenceBits, pdu::Concatenation};
    ///
    /// let part = Concatenation::new(ReferenceBits::Eight, 7, 255, 1).expect("1 of 255");
    /// assert_eq!(part.total(), 255);
    /// ```
    #[must_use]
    pub const fn total(self) -> u8 {
        self.total
    }

    /// Number of this part, counted from 1, 1..=255 and never over the total.
    ///
    /// ```
    /// use septet::{ReferenceBits, pdu::Concatenation};
    ///
    /// let part = Concatenation::new(ReferenceBits::Eight, 7, 3, 2).expect("2 of 3");
    /// assert_eq!(part.sequence(), 2);
    /// ```
    #[must_use]
    pub const fn sequence(self) -> u8 {
        self.sequence
    }

    /// The identifier of the element, its data, and how many octets of that count.
    pub(super) fn octets(self) -> (u8, [u8; 4], usize) {
        let [high, low] = self.reference.to_be_bytes();
        match self.bits {
            ReferenceBits::Eight => (iei::CONCATENATION_8, [low, self.total, self.sequence, 0], 3),
            ReferenceBits::Sixteen => (
                iei::CONCATENATION_16,
                [high, low, self.total, self.sequence],
                4,
            ),
        }
    }
}

/// What is read back, before it is known that it fits an element.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct ConcatenationFields {
    reference: u16,
    reference_bits: ReferenceBits,
    total: u8,
    sequence: u8,
}

#[cfg(feature = "serde")]
impl TryFrom<ConcatenationFields> for Concatenation {
    type Error = &'static str;

    fn try_from(fields: ConcatenationFields) -> Result<Self, Self::Error> {
        let ConcatenationFields {
            reference,
            reference_bits,
            total,
            sequence,
        } = fields;
        let concatenation = Concatenation::new(reference_bits, reference, total, sequence);
        concatenation.ok_or("no part of a message has this number")
    }
}
