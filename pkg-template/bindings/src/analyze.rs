//! `analyze` and `explain`. What there is for each character goes as typed arrays, which `pkg-template/lib/analyze.js` makes
//! objects of: an object for each from here takes longer than everything else.

use septet::{Alternative, Analysis, Count, Offender, Segment, Septets, Warning};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::result::{Answer, numbers, octets, to_js};
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
    let found = explained.iter().enumerate();
    let found = found.filter_map(|(index, one)| Some((saturating_u32(index), one.alternative()?)));
    let (indexes, alternatives) = found.unzip();
    Ok(to_js(&Explanations {
        characters: Characters::new(&analysis),
        indexes,
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
    #[serde(serialize_with = "numbers")]
    indexes: Vec<u32>,
    alternatives: Vec<&'a Alternative>,
}

/// A column for each property of the characters of a text, which JavaScript cannot find out by itself.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Characters {
    /// Septets of each: 0 in UCS-2, 2 for an escape and a code.
    #[serde(serialize_with = "octets")]
    septets: Vec<u8>,
    /// The only septet of each, or the one after the escape.
    #[serde(serialize_with = "octets")]
    codes: Vec<u8>,
    /// 1 for each that forces UCS-2.
    #[serde(serialize_with = "octets")]
    forces_ucs2: Vec<u8>,
    /// The end of each segment, in 16-bit units.
    #[serde(serialize_with = "numbers")]
    ends: Vec<u32>,
}

impl Characters {
    fn new(analysis: &Analysis<'_>) -> Self {
        let mut columns = Characters::default();
        for character in analysis.characters() {
            let (count, code) = match character.septets() {
                None => (0, 0),
                Some(Septets::Locking(code)) => (1, code),
                Some(Septets::Escaped(code)) => (2, code),
            };
            columns.septets.push(count);
            columns.codes.push(code);
            let forces_ucs2 = u8::from(character.forces_ucs2());
            columns.forces_ucs2.push(forces_ucs2);
        }
        for segment in analysis.segments() {
            let end = saturating_u32(segment.utf16_range().end);
            columns.ends.push(end);
        }
        columns
    }
}
