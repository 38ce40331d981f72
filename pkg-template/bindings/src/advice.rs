//! `suggest`, `truncate` and `links`.

use septet::{CutAt, TextLanguage, Truncator};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::result::{Answer, to_js};
use crate::segmenter::segmenter;

/// Ways to spend fewer segments; `language` is the code of a language, empty for none.
#[wasm_bindgen]
pub fn suggest(text: &str, language: &str, flags: u32, limits: u32, languages: &[u8]) -> Answer {
    let segmenter = segmenter(flags, limits, languages)?;
    Ok(to_js(
        &segmenter.suggest_in(text, TextLanguage::from_code(language))?,
    ))
}

/// The longest beginning of a text that fits, cut at words or anywhere between graphemes.
#[wasm_bindgen]
pub fn truncate(
    text: &str,
    max_segments: u32,
    at_words: bool,
    ellipsis: &str,
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Answer {
    let cut_at = if at_words {
        CutAt::Word
    } else {
        CutAt::Grapheme
    };
    let truncator = Truncator::new(max_segments as usize)
        .with_cut_at(cut_at)
        .with_ellipsis(ellipsis)
        .with_segmenter(segmenter(flags, limits, languages)?);
    Ok(to_js(&truncator.truncate(text)?))
}

/// The links of a text.
#[wasm_bindgen]
pub fn links(text: &str) -> JsValue {
    to_js(&septet::links(text).collect::<Vec<_>>())
}
