//! Clean-ups: characters that can be removed, or written in fewer characters, without any change that a reader would see.

use alloc::vec::Vec;
use core::ops::Range;
use core::slice;

use crate::analysis::Edit;
use crate::protected::protected_spans;
use crate::smart_encoding::{
    Apply, Level, Passed, Residue, SmartEncoded, SmartEncoder, SubstitutionReason,
};
use crate::span::Span;
use crate::text::utf16_len;

/// Smart encoding at typography, whatever comes of it.
pub(super) fn typography<'t>(text: &'t str, passed: &Passed<'t>) -> SmartEncoded<'t> {
    let encoder = SmartEncoder::new(Level::Typography)
        .with_residue(Residue::Keep)
        .with_apply(Apply::Always);
    encoder.encode_passed(text, slice::from_ref(passed))
}

/// The edits that clean a text up: each kind alone, and all of them.
pub(super) fn cleanings(text: &str, passed: &Passed<'_>) -> Vec<Vec<Edit>> {
    let smart = typography(text, passed);
    let mut kinds: Vec<Vec<Edit>> = Vec::from([
        made_for(&smart, is_unseen),
        carriage_returns(text),
        doubled_blanks(text),
        trailing(text),
    ]);
    drop(smart);
    kinds.retain(|edits| !edits.is_empty());
    if kinds.len() > 1 {
        kinds.push(merged(&kinds));
    }
    kinds
}

/// True if nobody sees a substitution that is made for this reason.
pub(super) const fn is_unseen(reason: SubstitutionReason) -> bool {
    use SubstitutionReason::{Canonical, Composition, Invisible, Misread};
    matches!(reason, Canonical | Composition | Invisible | Misread)
}

/// Selects the substitutions that are made for such reasons.
pub(super) fn made_for(
    smart: &SmartEncoded<'_>,
    is_asked: impl Fn(SubstitutionReason) -> bool,
) -> Vec<Edit> {
    // Counted first: few texts have any, and a list that grows holds up to three times as much.
    let count = smart.reasons().filter(|reason| is_asked(*reason)).count();
    let mut edits = Vec::with_capacity(count);
    if count > 0 {
        let made = smart.substitutions().filter(|made| is_asked(made.reason()));
        edits.extend(made.map(Edit::from));
    }
    edits
}

/// The carriage returns before line feeds.
pub(super) fn carriage_returns(text: &str) -> Vec<Edit> {
    // Looked for by itself first: most texts have none, and it is found fastest so.
    if !text.as_bytes().contains(&b'\r') {
        return Vec::new();
    }
    let pairs = text.as_bytes().windows(2).enumerate();
    let returns = pairs.filter(|(_, two)| *two == b"\r\n");
    removed(text, returns.map(|(at, _)| at..at + 1))
}

/// The blanks after another blank.
pub(super) fn doubled_blanks(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    if !bytes.windows(2).any(|two| two == b"  ") {
        return Vec::new();
    }
    let mut at = 0;
    let next = move || {
        let blank = bytes.get(at..)?.windows(2).position(|two| two == b"  ")?;
        let start = at + blank + 1;
        let blanks = bytes[start..].iter().take_while(|byte| **byte == b' ');
        at = start + blanks.count();
        Some(start..at)
    };
    removed(text, core::iter::from_fn(next))
}

/// The white space at the end.
pub(super) fn trailing(text: &str) -> Vec<Edit> {
    let kept = text.trim_end().len();
    let range = (kept < text.len()).then_some(kept..text.len());
    removed(text, range.into_iter())
}

/// Edits that remove ascending ranges, but for those in protected spans.
fn removed(text: &str, ranges: impl Iterator<Item = Range<usize>> + Clone) -> Vec<Edit> {
    let mut spans = protected_spans(text, None);
    let (mut counted, mut units) = (0, 0);
    let mut edits = Vec::with_capacity(ranges.clone().count());
    for range in ranges {
        if spans.around(range.start).is_some() {
            continue;
        }
        units += utf16_len(text.get(counted..range.start).unwrap_or(""));
        let end = units + utf16_len(text.get(range.clone()).unwrap_or(""));
        edits.push(Edit::new(Span::new(range.clone(), units..end), ""));
        (counted, units) = (range.end, end);
    }
    edits
}

/// All edits of several lists in order; where two overlap, the first one counts.
pub(super) fn merged(lists: &[Vec<Edit>]) -> Vec<Edit> {
    let mut rest: Vec<&[Edit]> = lists.iter().map(Vec::as_slice).collect();
    let mut edits = Vec::with_capacity(rest.iter().map(|list| list.len()).sum());
    loop {
        let start = |list: &[Edit]| {
            list.first()
                .map_or(usize::MAX, |edit| edit.span().range().start)
        };
        let Some(next) = rest.iter_mut().min_by_key(|list| start(list)) else {
            return edits;
        };
        let Some((edit, others)) = next.split_first() else {
            return edits;
        };
        *next = others;
        let end = edits
            .last()
            .map_or(0, |last: &Edit| last.span().range().end);
        if edit.span().range().start >= end {
            edits.push(edit.clone());
        }
    }
}
