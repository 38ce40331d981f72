//! The cost of the rows of a list.

use alloc::vec::Vec;

use crate::count::Count;
use crate::encoding::Encoding;

/// The most rows that are named as the dearest.
const DEAREST: usize = 10;

/// The number of texts for each number of segments. It holds one entry for each different number of segments, so that it can take
/// millions of rows.
///
/// ```
/// use septet::{Distribution, Template};
///
/// let template = Template::parse("Hi {{name}}! Your table is ready: we keep it for 15 minutes. See you soon at Luigi's.")?;
/// let mut distribution = Distribution::new();
/// for name in ["Ann", "Bob", "Łukasz"] {
///     distribution.push(septet::count(&template.fill(|_| Some(name))?));
/// }
/// assert_eq!(distribution.segments().collect::<Vec<_>>(), [(1, 2), (2, 1)]);
/// assert_eq!((distribution.total_segments(), distribution.ucs2_rows()), (4, 1));
/// assert_eq!((distribution.rows(), distribution.minimum().unwrap().units()), (3, 80));
/// assert_eq!(distribution.maximum().unwrap().segments(), 2);
/// assert_eq!(distribution.dearest()[0].0, 2); // Łukasz
/// # Ok::<(), septet::TemplateError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    /// Segment numbers, ascending, and the rows of each.
    segments: Vec<(usize, usize)>,
    rows: usize,
    total_segments: usize,
    ucs2_rows: usize,
    cheapest: Option<Count>,
    dearest: Vec<(usize, Count)>,
}

impl Distribution {
    /// The distribution of no rows.
    #[must_use]
    pub const fn new() -> Self {
        Distribution {
            segments: Vec::new(),
            rows: 0,
            total_segments: 0,
            ucs2_rows: 0,
            cheapest: None,
            dearest: Vec::new(),
        }
    }

    /// Adds the next row.
    pub fn push(&mut self, count: Count) {
        let price = |count: Count| (count.segments(), count.units());
        let segments = count.segments();
        match self
            .segments
            .binary_search_by_key(&segments, |known| known.0)
        {
            Ok(known) => self.segments[known].1 += 1,
            Err(place) => self.segments.insert(place, (segments, 1)),
        }
        self.total_segments += count.segments();
        self.ucs2_rows += usize::from(count.encoding() == Encoding::Ucs2);
        if self
            .cheapest
            .is_none_or(|cheapest| price(count) < price(cheapest))
        {
            self.cheapest = Some(count);
        }
        let place = self
            .dearest
            .partition_point(|(_, other)| price(*other) >= price(count));
        if place < DEAREST {
            self.dearest.truncate(DEAREST - 1);
            self.dearest.insert(place, (self.rows, count));
        }
        self.rows += 1;
    }

    /// Number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// Segments of all rows together.
    #[must_use]
    pub const fn total_segments(&self) -> usize {
        self.total_segments
    }

    /// Number of rows that need UCS-2.
    #[must_use]
    pub const fn ucs2_rows(&self) -> usize {
        self.ucs2_rows
    }

    /// Segment numbers, ascending, and how many rows take that many.
    pub fn segments(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.segments.iter().copied()
    }

    /// The cost of the cheapest row.
    #[must_use]
    pub const fn minimum(&self) -> Option<Count> {
        self.cheapest
    }

    /// The cost of the most expensive row.
    #[must_use]
    pub fn maximum(&self) -> Option<Count> {
        self.dearest.first().map(|(_, count)| *count)
    }

    /// Up to 10 rows that cost the most, the dearest first: their numbers, counted from 0, and what they cost.
    #[must_use]
    pub fn dearest(&self) -> &[(usize, Count)] {
        &self.dearest
    }
}
