//! `count` and `split` with the options that shared memory does not have: national languages and graphemes. The text comes
//! as a string, in which lone surrogates have become U+FFFD, which has the same length and cost.

use septet::unstable::segments_of;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::failure::Failure;
use crate::result::{Answer, to_js};
use crate::saturating_u32;
use crate::segmenter::segmenter;

/// Counts a text.
#[wasm_bindgen(js_name = countText)]
pub fn count(text: &str, flags: u32, limits: u32, languages: &[u8]) -> Answer {
    Ok(to_js(&segmenter(flags, limits, languages)?.count(text)?))
}

/// Cuts a text: the code units that each segment holds; then for each segment its length in 16-bit units of text, and its
/// code units.
#[wasm_bindgen(js_name = splitText)]
pub fn split(text: &str, flags: u32, limits: u32, languages: &[u8]) -> Result<Vec<u32>, Failure> {
    let segmenter = segmenter(flags, limits, languages)?;
    let count = segmenter.count(text)?;
    let mut cuts = vec![saturating_u32(count.units_per_segment())];
    for segment in segments_of(&segmenter, text, count) {
        let length = segment.utf16_range().len();
        cuts.extend([length, segment.units()].map(saturating_u32));
    }
    Ok(cuts)
}
