//! The JSON shape of every result: the keys of the npm package, every index in 16-bit units of UTF-16.

mod advice;

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use crate::alphabet::{Alphabet, ESCAPE, NationalLanguage, Septets};
use crate::analysis::{Analysis, Character, Offender, Warning};
use crate::count::Count;
use crate::encoding::Encoding;
use crate::json::serialize_as;
use crate::segment::Segment;
use crate::span::Span;

serialize_as! {
    Encoding => |encoding| encoding.name(),
    NationalLanguage => |language| language.name(),
    Septets => |septets| match *septets {
        Septets::Locking(code) => Vec::from([code]),
        Septets::Escaped(code) => Vec::from([ESCAPE, code]),
    },
    Count => CountShape::new,
    Segment<'_> => SegmentShape::new,
    Character => CharacterShape::new,
    Offender => OffenderShape::new,
    Span => |span| SpanShape { start: span.utf16_range().start, end: span.utf16_range().end },
}

impl Serialize for Analysis<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        AnalysisShape {
            count: CountShape::new(&self.count()),
            parts: self.segments(),
            characters: CharactersShape(self),
            offenders: self.offenders(),
            without_languages: self.without_languages(),
            warnings: self.warnings(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CountShape {
    encoding: Encoding,
    segments: usize,
    units: usize,
    units_per_segment: usize,
    units_remaining: usize,
    locking_shift: Option<NationalLanguage>,
    single_shift: Option<NationalLanguage>,
}

impl CountShape {
    fn new(count: &Count) -> Self {
        let alphabet: Alphabet = count.alphabet();
        CountShape {
            encoding: count.encoding(),
            segments: count.segments(),
            units: count.units(),
            units_per_segment: count.units_per_segment(),
            units_remaining: count.units_remaining(),
            locking_shift: alphabet.locking(),
            single_shift: alphabet.single(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SegmentShape {
    text: String,
    start: usize,
    end: usize,
    units: usize,
    units_per_segment: usize,
    units_remaining: usize,
}

impl SegmentShape {
    fn new(segment: &Segment<'_>) -> Self {
        SegmentShape {
            text: segment.text().into(),
            start: segment.utf16_range().start,
            end: segment.utf16_range().end,
            units: segment.units(),
            units_per_segment: segment.capacity(),
            units_remaining: segment.remaining(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CharacterShape {
    text: char,
    start: usize,
    end: usize,
    code_point: u32,
    units: usize,
    septets: Option<Septets>,
    segment: usize,
    #[serde(rename = "forcesUcs2")]
    forces_ucs2: bool,
}

impl CharacterShape {
    fn new(character: &Character) -> Self {
        CharacterShape {
            text: character.character(),
            start: character.span().utf16_range().start,
            end: character.span().utf16_range().end,
            code_point: u32::from(character.character()),
            units: character.units(),
            septets: character.septets(),
            segment: character.segment(),
            forces_ucs2: character.forces_ucs2(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OffenderShape {
    text: char,
    code_point: u32,
    positions: Vec<usize>,
}

impl OffenderShape {
    fn new(offender: &Offender) -> Self {
        OffenderShape {
            text: offender.character(),
            code_point: u32::from(offender.character()),
            positions: offender
                .spans()
                .iter()
                .map(|span| span.utf16_range().start)
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct SpanShape {
    start: usize,
    end: usize,
}

/// The characters one by one: a long text has too many of them to hold at once.
struct CharactersShape<'a>(&'a Analysis<'a>);

impl Serialize for CharactersShape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.characters())
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AnalysisShape<'a> {
    #[serde(flatten)]
    count: CountShape,
    parts: &'a [Segment<'a>],
    characters: CharactersShape<'a>,
    offenders: &'a [Offender],
    without_languages: Option<Count>,
    warnings: Vec<Warning>,
}
