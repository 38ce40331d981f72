//! Counts, segments, characters, analyses.

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::alphabet::{Alphabet, ESCAPE, NationalLanguage, Septets};
use crate::analysis::{Alternative, Analysis, Character, Explanation, Offender, Warning};
use crate::count::Count;
use crate::encoding::Encoding;
use crate::named::parsed;
use crate::segment::Segment;

serialize_as! {
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
        counter: segment.counter(),
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
    Explanation: explanation => ExplanationView {
        text: explanation.character().character(),
        start: explanation.character().span().utf16_range().start,
        end: explanation.character().span().utf16_range().end,
        code_point: u32::from(explanation.character().character()),
        units: explanation.character().units(),
        septets: explanation.character().septets(),
        segment: explanation.character().segment(),
        forces_ucs2: explanation.character().forces_ucs2(),
        alternative: explanation.alternative(),
    },
    Offender: offender => OffenderView {
        text: offender.character(),
        code_point: u32::from(offender.character()),
        positions: offender.spans().iter().map(|span| span.utf16_range().start).collect(),
    },
    Analysis<'_>: analysis => AnalysisView {
        encoding: analysis.count().encoding(),
        segments: analysis.count().segments(),
        units: analysis.count().units(),
        units_per_segment: analysis.count().units_per_segment(),
        units_remaining: analysis.count().units_remaining(),
        locking_shift: analysis.count().alphabet().locking(),
        single_shift: analysis.count().alphabet().single(),
        parts: analysis.segments(),
        characters: CharactersView(analysis),
        offenders: analysis.offenders(),
        without_languages: analysis.without_languages(),
        warnings: analysis.warnings(),
    },
}

impl<'de> Deserialize<'de> for NationalLanguage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer)
    }
}

/// A count that was serialized; one that no text has is an error.
impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let view = CountView::deserialize(deserializer)?;
        let alphabet = Alphabet::new(view.locking_shift, view.single_shift);
        let count = Count::from_parts(
            view.encoding,
            alphabet,
            [
                view.segments,
                view.units,
                view.units_per_segment,
                view.units_remaining,
            ],
        );
        count.ok_or_else(|| D::Error::custom("no text has this count"))
    }
}

#[derive(Deserialize, Serialize)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    counter: Option<String>,
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
struct ExplanationView<'a> {
    text: char,
    start: usize,
    end: usize,
    code_point: u32,
    units: usize,
    septets: Option<Septets>,
    segment: usize,
    #[serde(rename = "forcesUcs2")]
    forces_ucs2: bool,
    alternative: Option<&'a Alternative>,
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
    encoding: Encoding,
    segments: usize,
    units: usize,
    units_per_segment: usize,
    units_remaining: usize,
    locking_shift: Option<NationalLanguage>,
    single_shift: Option<NationalLanguage>,
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
