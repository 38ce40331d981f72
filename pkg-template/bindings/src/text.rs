//! `count` and `split` with the options that the hot path does not have: national languages and
//! graphemes. The text comes as a string, in which each lone surrogate has become U+FFFD: as long, as dear.

use alloc::string::String;
use alloc::vec::Vec;

use super::convert::Failure;
use super::json::to_json;
use super::report::Asked;
use septet::unstable::segments_of;

/// Counts a text.
pub(super) fn count(asked: &Asked<'_>) -> Result<String, Failure> {
    Ok(to_json(&asked.segmenter()?.count(asked.text)?))
}

/// The code units that each segment of a text holds, then for each the 16-bit units of text in it, and
/// its code units above them.
pub(super) fn split(asked: &Asked<'_>) -> Result<String, Failure> {
    let segmenter = asked.segmenter()?;
    let count = segmenter.count(asked.text)?;
    let mut words = Vec::from([count.units_per_segment()]);
    for segment in segments_of(&segmenter, asked.text, count) {
        words.push(segment.utf16_range().len() | segment.units() << 16);
    }
    Ok(to_json(&words))
}
