//! Cutting a text into segments.

mod boundary;
mod detect;
mod frame;
mod languages;
mod segmenter;
mod segments;
mod utf16;

pub use boundary::Boundary;
pub use frame::Frame;
pub use languages::Languages;
pub use segmenter::Segmenter;
pub use segments::{Segment, Segments};
pub use utf16::Utf16Cuts;

pub(crate) use detect::ClassCounts;

/// The segments of a text under the default options, in order; at least one.
///
/// ```
/// let text = "]".repeat(153);
/// let parts: Vec<usize> = septet::segments(&text).map(|segment| segment.units()).collect();
/// assert_eq!(parts, [152, 152, 2]); // an escape pair is never cut
/// ```
#[must_use]
#[doc(alias = "split")]
#[doc(alias = "parts")]
pub fn segments(text: &str) -> Segments<'_> {
    Segmenter::new().segments_of(text, crate::count(text))
}
