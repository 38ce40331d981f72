//! `suggest`, `truncate`, `links` and `rcs`.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{Answer, Failure};
use super::json::to_json;
use super::segmenter::segmenter;
use crate::{CutAt, RcsRegion, Truncator};

/// Ways to spend fewer segments.
#[wasm_bindgen(js_name = suggestText)]
pub fn suggest_text(text: &str, flags: u32, limits: u32, languages: &[u8]) -> Answer {
    let segmenter = segmenter(flags, limits, languages)?;
    Ok(to_json(&segmenter.suggest(text).map_err(Failure::from)?))
}

/// The longest beginning of a text that fits, cut at words or, if `graphemes`, anywhere between them.
#[wasm_bindgen(js_name = truncateText)]
pub fn truncate_text(
    text: &str,
    max_segments: usize,
    graphemes: bool,
    ellipsis: String,
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Answer {
    let cut_at = if graphemes {
        CutAt::Grapheme
    } else {
        CutAt::Word
    };
    let truncator = Truncator::new(max_segments)
        .with_cut_at(cut_at)
        .with_ellipsis(ellipsis)
        .with_segmenter(segmenter(flags, limits, languages)?);
    Ok(to_json(&truncator.truncate(text).map_err(Failure::from)?))
}

/// The links of a text.
#[wasm_bindgen(js_name = linksOf)]
pub fn links_of(text: &str) -> String {
    to_json(&crate::links(text).collect::<Vec<_>>())
}

/// What a text costs as RCS, in the United States or elsewhere.
#[wasm_bindgen(js_name = rcsCount)]
pub fn rcs_count(text: &str, elsewhere: bool) -> String {
    let region = if elsewhere {
        RcsRegion::Elsewhere
    } else {
        RcsRegion::UnitedStates
    };
    to_json(&crate::rcs_count(text, region))
}
