//! Which bytes of a text the bits stand for that were found in registers.
#![deny(unsafe_code)]

use crate::count::tally::Marks;

/// Where the bits of registers belong in a text. Of a short text the lower half of the bits is about its beginning and
/// the upper half about its end; where the two overlap in the text, both say the same.
#[derive(Clone, Copy)]
pub(super) struct Places {
    /// The bits of the lower half that are about the text.
    pub(super) kept: u64,
    /// How many bits the lower half has.
    pub(super) half: usize,
    /// The byte of the text that the upper half begins with.
    pub(super) distance: usize,
}

impl Places {
    /// Those of a whole block: bit n is about byte n.
    pub(super) const ALL: Places = Places::of_two(64);

    /// Those of the first and the last 32 bytes of a text.
    pub(super) const fn of_two(length: usize) -> Self {
        Places {
            kept: u32::MAX as u64,
            half: 32,
            distance: length - 32,
        }
    }

    /// The bits of the text, of those of the registers.
    #[inline]
    pub(super) fn of(self, bits: u64) -> u64 {
        bits & self.kept | bits >> self.half << self.distance
    }

    /// The same of each kind of mark.
    #[inline]
    pub(super) fn of_marks(self, Marks { starts, doubles }: Marks) -> Marks {
        let (starts, doubles) = (self.of(starts), self.of(doubles));
        Marks { starts, doubles }
    }
}
