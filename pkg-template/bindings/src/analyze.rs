//! `analyze` and `explain`.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;
use serde::Serializer;

use super::convert::Failure;
use super::json::to_json;
use super::report::Asked;
use septet::{Analysis, Character, Count, Offender, Segment, Septets, Warning};

/// The report on a text.
#[inline(never)]
pub(super) fn analyze(asked: &Asked<'_>) -> Result<String, Failure> {
    let segmenter = asked.segmenter()?;
    let analysis = segmenter.analyze(asked.text)?;
    Ok(to_json(&Report::new(&analysis)))
}

/// What each character costs and what could stand in its place.
#[inline(never)]
pub(super) fn explain(asked: &Asked<'_>) -> Result<String, Failure> {
    let segmenter = asked.segmenter()?;
    let analysis = segmenter.analyze(asked.text)?;
    Ok(to_json(&analysis.explain()))
}

/// An analysis, its characters as two octets each: an object for each would take longer than
/// everything else.
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

impl<'a> Report<'a> {
    fn new(analysis: &'a Analysis<'a>) -> Self {
        let mut characters = Vec::new();
        for character in analysis.characters() {
            characters.extend(octets(&character));
        }
        Report {
            count: analysis.count(),
            parts: analysis.segments(),
            characters: Characters(characters),
            offenders: analysis.offenders(),
            without_languages: analysis.without_languages(),
            warnings: analysis.warnings(),
        }
    }
}

struct Characters(Vec<u8>);

impl Serialize for Characters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

/// The septet of a character, or the one after an escape; then what more there is to say: how many
/// septets (bits 0–1), whether it takes two 16-bit units (2), whether it forces UCS-2 (3).
fn octets(character: &Character) -> [u8; 2] {
    let (code, septets) = match character.septets() {
        None => (0, 0),
        Some(Septets::Locking(code)) => (code, 1),
        Some(Septets::Escaped(code)) => (code, 2),
    };
    let pair = u8::from(character.span().utf16_range().len() == 2);
    let forces = u8::from(character.forces_ucs2());
    [code, septets | pair << 2 | forces << 3]
}
