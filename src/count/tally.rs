//! Greedy filling of segments (rules C2 and C3), a piece at a time or a chunk of up to 64 characters at a time.
//!
//! Invariant of [`Tally`]: `closed` segments are finished, `fill` units (at most `capacity`) are in the one being filled, and
//! `units` is the sum of all. A segment is closed when a further character does not fit, never because it is full, so the last
//! segment of a text is not empty and `closed + 1` is the number of segments.
//!
//! Why the short cuts give the greedy result:
//!
//! - Characters of one unit fill each segment to its last unit, so their number divided by the capacity says how many are
//!   closed. It is `fill - 1` that is divided: a segment filled exactly stays open.
//! - Characters of two units fill the even part of each segment, once the one being filled has taken as many as fit.
//! - A mixed chunk with one cut closes one segment and leaves what comes after the last character that fits, which
//!   [`Marks::units_within`] finds by counting bits. A chunk with more than one cut (short limits) goes character by character.
//!
//! Justified by `benches/RESULTS.md`, crate-count (2026-11-25): a megabyte of ASCII, pushed as one run, takes 18 µs, 125 times
//! less than a loop over characters; a megabyte with 10 % extension characters, cut by bits, takes 102 µs, 23 times less. The
//! slow way is the oracle of `tests/core/fast_paths.rs`.

/// The characters that begin in a chunk of up to 64 text elements (bytes of UTF-8 or units of
/// UTF-16), a bit for each element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Elements with which a character begins.
    pub(crate) starts: u64,
    /// Elements with which a character of two code units begins.
    pub(crate) doubles: u64,
}

/// The first `elements` bits, at most 64.
#[inline]
pub(crate) const fn first(elements: usize) -> u64 {
    if elements < 64 {
        (1 << elements) - 1
    } else {
        u64::MAX
    }
}

#[expect(
    clippy::inline_always,
    reason = "bits are counted by the instructions of the function that asks"
)]
impl Marks {
    #[cfg(all(feature = "std", target_arch = "x86_64"))]
    pub(crate) const NONE: Marks = Marks {
        starts: 0,
        doubles: 0,
    };

    /// The code units of all characters.
    #[inline(always)]
    pub(crate) fn units(self) -> usize {
        (self.starts.count_ones() + self.doubles.count_ones()) as usize
    }

    /// The marks of the first `elements` only.
    #[inline(always)]
    pub(crate) fn first(self, elements: usize) -> Marks {
        let kept = first(elements);
        Marks {
            starts: self.starts & kept,
            doubles: self.doubles & kept,
        }
    }

    /// The code units of as many leading characters as fit into `room`: `room` itself, or one less
    /// where a character of two units would straddle it.
    fn units_within(self, room: usize) -> usize {
        // Step back by the excess, then forward by half the remaining room. An element has 0, 1 or 2 units, so a forward step of
        // `(room - within) / 2` elements cannot overshoot; a step of one element with one unit of room left can, and is checked:
        // then the character needs two units and does not fit. The first loop shrinks `fits`, the second one extends it, so
        // both end. Most chunks are cut after one or two steps.
        let units = |elements| self.first(elements).units();
        let mut fits = room.min(64);
        let mut within = units(fits);
        while within > room {
            fits = fits.saturating_sub(within - room);
            within = units(fits);
        }
        while fits < 64 && within < room {
            let next = (fits + ((room - within) / 2).max(1)).min(64);
            let more = units(next);
            if more > room {
                break;
            }
            (fits, within) = (next, more);
        }
        within
    }
}

/// The segments of a concatenated text and the units in the last one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tally {
    capacity: usize,
    /// Units of the whole text.
    units: usize,
    /// Segments that something follows.
    closed: usize,
    /// Units in the segment being filled.
    fill: usize,
}

impl Tally {
    /// An empty text in segments of `capacity` units, at least 2.
    pub(crate) const fn new(capacity: usize) -> Self {
        Tally {
            capacity,
            units: 0,
            closed: 0,
            fill: 0,
        }
    }

    /// A text of `units` units, `fill` of them in the segment being filled, `closed` segments before.
    pub(crate) const fn of(capacity: usize, units: usize, closed: usize, fill: usize) -> Self {
        Tally {
            capacity,
            units,
            closed,
            fill,
        }
    }

    pub(crate) const fn units(self) -> usize {
        self.units
    }

    /// Segments: 1 or more.
    pub(crate) const fn segments(self) -> usize {
        self.closed + 1
    }

    /// Units in the last segment.
    pub(crate) const fn last(self) -> usize {
        self.fill
    }

    /// Adds an indivisible piece of at most `capacity` units.
    pub(crate) fn push(&mut self, units: usize) {
        self.units += units;
        self.fill += units;
        if self.fill > self.capacity {
            self.closed += 1;
            self.fill = units;
        }
    }

    /// Adds any number of characters of one unit each.
    #[inline]
    pub(crate) fn push_singles(&mut self, characters: usize) {
        self.units += characters;
        self.fill += characters;
        if self.fill <= self.capacity {
            return;
        }
        // Most runs end within the next segment, and division is slow.
        self.closed += 1;
        self.fill -= self.capacity;
        if self.fill > self.capacity {
            let closed = (self.fill - 1) / self.capacity;
            self.closed += closed;
            self.fill -= closed * self.capacity;
        }
    }

    /// Adds any number of characters of two units each.
    #[inline]
    pub(crate) fn push_doubles(&mut self, characters: usize) {
        self.units += 2 * characters;
        self.fill += 2 * characters;
        if self.fill > self.capacity {
            // The rest of the doubles fills further segments, each with an even number of units.
            let begun = self.fill - 2 * characters;
            let rest = 2 * characters - (self.capacity - begun) / 2 * 2;
            let even = self.capacity / 2 * 2;
            let closed = (rest - 1) / even;
            self.closed += 1 + closed;
            self.fill = rest - closed * even;
        }
    }

    /// Adds the characters of a chunk, `units` in all; `marks` is called only if a segment ends among them.
    #[inline]
    pub(crate) fn push_chunk(&mut self, units: usize, marks: impl FnOnce() -> Marks) {
        if self.fill + units <= self.capacity {
            self.units += units;
            self.fill += units;
        } else {
            self.cut(marks(), units);
        }
    }

    /// Adds the characters of a chunk, given their marks.
    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    pub(crate) fn push_marks(&mut self, marks: Marks) {
        let units = marks.units();
        if self.fill + units <= self.capacity {
            self.units += units;
            self.fill += units;
        } else {
            self.cut_here(marks, units);
        }
    }

    /// Adds a chunk in which a segment ends.
    #[inline(never)]
    fn cut(&mut self, marks: Marks, units: usize) {
        self.cut_here(marks, units);
    }

    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    fn cut_here(&mut self, marks: Marks, units: usize) {
        let room = self.capacity - self.fill;
        let rest = units
            - if marks.doubles == 0 {
                room
            } else {
                marks.units_within(room)
            };
        if rest <= self.capacity {
            self.units += units;
            self.closed += 1;
            self.fill = rest;
        } else {
            // By value: a tally that is pointed to could not stay in registers.
            *self = self.with_each(marks);
        }
    }

    /// Adds a chunk that may hold more than one cut.
    #[inline(never)]
    fn with_each(mut self, marks: Marks) -> Self {
        let mut starts = marks.starts;
        while starts != 0 {
            let next = starts & starts.wrapping_neg();
            self.push(1 + usize::from(marks.doubles & next != 0));
            starts ^= next;
        }
        self
    }
}
