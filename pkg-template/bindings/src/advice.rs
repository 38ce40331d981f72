//! `suggest`, `truncate`, `links` and `rcs`.

use alloc::string::String;
use alloc::vec::Vec;

use super::convert::Failure;
use super::json::to_json;
use super::report::Asked;
use septet::{CutAt, RcsRegion, Truncator};

/// Ways to spend fewer segments.
#[inline(never)]
pub(super) fn suggest(asked: &Asked<'_>) -> Result<String, Failure> {
    Ok(to_json(&asked.segmenter()?.suggest(asked.text)?))
}

/// The longest beginning of a text that fits. The words are the ellipsis, the numbers are the most segments, and 1 to cut
/// anywhere between graphemes, not at words.
#[inline(never)]
pub(super) fn truncate(asked: &Asked<'_>) -> Result<String, Failure> {
    let cut_at = if asked.number(1) == 0 {
        CutAt::Word
    } else {
        CutAt::Grapheme
    };
    let truncator = Truncator::new(asked.number(0) as usize)
        .with_cut_at(cut_at)
        .with_ellipsis(asked.words)
        .with_segmenter(asked.segmenter()?);
    Ok(to_json(&truncator.truncate(asked.text)?))
}

/// The links of a text.
#[inline(never)]
pub(super) fn links(asked: &Asked<'_>) -> String {
    to_json(&septet::links(asked.text).collect::<Vec<_>>())
}

/// What a text costs as RCS: in the United States, or elsewhere if the number is 1.
pub(super) fn rcs(asked: &Asked<'_>) -> String {
    let region = if asked.number(0) == 0 {
        RcsRegion::UnitedStates
    } else {
        RcsRegion::Elsewhere
    };
    to_json(&septet::rcs_count(asked.text, region))
}
