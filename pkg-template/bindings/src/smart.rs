//! `smartEncode`, and the option `smartEncoding`.

use septet::{Apply, Residue, Rules, SmartEncoder};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::result::{Answer, to_js};
use crate::segmenter::segmenter;

/// Encodes a text by the list of substitutions of a name; `pairs` are characters, and for each what replaces it, or itself
/// where it stays.
#[wasm_bindgen(js_name = smartEncode)]
pub fn smart_encode(
    text: &str,
    rules: &str,
    residue: Option<String>,
    apply: Option<String>,
    pairs: Vec<String>,
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Answer {
    let rules = Rules::from_name(rules).unwrap_or(Rules::Typography);
    let mut encoder = SmartEncoder::new(rules).with_segmenter(segmenter(flags, limits, languages)?);
    match residue.as_deref() {
        Some("keep") => encoder = encoder.with_residue(Residue::Keep),
        Some("revert") => encoder = encoder.with_residue(Residue::Revert),
        _ => {}
    }
    match apply.as_deref() {
        Some("always") => encoder = encoder.with_apply(Apply::Always),
        Some("when-it-helps") => encoder = encoder.with_apply(Apply::WhenItHelps),
        Some("when-segments-saved") => encoder = encoder.with_apply(Apply::WhenSegmentsSaved),
        _ => {}
    }
    let (pairs, _) = pairs.as_chunks::<2>();
    for [original, replacement] in pairs {
        for character in original.chars() {
            encoder = if original == replacement {
                encoder.with_exception(character)
            } else {
                encoder.with_replacement(character, replacement.as_str())
            };
        }
    }
    Ok(to_js(&encoder.encode(text)))
}
