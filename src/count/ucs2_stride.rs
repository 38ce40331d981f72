//! Counts UCS-2 by looking only at the code units next to each candidate cut: every character takes as many units as it
//! has, so a cut moves only where a surrogate pair straddles it (rule C3). One unit in 67 is read instead of all.
//!
//! Invariant: `start` is where greedy filling starts a segment, and `closed` segments precede it. The segment takes the next 67
//! units unless the 67th is a high surrogate and the 68th a low one; then it takes 66, and the pair starts the next segment.
//! Nothing else in the segment matters: each character within it has as many units in UCS-2 as in UTF-16. An unpaired surrogate
//! is one unit, and straddles nothing.
//!
//! A cut that no low surrogate follows is clear, so the caller passes over runs of clear cuts in one call ([`skip_clear`])
//! and gives both units only for the others ([`close_segment`]).
//!
//! Justified by `benches/RESULTS.md`, npm count in Node (2026-11-26): 1,000 ideographs take 33 ns, where 1,000 characters that are
//! all read take 146 ns. Copying a text into the memory of WebAssembly is most of a call, and a stride needs no copy.
//!
//! [`skip_clear`]: Ucs2Stride::skip_clear
//! [`close_segment`]: Ucs2Stride::close_segment

use crate::alphabet::{Alphabet, default_units};
use crate::count::{Count, Tally};
use crate::encoding::Encoding;
use crate::limits::Capacity;

/// A walk over the candidate cuts of a UCS-2 text of known length, under the default options.
#[derive(Clone, Copy, Debug)]
pub struct Ucs2Stride {
    capacity: Capacity,
    length: usize,
    /// The offset at which the segment being filled starts.
    start: usize,
    /// Segments before it.
    closed: usize,
}

impl Ucs2Stride {
    /// Starts a text of `length` units; `None` unless `unit`, one of them, makes it UCS-2.
    #[inline]
    #[must_use]
    pub fn new(length: usize, unit: u16) -> Option<Self> {
        let capacity = Capacity::by_default(Encoding::Ucs2);
        (default_units(u32::from(unit)) == 0).then_some(Ucs2Stride {
            capacity,
            length,
            start: 0,
            closed: 0,
        })
    }

    /// Returns the stride: the units from one candidate cut to the next if no pair straddles either.
    #[must_use]
    pub fn step() -> usize {
        Capacity::by_default(Encoding::Ucs2).concatenated
    }

    /// Returns the next candidate cut, the end of the segment being filled if no pair straddles it; `None` in the last
    /// segment.
    #[inline]
    #[must_use]
    pub fn next_cut(&self) -> Option<usize> {
        let Capacity {
            single,
            concatenated,
        } = self.capacity;
        let is_last = self.length <= single || self.length - self.start <= concatenated;
        (!is_last).then_some(self.start + concatenated)
    }

    /// Closes some segments whose cuts have no low surrogate after them, so that no pair straddles them.
    #[inline]
    pub fn skip_clear(&mut self, segments: usize) {
        self.start += self.capacity.concatenated * segments;
        self.closed += segments;
    }

    /// Closes the segment, given the units before and after its candidate cut.
    #[inline]
    pub fn close_segment(&mut self, before: u16, after: u16) {
        let straddled = before & 0xFC00 == 0xD800 && after & 0xFC00 == 0xDC00;
        self.start += self.capacity.concatenated - usize::from(straddled);
        self.closed += 1;
    }

    /// Returns the count, once the last segment is reached.
    #[inline]
    #[must_use]
    pub fn count(self) -> Count {
        let fill = self.length - self.start;
        let tally = Tally::of(self.capacity.concatenated, self.length, self.closed, fill);
        tally.count(Encoding::Ucs2, Alphabet::DEFAULT, self.capacity)
    }
}
