//! Counts, segments, characters, analyses.

use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use crate::alphabet::{ESCAPE, NationalLanguage, Septets};
use crate::analysis::{Analysis, Character, Offender, Warning};
use crate::count::Count;
use crate::encoding::Encoding;
use crate::segment::Segment;

serialize_as! {
    Encoding: encoding => encoding.name(),
    NationalLanguage: language => language.name(),
    Septets: septets => match *septets {
        Septets::Locking(code) => Vec::from([code]),
        Septets::Escaped(code) => Vec::from([ESCAPE, code]),
    },
    Count: count => CountView::new(*count),
    Segment<'_>: segment => SegmentView {
        text: segment.text(),
        start: segment.utf16_range().start,
        end: segment.utf16_range().end,
        units: segment.units(),
        units_per_segment: segment.capacity(),
        units_remaining: segment.remaining(),
    },
    Character: character => CharacterView {
        text: character.character(),
        start: character.span().utf16_range().start,
        end: character.span().utf16_range().end,
        code_point: u32::from(character.character()),
        units: character.units(),
        septets: character.septets(),
        segment: character.segment(),
        forces_ucs2: character.forces_ucs2(),
    },
    Offender: offender => OffenderView {
        text: offender.character(),
        code_point: u32::from(offender.character()),
        positions: offender.spans().iter().map(|span| span.utf16_range().start).collect(),
    },
    Analysis<'_>: analysis => AnalysisView {
        count: CountView::new(analysis.count()),
        parts: analysis.segments(),
        characters: CharactersView(analysis),
        offenders: analysis.offenders(),
        without_languages: analysis.without_languages(),
        warnings: analysis.warnings(),
    },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CountView {
    encoding: Encoding,
    segments: usize,
    units: usize,
    units_per_segment: usize,
    units_remaining: usize,
    locking_shift: Option<NationalLanguage>,
    single_shift: Option<NationalLanguage>,
}

impl CountView {
    fn new(count: Count) -> Self {
        CountView {
            encoding: count.encoding(),
            segments: count.segments(),
            units: count.units(),
            units_per_segment: count.units_per_segment(),
            units_remaining: count.units_remaining(),
            locking_shift: count.alphabet().locking(),
            single_shift: count.alphabet().single(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SegmentView<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    units: usize,
    units_per_segment: usize,
    units_remaining: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CharacterView {
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

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OffenderView {
    text: char,
    code_point: u32,
    positions: Vec<usize>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AnalysisView<'a> {
    #[serde(flatten)]
    count: CountView,
    parts: &'a [Segment<'a>],
    characters: CharactersView<'a>,
    offenders: &'a [Offender],
    without_languages: Option<Count>,
    warnings: Vec<Warning>,
}

/// The characters one by one: a long text has too many of them to hold at once.
struct CharactersView<'a>(&'a Analysis<'a>);

impl Serialize for CharactersView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.characters())
    }
}
