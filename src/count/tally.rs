//! Greedy filling of segments (rules C2 and C3), by the piece or by the chunk of many characters.

/// The characters that begin in a chunk of up to 32 text elements (bytes of UTF-8 or units of
/// UTF-16), a bit for each element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Elements with which a character begins.
    pub(crate) starts: u32,
    /// Those whose character takes two code units.
    pub(crate) doubles: u32,
}

impl Marks {
    /// A character of one unit with every element.
    pub(crate) const SINGLES: Marks = Marks {
        starts: u32::MAX,
        doubles: 0,
    };

    fn units(self) -> usize {
        (self.starts.count_ones() + self.doubles.count_ones()) as usize
    }

    /// The marks of the first `elements` only.
    pub(crate) fn first(self, elements: usize) -> Marks {
        let kept = u32::try_from((1u64 << elements.min(32)) - 1).unwrap_or(u32::MAX);
        Marks {
            starts: self.starts & kept,
            doubles: self.doubles & kept,
        }
    }

    /// The code units of as many leading characters as fit into `room`: `room` itself, or one less
    /// where a character of two units would straddle it.
    fn units_within(self, room: usize) -> usize {
        let (mut fits, mut beyond) = (0, 32);
        while beyond - fits > 1 {
            let middle = usize::midpoint(fits, beyond);
            if self.first(middle).units() <= room {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        self.first(fits).units()
    }
}

/// How full the segments of a concatenated text are.
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
    pub(crate) fn push_singles(&mut self, characters: usize) {
        self.units += characters;
        self.fill += characters;
        if self.fill > self.capacity {
            let closed = (self.fill - 1) / self.capacity;
            self.closed += closed;
            self.fill -= closed * self.capacity;
        }
    }

    /// Adds the characters of a chunk.
    #[inline]
    pub(crate) fn push_chunk(&mut self, marks: Marks) {
        let units = marks.units();
        if self.fill + units <= self.capacity {
            self.units += units;
            self.fill += units;
        } else {
            self.cut(marks, units);
        }
    }

    /// Adds a chunk in which a segment ends.
    #[inline(never)]
    fn cut(&mut self, marks: Marks, units: usize) {
        if marks.doubles == 0 {
            self.push_singles(units);
        } else if self.capacity > 64 {
            let within = marks.units_within(self.capacity - self.fill);
            self.units += units;
            self.closed += 1;
            self.fill = units - within;
        } else {
            self.push_each(marks);
        }
    }

    /// Adds a chunk that may hold more than one cut.
    fn push_each(&mut self, marks: Marks) {
        let mut starts = marks.starts;
        while starts != 0 {
            let next = starts & starts.wrapping_neg();
            self.push(1 + usize::from(marks.doubles & next != 0));
            starts ^= next;
        }
    }
}
