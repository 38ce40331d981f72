//! `smartEncode`, and the option `smartEncoding`.

use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::Answer;
use super::json::to_json;
use super::segmenter::segmenter;
use super::strings::strings;
use crate::{Apply, Residue, Rules, SmartEncoder};

/// Encodes a text by the list of substitutions at a place of the option `smartEncoding`, which `wishes`
/// has in its bits 0–2; above them what becomes of a residue (3–4) and when to apply (5–6), 0 for the
/// defaults. `replacements` are characters, and for each what replaces it, or itself where it stays.
#[wasm_bindgen(js_name = smartEncodeText)]
pub fn smart_encode_text(
    text: &str,
    wishes: u32,
    replacements: &str,
    lengths: &[u32],
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Answer {
    let mut encoder =
        SmartEncoder::new(rules(wishes & 7)).with_segmenter(segmenter(flags, limits, languages)?);
    match wishes >> 3 & 3 {
        1 => encoder = encoder.with_residue(Residue::Keep),
        2 => encoder = encoder.with_residue(Residue::Revert),
        _ => {}
    }
    match wishes >> 5 & 3 {
        1 => encoder = encoder.with_apply(Apply::Always),
        2 => encoder = encoder.with_apply(Apply::WhenItHelps),
        3 => encoder = encoder.with_apply(Apply::WhenSegmentsSaved),
        _ => {}
    }
    let mut pairs = strings(replacements, lengths);
    while let (Some(original), Some(replacement)) = (pairs.next(), pairs.next()) {
        for character in original.chars() {
            encoder = if original == replacement {
                encoder.with_exception(character)
            } else {
                encoder.with_replacement(character, replacement)
            };
        }
    }
    Ok(to_json(&encoder.encode(text)))
}

/// The list of substitutions at a place of the option `smartEncoding`, 1 being the first.
fn rules(place: u32) -> Rules {
    let index = (place as usize).saturating_sub(1);
    Rules::ALL[index.min(Rules::ALL.len() - 1)]
}
