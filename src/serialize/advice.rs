//! Advice: edits, suggestions, links, truncation, distributions.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::alphabet::{Alphabet, NationalLanguage};
use crate::analysis::{Edit, Suggestion, SuggestionKind};
use crate::count::Count;
use crate::protected::Link;
use crate::smart_encoding::Level;
use crate::template::Distribution;
use crate::text::utf16_len;
use crate::truncate::Truncated;

serialize_as! {
    Edit: edit => EditView {
        start: edit.span().utf16_range().start,
        end: edit.span().utf16_range().end,
        replacement: edit.replacement(),
    },
    Suggestion<'_>: suggestion => SuggestionView::new(suggestion),
    Truncated<'_>: truncated => TruncatedView {
        text: truncated.text(),
        cut: truncated.is_cut(),
        kept: utf16_len(truncated.kept()),
        count: truncated.count(),
    },
    Link<'_>: link => LinkView {
        text: link.text(),
        start: link.span().utf16_range().start,
        end: link.span().utf16_range().end,
        host: link.host(),
    },
    Distribution: distribution => DistributionView {
        rows: distribution.rows(),
        total_segments: distribution.total_segments(),
        ucs2_rows: distribution.ucs2_rows(),
        minimum: distribution.minimum(),
        maximum: distribution.maximum(),
        segments: distribution
            .segments()
            .map(|(segments, rows)| SegmentsView { segments, rows })
            .collect(),
        dearest: distribution
            .dearest()
            .iter()
            .map(|&(row, count)| RowView { row, count })
            .collect(),
    },
}

#[derive(Serialize)]
struct EditView<'a> {
    start: usize,
    end: usize,
    replacement: &'a str,
}

/// `level` is null except for smart encoding, `lockingShift` and `singleShift` except for a national language.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SuggestionView<'a> {
    kind: &'static str,
    level: Option<Level>,
    locking_shift: Option<NationalLanguage>,
    single_shift: Option<NationalLanguage>,
    text: &'a str,
    edits: &'a [Edit],
    changed: usize,
    saved: usize,
    count: Count,
    note: Option<String>,
}

impl<'a> SuggestionView<'a> {
    fn new(suggestion: &'a Suggestion<'_>) -> Self {
        let kind = suggestion.kind();
        let (level, alphabet) = match kind {
            SuggestionKind::SmartEncoding(level) => (Some(level), None),
            SuggestionKind::NationalLanguage(alphabet) => (None, Some(alphabet)),
            _ => (None, None),
        };
        SuggestionView {
            kind: kind.name(),
            level,
            locking_shift: alphabet.and_then(Alphabet::locking),
            single_shift: alphabet.and_then(Alphabet::single),
            text: suggestion.text(),
            edits: suggestion.edits(),
            changed: suggestion.changed(),
            saved: suggestion.saved(),
            count: suggestion.count(),
            note: suggestion.note(),
        }
    }
}

/// `kept` is the length of the part of the original that was kept.
#[derive(Serialize)]
struct TruncatedView<'a> {
    text: &'a str,
    cut: bool,
    kept: usize,
    count: Count,
}

#[derive(Serialize)]
struct LinkView<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    host: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DistributionView {
    rows: usize,
    total_segments: usize,
    ucs2_rows: usize,
    minimum: Option<Count>,
    maximum: Option<Count>,
    segments: Vec<SegmentsView>,
    dearest: Vec<RowView>,
}

#[derive(Serialize)]
struct SegmentsView {
    segments: usize,
    rows: usize,
}

#[derive(Serialize)]
struct RowView {
    row: usize,
    count: Count,
}
