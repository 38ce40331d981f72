//! Counting a UCS-2 text by the units beside its cuts: nothing else decides where they are (rule C3).

use crate::alphabet::{Alphabet, default_units};
use crate::count::{Count, Tally};
use crate::encoding::Encoding;
use crate::limits::Capacity;

/// A UCS-2 text of known length, under the default options.
#[derive(Clone, Copy, Debug)]
pub struct Sampled {
    capacity: Capacity,
    length: usize,
    /// Where the segment being filled starts.
    start: usize,
    /// Segments before it.
    closed: usize,
}

impl Sampled {
    /// A text of `length` units, if this one of them makes it UCS-2.
    #[inline]
    #[must_use]
    pub fn new(length: usize, unit: u16) -> Option<Self> {
        let capacity = Capacity::by_default(Encoding::Ucs2);
        (default_units(u32::from(unit)) == 0).then_some(Sampled {
            capacity,
            length,
            start: 0,
            closed: 0,
        })
    }

    /// From one place where a segment ends to the next, if no pair straddles either.
    #[must_use]
    pub fn step() -> usize {
        Capacity::by_default(Encoding::Ucs2).concatenated
    }

    /// Where the segment being filled ends if no pair straddles that place; `None` if it is the last.
    #[inline]
    #[must_use]
    pub fn end(&self) -> Option<usize> {
        let Capacity {
            single,
            concatenated,
        } = self.capacity;
        let is_last = self.length <= single || self.length - self.start <= concatenated;
        (!is_last).then_some(self.start + concatenated)
    }

    /// Ends some segments that have no low surrogate after them, so that no pair straddles their ends.
    #[inline]
    pub fn skip(&mut self, segments: usize) {
        self.start += self.capacity.concatenated * segments;
        self.closed += segments;
    }

    /// Ends the segment, knowing the units before and after that place.
    #[inline]
    pub fn close(&mut self, before: u16, after: u16) {
        let straddled = before & 0xFC00 == 0xD800 && after & 0xFC00 == 0xDC00;
        self.start += self.capacity.concatenated - usize::from(straddled);
        self.closed += 1;
    }

    /// What the text costs, when the last segment is reached.
    #[inline]
    #[must_use]
    pub fn count(self) -> Count {
        let fill = self.length - self.start;
        let tally = Tally::of(self.capacity.concatenated, self.length, self.closed, fill);
        tally.count(Encoding::Ucs2, Alphabet::DEFAULT, self.capacity)
    }
}
