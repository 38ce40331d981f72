//! Counting UTF-8, 64 bytes at a time. The `portable` and `x86_64` modules classify blocks; the conclusions are drawn here
//! alone.
//!
//! Invariant: a character belongs to the block in which its first byte is, so no character is counted twice or missed, whatever
//! straddles two blocks. To know its septets a block needs two bytes after it: the longest character with septets is the euro
//! sign, three bytes. The last block needs none, as a `str` ends with a whole character.
//!
//! The bytes before the first whole block are classified as the beginning of a block, whose other bits are masked out, so the
//! loop has no special case at its end.
//!
//! At the first character without septets the text becomes UCS-2. What was read before stays read: each of those characters has
//! septets, so it is in the Basic Multilingual Plane and takes one 16-bit unit. Only their number is carried over, and reading
//! goes on at the block with that character.
//!
//! Runs of characters with equally many units wait in [`PendingTally`] and are tallied by one division. Singles and doubles never
//! wait together, so the order in which they are flushed is the order of the text.
//!
//! Justified by `benches/RESULTS.md`, crate-count (2026-11-25): 160 ASCII characters take 10.6 ns, 34 times less than a loop over
//! characters, and a megabyte 18 µs, half of what `chars().count()` takes. Checked against the oracle at every offset and length
//! by `tests/core/fast_paths.rs`.

use crate::alphabet::Alphabet;
use crate::count::Count;
use crate::count::block::{BLOCK, Block, BlockClass, Window};
use crate::count::tally::{Marks, Tally, first};
use crate::encoding::Encoding;
use crate::limits::Capacity;

/// The limits of a text in either encoding.
#[derive(Clone, Copy)]
pub(crate) struct Capacities {
    pub(crate) gsm7: Capacity,
    pub(crate) ucs2: Capacity,
}

/// Counts a text of less than a block, given its length in bytes and functions that classify them.
#[expect(
    clippy::inline_always,
    reason = "compiled apart, this would not have the instructions of the function that asks"
)]
#[inline(always)]
pub(super) fn scan_short(
    length: usize,
    demanded: Option<Encoding>,
    full: Capacities,
    septets: impl Fn() -> BlockClass,
    units: impl Fn() -> Marks,
) -> Count {
    if demanded != Some(Encoding::Ucs2) {
        let septets = septets();
        if septets.without & first(length) == 0 {
            return short_count(septets.marks.first(length), Encoding::Gsm7, full.gsm7);
        }
    }
    short_count(units().first(length), Encoding::Ucs2, full.ucs2)
}

/// The count of a text that is one chunk, and most often one segment.
#[expect(clippy::inline_always, reason = "as above")]
#[inline(always)]
fn short_count(marks: Marks, encoding: Encoding, capacity: Capacity) -> Count {
    let units = marks.units();
    if units <= capacity.single {
        Count::of_one_segment(encoding, Alphabet::DEFAULT, capacity, units)
    } else {
        cut_count(marks, encoding, capacity)
    }
}

/// The count of a chunk that is longer than one segment.
#[cold]
fn cut_count(marks: Marks, encoding: Encoding, capacity: Capacity) -> Count {
    let mut tally = Tally::new(capacity.concatenated);
    tally.push_marks(marks);
    tally.count(encoding, Alphabet::DEFAULT, capacity)
}

/// The operations on the blocks of a text, by architecture. They are inlined into the caller and so compiled with its
/// instructions.
pub(super) struct BlockOps<P, S, E, U> {
    /// Returns true if each byte of a block takes one septet; may return false where it does.
    pub(super) is_plain: P,
    /// Classifies a block in the default alphabet, given the two bytes after it.
    pub(super) septets: S,
    /// As `septets`, for the first block of a text, which may lack the two bytes after it.
    pub(super) edge_septets: E,
    /// The 16-bit units of a block.
    pub(super) units: U,
}

#[expect(
    clippy::inline_always,
    reason = "compiled apart, these would not have the instructions of the function that asks"
)]
impl<P, S, E, U> BlockOps<P, S, E, U>
where
    P: Fn(&Block) -> bool,
    S: Fn(&Window) -> BlockClass,
    E: Fn(&[u8]) -> BlockClass,
    U: Fn(&Block) -> Marks,
{
    /// Counts a text. What was read in septets before the text turned out to need UCS-2 is not read again: each of those
    /// characters takes one 16-bit unit.
    #[inline(always)]
    pub(super) fn scan(&self, text: &str, demanded: Option<Encoding>, full: Capacities) -> Count {
        let bytes = text.as_bytes();
        let (mut at, mut characters) = (0, 0);
        if demanded != Some(Encoding::Ucs2) {
            let mut septets = PendingTally::new(full.gsm7.concatenated);
            match self.gsm7(bytes, &mut septets) {
                None => {
                    let tally = septets.finish();
                    return tally.count(Encoding::Gsm7, Alphabet::DEFAULT, full.gsm7);
                }
                Some(end) => (at, characters) = (end, septets.characters()),
            }
        }
        let mut units = PendingTally::new(full.ucs2.concatenated);
        units.singles = characters;
        self.ucs2(bytes, at, &mut units);
        units
            .finish()
            .count(Encoding::Ucs2, Alphabet::DEFAULT, full.ucs2)
    }

    /// Tallies septets up to the block with the first character without any, and returns its offset. A partial block comes
    /// first, completed by bytes of the next one.
    #[inline(always)]
    fn gsm7(&self, bytes: &[u8], pending: &mut PendingTally) -> Option<usize> {
        let (partial, blocks) = bytes.as_rchunks::<BLOCK>();
        if !partial.is_empty() && !pending.push_septets((self.edge_septets)(bytes), partial.len()) {
            return Some(0);
        }
        let mut at = partial.len();
        for block in blocks {
            if (self.is_plain)(block) {
                pending.singles += BLOCK;
            } else {
                let septets = match bytes[at..].first_chunk() {
                    Some(window) => (self.septets)(window),
                    None => (self.edge_septets)(block),
                };
                if !pending.push_septets(septets, BLOCK) {
                    return Some(at);
                }
            }
            at += BLOCK;
        }
        None
    }

    /// Tallies 16-bit units from the block on that begins `at`.
    #[inline(always)]
    fn ucs2(&self, bytes: &[u8], at: usize, pending: &mut PendingTally) {
        let (partial, blocks) = bytes.as_rchunks::<BLOCK>();
        if at < partial.len()
            && let Some(block) = bytes.first_chunk()
        {
            pending.push_units((self.units)(block).first(partial.len()));
        }
        for block in &blocks[at.saturating_sub(partial.len()) / BLOCK..] {
            pending.push_units((self.units)(block));
        }
    }
}

/// A tally, and a run of equal characters, singles or doubles, that are tallied all at once: one division instead of a
/// cut for each segment.
struct PendingTally {
    tally: Tally,
    singles: usize,
    doubles: usize,
    /// All characters of two units that were ever pushed.
    all_doubles: usize,
}

#[expect(clippy::inline_always, reason = "as above")]
impl PendingTally {
    #[inline(always)]
    fn new(capacity: usize) -> Self {
        let tally = Tally::new(capacity);
        PendingTally {
            tally,
            singles: 0,
            doubles: 0,
            all_doubles: 0,
        }
    }

    /// Adds the first `length` bytes of a block, unless a character there has no septets.
    #[inline(always)]
    fn push_septets(&mut self, septets: BlockClass, length: usize) -> bool {
        if septets.without & first(length) != 0 {
            return false;
        }
        let marks = septets.marks.first(length);
        self.all_doubles += marks.doubles.count_ones() as usize;
        self.tally.push_singles(core::mem::take(&mut self.singles));
        self.tally.push_marks(marks);
        true
    }

    /// Adds the 16-bit units of a block.
    #[inline(always)]
    fn push_units(&mut self, marks: Marks) {
        let doubles = marks.doubles.count_ones() as usize;
        let characters = marks.starts.count_ones() as usize;
        if doubles == 0 && self.doubles == 0 {
            self.singles += characters;
        } else if doubles == characters && self.singles == 0 {
            self.doubles += doubles;
        } else {
            self.flush();
            self.tally.push_marks(marks);
        }
    }

    /// The number of characters that were pushed as septets.
    #[inline(always)]
    fn characters(&self) -> usize {
        self.tally.units() + self.singles - self.all_doubles
    }

    /// Tallies the characters that are waiting.
    #[inline(always)]
    fn flush(&mut self) {
        self.tally.push_singles(core::mem::take(&mut self.singles));
        self.tally.push_doubles(core::mem::take(&mut self.doubles));
    }

    #[inline(always)]
    fn finish(mut self) -> Tally {
        self.flush();
        self.tally
    }
}
