//! The segments of a text, one at a time.

use alloc::format;
use alloc::string::String;
use core::iter::FusedIterator;
use core::ops::Range;

use crate::count::Count;
use crate::segment::boundary::Pieces;

/// One short message of a text: what it carries and how full it is.
///
/// ```
/// let segments: Vec<_> = septet::segments("Grüße 👋").collect();
/// assert_eq!(segments.len(), 1);
/// assert_eq!(segments[0].range(), 0..12); // bytes of UTF-8
/// assert_eq!(segments[0].utf16_range(), 0..8); // 16-bit units of UTF-16
/// assert_eq!((segments[0].units(), segments[0].capacity(), segments[0].remaining()), (8, 70, 62));
/// assert_eq!((segments[0].index(), segments[0].text()), (0, "Grüße 👋"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "part")]
#[doc(alias = "chunk")]
pub struct Segment<'t> {
    index: usize,
    text: &'t str,
    start: usize,
    utf16_range: Range<usize>,
    units: usize,
    capacity: usize,
    /// The number of segments, where each begins with a counter.
    numbered_of: Option<usize>,
}

impl<'t> Segment<'t> {
    /// The place among the segments of the text, counted from 0.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.index
    }

    /// The text of this segment.
    ///
    /// ```
    /// let text = format!("{}the rest", "a".repeat(153 + 147));
    /// assert_eq!(septet::segments(&text).last().unwrap().text(), "st");
    /// ```
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The counter that is sent before its text, with [counters](crate::Segmenter::with_counters): `(1/3) `.
    ///
    /// ```
    /// use septet::{Boundary, Segmenter};
    ///
    /// let segmenter = Segmenter::new().with_boundary(Boundary::Word).with_counters();
    /// let counters: Vec<_> = segmenter.segments(&"word ".repeat(60))?.map(|segment| segment.counter()).collect();
    /// assert_eq!(counters, ["(1/3) ", "(2/3) ", "(3/3) "].map(|counter| Some(counter.into())));
    /// assert_eq!(segmenter.segments("word")?.next().unwrap().counter(), None);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub fn counter(&self) -> Option<String> {
        let total = self.numbered_of?;
        Some(format!("({}/{total}) ", self.index + 1))
    }

    /// Its range in the whole text, in bytes of UTF-8.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Its range in the whole text, in 16-bit units of UTF-16.
    ///
    /// ```
    /// let text = "👋 ".repeat(30);
    /// let second = septet::segments(&text).nth(1).unwrap();
    /// assert_eq!((second.utf16_range(), second.range()), (66..90, 110..150)); // as JavaScript counts, and as Rust does
    /// assert_eq!(&text[second.range()], second.text());
    /// ```
    #[must_use]
    pub fn utf16_range(&self) -> Range<usize> {
        self.utf16_range.clone()
    }

    /// Code units used, headers excluded: septets (GSM-7) or 16-bit units (UCS-2), in the range
    /// `0..=capacity`.
    #[must_use]
    pub const fn units(&self) -> usize {
        self.units
    }

    /// Code units this segment holds, headers excluded: at most 160 septets or 70 16-bit units.
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.capacity
    }

    /// Code units left, in the range `0..=capacity`.
    #[must_use]
    pub const fn remaining(&self) -> usize {
        self.capacity - self.units
    }
}

/// The segments of a text in order; at least one, since an empty text is one empty segment.
///
/// ```
/// let text = "a".repeat(400);
/// let segments = septet::segments(&text);
/// assert_eq!(segments.len(), 3);
/// assert_eq!(segments.map(|segment| segment.units()).collect::<Vec<_>>(), [153, 153, 94]);
/// ```
#[derive(Clone, Debug)]
pub struct Segments<'t> {
    text: &'t str,
    pieces: Pieces<'t>,
    capacity: usize,
    index: usize,
    start: usize,
    utf16_start: usize,
    total: usize,
    numbered_of: Option<usize>,
}

impl<'t> Segments<'t> {
    pub(crate) fn new(
        text: &'t str,
        pieces: Pieces<'t>,
        count: Count,
        numbered_of: Option<usize>,
    ) -> Self {
        let capacity = count.units_per_segment();
        Segments {
            text,
            pieces,
            capacity,
            index: 0,
            start: 0,
            utf16_start: 0,
            total: count.segments(),
            numbered_of,
        }
    }
}

impl<'t> Iterator for Segments<'t> {
    type Item = Segment<'t>;

    fn next(&mut self) -> Option<Segment<'t>> {
        if self.index == self.total {
            return None;
        }
        let taken = self.pieces.next_segment();
        let (end, utf16_end) = (self.start + taken.bytes, self.utf16_start + taken.utf16);
        let segment = Segment {
            index: self.index,
            text: &self.text[self.start..end],
            start: self.start,
            utf16_range: self.utf16_start..utf16_end,
            units: taken.units,
            capacity: self.capacity,
            numbered_of: self.numbered_of,
        };
        (self.start, self.utf16_start, self.index) = (end, utf16_end, self.index + 1);
        Some(segment)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.total - self.index;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Segments<'_> {}
impl FusedIterator for Segments<'_> {}
