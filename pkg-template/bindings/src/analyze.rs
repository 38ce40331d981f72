//! `analyze` and `explain`. What there is for each character goes as typed arrays, which `pkg-template/lib/analyze.js` makes
//! objects of: an object for each from here takes longer than everything else.

use js_sys::{Uint8Array, Uint32Array};
use septet::{Alternative, Analysis, Count, Offender, Segment, Septets, Warning};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::result::{Answer, to_js};
use crate::saturating_u32;
use crate::segmenter::segmenter;

/// The report on a text.
#[wasm_bindgen]
pub fn analyze(text: &str, flags: u32, limits: u32, languages: &[u8]) -> Answer {
    let segmenter = segmenter(flags, limits, languages)?;
    let analysis = segmenter.analyze(text)?;
    Ok(to_js(&Report {
        count: analysis.count(),
        parts: analysis.segments(),
        characters: Characters::new(&analysis),
        offenders: analysis.offenders(),
        without_languages: analysis.without_languages(),
        warnings: analysis.warnings(),
    }))
}

/// Explains each character: its cost and possible replacements.
#[wasm_bindgen]
pub fn explain(text: &str, flags: u32, limits: u32, languages: &[u8]) -> Answer {
    let segmenter = segmenter(flags, limits, languages)?;
    let analysis = segmenter.analyze(text)?;
    let explained = analysis.explain();
    let found = explained.iter().enumerate().filter_map(|(index, one)| {
        let alternative = one.alternative()?;
        Some((saturating_u32(index), alternative))
    });
    let (indexes, alternatives): (Vec<u32>, Vec<&Alternative>) = found.unzip();
    Ok(to_js(&Explanations {
        characters: Characters::new(&analysis),
        indexes: Uint32Array::from(&*indexes),
        alternatives,
    }))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    count: Count,
    parts: &'a [Segment<'a>],
    characters: Characters,
    offenders: &'a [Offender],
    without_languages: Option<Count>,
    warnings: Vec<Warning>,
}

/// The alternatives of the characters at some indexes.
#[derive(Serialize)]
struct Explanations<'a> {
    characters: Characters,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    indexes: Uint32Array,
    alternatives: Vec<&'a Alternative>,
}

/// A column for each property of the characters of a text, which JavaScript cannot find out by itself.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Characters {
    /// Septets of each: 0 in UCS-2, 2 for an escape and a code.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    septets: Uint8Array,
    /// The only septet of each, or the one after the escape.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    codes: Uint8Array,
    /// 1 for each that forces UCS-2.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    forces_ucs2: Uint8Array,
    /// The end of each segment, in 16-bit units.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    ends: Uint32Array,
}

impl Characters {
    fn new(analysis: &Analysis<'_>) -> Self {
        let (mut septets, mut codes, mut forces_ucs2) = (Vec::new(), Vec::new(), Vec::new());
        for character in analysis.characters() {
            let (count, code) = match character.septets() {
                None => (0, 0),
                Some(Septets::Locking(code)) => (1, code),
                Some(Septets::Escaped(code)) => (2, code),
            };
            septets.push(count);
            codes.push(code);
            forces_ucs2.push(u8::from(character.forces_ucs2()));
        }
        let ends = analysis.segments().iter();
        let ends: Vec<u32> = ends
            .map(|segment| saturating_u32(segment.utf16_range().end))
            .collect();
        Characters {
            septets: Uint8Array::from(&*septets),
            codes: Uint8Array::from(&*codes),
            forces_ucs2: Uint8Array::from(&*forces_ucs2),
            ends: Uint32Array::from(&*ends),
        }
    }
}
