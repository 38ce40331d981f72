//! The JSON shape of advice: warnings, suggestions, explanations, truncation, templates, links, RCS.

use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::CharacterShape;
use crate::alphabet::NationalLanguage;
use crate::analysis::{
    Alternative, Edit, Explanation, Suggestion, SuggestionKind, Warning, WarningCode,
};
use crate::count::Count;
use crate::protected::Link;
use crate::rcs::{RcsClass, RcsCount};
use crate::smart_encoding::{Level, SubstitutionReason};
use crate::span::Span;
use crate::template::{Distribution, Estimate};
use crate::text::utf16_len;
use crate::truncate::Truncated;

/// Serializes each type as the shape that borrows from it.
macro_rules! serialize_as_view {
    ($($type:ty => $shape:expr),* $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $shape(self).serialize(serializer)
            }
        }
    )*};
}

serialize_as_view! {
    WarningCode => (|code: &WarningCode| code.name()),
    RcsClass => (|class: &RcsClass| class.name()),
    Edit => EditShape::new,
    Warning => WarningShape::new,
    Alternative => AlternativeShape::new,
    Explanation => ExplanationShape::new,
    Suggestion<'_> => SuggestionShape::new,
    Truncated<'_> => TruncatedShape::new,
    Link<'_> => LinkShape::new,
    RcsCount => RcsShape::new,
    Estimate => EstimateShape::new,
    Distribution => DistributionShape::new,
}

#[derive(Serialize)]
struct EditShape<'a> {
    start: usize,
    end: usize,
    replacement: &'a str,
}

impl<'a> EditShape<'a> {
    fn new(edit: &'a Edit) -> Self {
        let span = edit.span().utf16_range();
        EditShape {
            start: span.start,
            end: span.end,
            replacement: edit.replacement(),
        }
    }
}

#[derive(Serialize)]
struct WarningShape<'a> {
    code: WarningCode,
    message: &'a str,
    ranges: &'a [Span],
    fix: Option<&'a [Edit]>,
}

impl<'a> WarningShape<'a> {
    fn new(warning: &'a Warning) -> Self {
        WarningShape {
            code: warning.code(),
            message: warning.message(),
            ranges: warning.spans(),
            fix: warning.fix(),
        }
    }
}

#[derive(Serialize)]
struct AlternativeShape<'a> {
    replacement: &'a str,
    level: Level,
    reason: SubstitutionReason,
}

impl<'a> AlternativeShape<'a> {
    fn new(alternative: &'a Alternative) -> Self {
        AlternativeShape {
            replacement: alternative.replacement(),
            level: alternative.level(),
            reason: alternative.reason(),
        }
    }
}

#[derive(Serialize)]
struct ExplanationShape<'a> {
    #[serde(flatten)]
    character: CharacterShape,
    alternative: Option<&'a Alternative>,
}

impl<'a> ExplanationShape<'a> {
    fn new(explanation: &'a Explanation) -> Self {
        ExplanationShape {
            character: CharacterShape::new(explanation.character()),
            alternative: explanation.alternative(),
        }
    }
}

/// `level` is null but for smart encoding, `lockingShift` and `singleShift` but for a national language.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SuggestionShape<'a> {
    kind: &'static str,
    level: Option<Level>,
    locking_shift: Option<NationalLanguage>,
    single_shift: Option<NationalLanguage>,
    text: &'a str,
    edits: &'a [Edit],
    changed: usize,
    saved: usize,
    count: Count,
}

impl<'a> SuggestionShape<'a> {
    fn new(suggestion: &'a Suggestion<'_>) -> Self {
        let kind = suggestion.kind();
        let (level, alphabet) = match kind {
            SuggestionKind::SmartEncoding(level) => (Some(level), None),
            SuggestionKind::NationalLanguage(alphabet) => (None, Some(alphabet)),
            _ => (None, None),
        };
        SuggestionShape {
            kind: kind.name(),
            level,
            locking_shift: alphabet.and_then(crate::Alphabet::locking),
            single_shift: alphabet.and_then(crate::Alphabet::single),
            text: suggestion.text(),
            edits: suggestion.edits(),
            changed: suggestion.changed(),
            saved: suggestion.saved(),
            count: suggestion.count(),
        }
    }
}

/// `kept` is the length of what was kept of the original.
#[derive(Serialize)]
struct TruncatedShape<'a> {
    text: &'a str,
    cut: bool,
    kept: usize,
    count: Count,
}

impl<'a> TruncatedShape<'a> {
    fn new(truncated: &'a Truncated<'_>) -> Self {
        TruncatedShape {
            text: truncated.text(),
            cut: truncated.is_cut(),
            kept: utf16_len(truncated.kept()),
            count: truncated.count(),
        }
    }
}

#[derive(Serialize)]
struct LinkShape<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    host: &'a str,
}

impl<'a> LinkShape<'a> {
    fn new(link: &Link<'a>) -> Self {
        let span = link.span().utf16_range();
        LinkShape {
            text: link.text(),
            start: span.start,
            end: span.end,
            host: link.host(),
        }
    }
}

#[derive(Serialize)]
struct RcsShape {
    class: RcsClass,
    bytes: usize,
    units: usize,
}

impl RcsShape {
    fn new(count: &RcsCount) -> Self {
        RcsShape {
            class: count.class(),
            bytes: count.bytes(),
            units: count.units(),
        }
    }
}

#[derive(Serialize)]
struct EstimateShape {
    minimum: Count,
    maximum: Count,
}

impl EstimateShape {
    fn new(estimate: &Estimate) -> Self {
        EstimateShape {
            minimum: estimate.minimum(),
            maximum: estimate.maximum(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DistributionShape {
    rows: usize,
    total_segments: usize,
    ucs2_rows: usize,
    minimum: Option<Count>,
    maximum: Option<Count>,
    segments: Vec<SegmentsShape>,
    dearest: Vec<RowShape>,
}

#[derive(Serialize)]
struct SegmentsShape {
    segments: usize,
    rows: usize,
}

#[derive(Serialize)]
struct RowShape {
    row: usize,
    count: Count,
}

impl DistributionShape {
    fn new(distribution: &Distribution) -> Self {
        let segments = distribution.segments();
        let dearest = distribution.dearest().iter();
        DistributionShape {
            rows: distribution.rows(),
            total_segments: distribution.total_segments(),
            ucs2_rows: distribution.ucs2_rows(),
            minimum: distribution.minimum(),
            maximum: distribution.maximum(),
            segments: segments
                .map(|(segments, rows)| SegmentsShape { segments, rows })
                .collect(),
            dearest: dearest
                .map(|(row, count)| RowShape {
                    row: *row,
                    count: *count,
                })
                .collect(),
        }
    }
}
