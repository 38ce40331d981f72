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
    ///
    /// ```
    /// use septet::{Distribution, count};
    ///
    /// let mut distribution = Distribution::new();
    /// for name in ["Ann", "Bob", "李"] {
    ///     distribution.push(count(&format!("{name}, your order has shipped and will be with you between 10 and 12 tomorrow.")));
    /// }
    /// assert_eq!(distribution.segments().collect::<Vec<_>>(), [(1, 2), (2, 1)]);
    /// assert_eq!((distribution.total_segments(), distribution.ucs2_rows()), (4, 1));
    /// ```
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
    ///
    /// ```
    /// use septet::{Distribution, count};
    ///
    /// let mut distribution = Distribution::new();
    /// ["Hi", "Hi 👋"].map(|text| distribution.push(count(&text.repeat(30))));
    /// assert_eq!(distribution.dearest()[0].0, 1); // the row with the emoji
    /// ```
    #[must_use]
    pub fn dearest(&self) -> &[(usize, Count)] {
        &self.dearest
    }
}

/// A distribution that was serialized; numbers that contradict each other are an error.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Distribution {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Shape {
            rows: usize,
            total_segments: usize,
            ucs2_rows: usize,
            minimum: Option<Count>,
            maximum: Option<Count>,
            segments: Vec<Segments>,
            dearest: Vec<Row>,
        }
        #[derive(serde::Deserialize)]
        struct Segments {
            segments: usize,
            rows: usize,
        }
        #[derive(serde::Deserialize)]
        struct Row {
            row: usize,
            count: Count,
        }

        let shape = Shape::deserialize(deserializer)?;
        let distribution = Distribution {
            segments: shape
                .segments
                .iter()
                .map(|entry| (entry.segments, entry.rows))
                .collect(),
            rows: shape.rows,
            total_segments: shape.total_segments,
            ucs2_rows: shape.ucs2_rows,
            cheapest: shape.minimum,
            dearest: shape
                .dearest
                .iter()
                .map(|entry| (entry.row, entry.count))
                .collect(),
        };
        let is_known = distribution.maximum() == shape.maximum && distribution.is_consistent();
        let wrong = || serde::de::Error::custom("no texts have this distribution");
        is_known.then_some(distribution).ok_or_else(wrong)
    }
}

#[cfg(feature = "serde")]
impl Distribution {
    /// Whether texts can have it, as far as the numbers say.
    fn is_consistent(&self) -> bool {
        let price = |count: Count| (count.segments(), count.units());
        let sum = |of: &dyn Fn(&(usize, usize)) -> Option<usize>| {
            let mut entries = self.segments.iter();
            entries.try_fold(0_usize, |sum, entry| sum.checked_add(of(entry)?))
        };
        let is_listed = |count: Count| {
            let found = self
                .segments
                .binary_search_by_key(&count.segments(), |entry| entry.0);
            found.is_ok()
        };
        let counts = || {
            self.dearest
                .iter()
                .map(|entry| entry.1)
                .chain(self.cheapest)
        };
        self.segments.is_sorted_by(|one, other| one.0 < other.0)
            && self.segments.iter().all(|entry| entry.0 > 0 && entry.1 > 0)
            && sum(&|entry| Some(entry.1)) == Some(self.rows)
            && sum(&|entry| entry.0.checked_mul(entry.1)) == Some(self.total_segments)
            && self.ucs2_rows <= self.rows
            && self.dearest.len() == self.rows.min(DEAREST)
            && self.dearest.iter().all(|entry| entry.0 < self.rows)
            && self
                .dearest
                .is_sorted_by(|one, other| price(one.1) >= price(other.1))
            && self.cheapest.is_some() == (self.rows > 0)
            && counts().all(is_listed)
    }
}
