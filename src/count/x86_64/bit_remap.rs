//! From bits of registers to bits of a text.
//!
//! A text of 4 to 63 bytes is loaded as two pieces of one size, its beginning and its end, instead of byte by byte. Every byte
//! is in one of the pieces or in both, and a byte in both has the same class in each, so `|` of the moved bits is the class of the text.
#![deny(unsafe_code)]

use crate::count::tally::Marks;

/// Maps register bits to text offsets. For a short text the lower bits describe its beginning and the upper ones its end,
/// which may overlap in the text; there both say the same, so `|` joins them.
#[derive(Clone, Copy)]
pub(super) struct BitRemap {
    /// A mask of the lower bits that describe the text.
    pub(super) low_mask: u64,
    /// The number of lower bits.
    pub(super) low_bits: usize,
    /// The offset in the text of the first upper bit.
    pub(super) high_offset: usize,
}

impl BitRemap {
    /// The map of a whole block: bit n is byte n.
    pub(super) const ALL: BitRemap = BitRemap::of_first_and_last(64);

    /// The map of the first and the last 32 bytes of a text of `length` bytes, at least 32.
    pub(super) const fn of_first_and_last(length: usize) -> Self {
        BitRemap {
            low_mask: u32::MAX as u64,
            low_bits: 32,
            high_offset: length - 32,
        }
    }

    /// Returns the bits of the text.
    #[inline]
    pub(super) fn apply(self, bits: u64) -> u64 {
        bits & self.low_mask | bits >> self.low_bits << self.high_offset
    }

    /// Returns the marks of the text.
    #[inline]
    pub(super) fn apply_to_marks(self, Marks { starts, doubles }: Marks) -> Marks {
        Marks {
            starts: self.apply(starts),
            doubles: self.apply(doubles),
        }
    }
}
