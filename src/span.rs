//! A range of a text, for hosts that count bytes and for those that count UTF-16.

use core::ops::Range;

/// A stretch of a text.
///
/// ```
/// let links: Vec<_> = septet::links("👋 bit.ly/x1").collect();
/// assert_eq!(links[0].span().range(), 5..14);
/// assert_eq!(links[0].span().utf16_range(), 3..12);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Span {
    #[cfg_attr(feature = "serde", serde(skip))]
    range: Range<usize>,
    utf16_range: Range<usize>,
}

impl Span {
    pub(crate) const fn new(range: Range<usize>, utf16_range: Range<usize>) -> Self {
        Span { range, utf16_range }
    }

    /// The range in bytes of UTF-8.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.range.start..self.range.end
    }

    /// The range in 16-bit units of UTF-16.
    #[must_use]
    pub const fn utf16_range(&self) -> Range<usize> {
        self.utf16_range.start..self.utf16_range.end
    }
}
