//! Where in a text the bits are that say something of its bytes.
#![deny(unsafe_code)]

use crate::count::tally::Marks;

/// The places of bits in a text. Of a short text the lower half of them is its beginning and the other, as far as it
/// is long, its end.
#[derive(Clone, Copy)]
pub(super) struct Places {
    /// Of the lower half those that count.
    pub(super) kept: u64,
    /// Bits of the lower half.
    pub(super) half: usize,
    /// How far beyond the beginning the end begins.
    pub(super) distance: usize,
}

impl Places {
    pub(super) const ALL: Places = Places::of_two(64);

    /// Of the first and the last 32 bytes.
    pub(super) const fn of_two(length: usize) -> Self {
        Places {
            kept: u32::MAX as u64,
            half: 32,
            distance: length - 32,
        }
    }

    #[inline]
    pub(super) fn of(self, bits: u64) -> u64 {
        bits & self.kept | bits >> self.half << self.distance
    }

    #[inline]
    pub(super) fn of_marks(self, Marks { starts, doubles }: Marks) -> Marks {
        let (starts, doubles) = (self.of(starts), self.of(doubles));
        Marks { starts, doubles }
    }
}
