//! `smartEncode`, and the option `smartEncoding`.

use septet::{Apply, FieldSyntax, ProviderPreset, Residue, Rules, SmartEncoder, TextLanguage};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::result::{Answer, to_js};
use crate::segmenter::segmenter;

/// Encodes a text by the list of substitutions of a name; `pairs` are characters, and for each what replaces it, or itself
/// where it stays. `language` is the code of the language of the text, `fields` the name of the syntax of merge fields.
#[wasm_bindgen(js_name = smartEncode)]
pub fn smart_encode(
    text: &str,
    rules: &str,
    residue: Option<String>,
    apply: Option<String>,
    pairs: Vec<String>,
    language: Option<String>,
    fields: Option<String>,
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Answer {
    let mut encoder = encoder(rules, language.as_deref(), fields.as_deref())
        .with_segmenter(segmenter(flags, limits, languages)?);
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

/// Smart encoding by a list of substitutions, or as the provider does whose name is after a colon; in a language and with a
/// syntax of merge fields.
pub(super) fn encoder(rules: &str, language: Option<&str>, fields: Option<&str>) -> SmartEncoder {
    let provider = rules.strip_prefix(':').and_then(ProviderPreset::from_name);
    let mut encoder = match provider {
        Some(provider) => SmartEncoder::like(provider),
        None => SmartEncoder::new(Rules::from_name(rules).unwrap_or(Rules::Typography)),
    };
    if let Some(language) = language.and_then(TextLanguage::from_code) {
        encoder = encoder.with_text_language(language);
    }
    if let Some(syntax) = fields.and_then(FieldSyntax::from_name) {
        encoder = encoder.with_field_syntax(syntax);
    }
    encoder
}
