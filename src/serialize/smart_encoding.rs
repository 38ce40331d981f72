//! Smart encoding.

use alloc::vec::Vec;

use serde::Serialize;

use crate::count::Count;
use crate::smart_encoding::{Level, SmartEncoded, SmartOutcome, Substitution, SubstitutionReason};

serialize_as! {
    SmartEncoded<'_>: smart => SmartEncodedView {
        text: smart.text(),
        outcome: smart.outcome(),
        before: smart.before(),
        after: smart.after(),
        substitutions: smart.substitutions().collect(),
    },
    Substitution<'_>: substitution => SubstitutionView {
        original: substitution.original(),
        replacement: substitution.replacement(),
        start: substitution.span().utf16_range().start,
        end: substitution.span().utf16_range().end,
        result_start: substitution.result_span().utf16_range().start,
        result_end: substitution.result_span().utf16_range().end,
        level: substitution.level(),
        reason: substitution.reason(),
    },
}

#[derive(Serialize)]
struct SmartEncodedView<'a> {
    text: &'a str,
    outcome: SmartOutcome,
    before: Count,
    after: Count,
    substitutions: Vec<Substitution<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SubstitutionView<'a> {
    original: &'a str,
    replacement: &'a str,
    start: usize,
    end: usize,
    result_start: usize,
    result_end: usize,
    level: Option<Level>,
    reason: SubstitutionReason,
}
