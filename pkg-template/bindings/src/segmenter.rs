//! The options that a text as a whole is counted under, beyond those of the hot path.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::failure::Failure;
use crate::options::Options;
use septet::{Boundary, Languages, NationalLanguage, Segmenter};

/// The names of the national languages, by identifier from 1.
#[wasm_bindgen(js_name = languageNames)]
pub fn language_names() -> Vec<String> {
    let names = NationalLanguage::ALL
        .iter()
        .map(|language| language.name().to_owned());
    names.collect()
}

/// From `flags` (as [`Options`] has them, and bits 5–6: boundary, 7: counters), `limits` and the identifiers of
/// languages in order of preference.
pub(super) fn segmenter(flags: u32, limits: u32, languages: &[u8]) -> Result<Segmenter, Failure> {
    let options = Options::new(flags, limits)?;
    let allowed = languages.iter().copied();
    let segmenter = Segmenter::new()
        .with_reference_bits(options.bits)
        .with_profile(options.profile)
        .with_languages(Languages::preferred(
            allowed.filter_map(NationalLanguage::from_id),
        ))
        .with_boundary(match flags >> 5 & 3 {
            0 => Boundary::Character,
            1 => Boundary::Grapheme,
            _ => Boundary::Word,
        });
    let segmenter = if flags >> 7 & 1 == 1 {
        segmenter.with_counters()
    } else {
        segmenter
    };
    Ok(match options.encoding {
        Some(encoding) => segmenter.with_encoding(encoding),
        None => segmenter,
    })
}
