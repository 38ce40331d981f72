//! `count` and `split` with the options that the hot path does not have: national languages and
//! graphemes. The text comes as a string, in which each lone surrogate has become U+FFFD: as long, as dear.

use alloc::vec::Vec;
use core::iter;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{Answer, Failure, word};
use super::json::to_json;
use super::segmenter::segmenter;

/// Counts a text.
#[wasm_bindgen(js_name = countText)]
pub fn count_text(text: &str, flags: u32, limits: u32, languages: &[u8]) -> Answer {
    let segmenter = segmenter(flags, limits, languages)?;
    let count = segmenter.count(text).map_err(Failure::from)?;
    Ok(to_json(&count))
}

/// The code units that each segment of a text holds, then for each the 16-bit units of text in it, and
/// its code units above them.
#[wasm_bindgen(js_name = splitText)]
pub fn split_text(
    text: &str,
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Result<Vec<u32>, JsValue> {
    let segmenter = segmenter(flags, limits, languages)?;
    let count = segmenter.count(text).map_err(Failure::from)?;
    let cuts = segmenter
        .segments_of(text, count)
        .map(|segment| segment.utf16_range().len() | segment.units() << 16);
    let words = iter::once(count.units_per_segment()).chain(cuts);
    Ok(words.map(word).collect())
}
