//! `smartEncode`, and the option `smartEncoding`.

use alloc::string::String;

use super::convert::Failure;
use super::json::to_json;
use super::report::Asked;
use super::strings::strings;
use septet::{Apply, Residue, Rules, SmartEncoder};

/// Encodes a text. The first number has in its bits 0–2 the place of the list of substitutions in the option
/// `smartEncoding`; above them what becomes of a residue (3–4) and when to apply (5–6), 0 for the defaults. The words are
/// characters, and for each what replaces it, or itself where it stays; the other numbers are their lengths.
pub(super) fn smart_encode(asked: &Asked<'_>) -> Result<String, Failure> {
    let (&wishes, lengths) = asked.numbers.split_first().unwrap_or((&0, &[]));
    let mut encoder = SmartEncoder::new(rules(wishes & 7)).with_segmenter(asked.segmenter()?);
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
    let mut pairs = strings(asked.words, lengths);
    while let (Some(original), Some(replacement)) = (pairs.next(), pairs.next()) {
        for character in original.chars() {
            encoder = if original == replacement {
                encoder.with_exception(character)
            } else {
                encoder.with_replacement(character, replacement)
            };
        }
    }
    Ok(to_json(&encoder.encode(asked.text)))
}

/// The list of substitutions at a place of the option `smartEncoding`, 1 being the first.
fn rules(place: u32) -> Rules {
    let index = (place as usize).saturating_sub(1);
    Rules::ALL[index.min(Rules::ALL.len() - 1)]
}
