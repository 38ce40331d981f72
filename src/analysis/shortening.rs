//! A shorter text that still makes sense.
//!
//! * S1. Only whole sentences go, from the end, or whole words where that would be too much; in scripts without spaces,
//!   whole clauses. A comma, a colon or a dash that would be last goes too.
//! * S2. A cut never divides a link, an e-mail address, a merge field, a phone number or any number with blanks in it.
//! * S3. The sentence that says how to opt out stays, with all that follows it; words before it go instead.
//! * S4. At least half of the characters stay.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use super::opt_out::opt_out;
use crate::count::Count;
use crate::protected::protected_spans;
use crate::segment::Segmenter;
use crate::text::char_before;

/// A shortened text: what was removed of the original, what is left, and its count.
pub(super) struct Shortened<'t> {
    pub(super) removed: Range<usize>,
    pub(super) text: Cow<'t, str>,
    pub(super) count: Count,
}

/// The text without as many words as take it to fewer segments; `None` if nothing sensible would be left.
pub(super) fn shortened<'t>(
    segmenter: &Segmenter,
    text: &'t str,
    segments: usize,
) -> Option<Shortened<'t>> {
    let tail = opt_out(text).map_or(text.len(), |tail| {
        let span = protected_spans(text, None).around(tail);
        span.map_or(tail, |span| span.range.start)
    });
    let body = text.get(..tail)?;
    let words = cuts(text, body);
    let candidate = |cut: usize| {
        let kept = text.get(..cut)?.trim_end_matches(continues);
        // The blanks before the tail stay, or else there were none.
        let rest_is_empty = tail == text.len();
        let blanks = if rest_is_empty {
            0
        } else {
            body.len() - body.trim_end().len()
        };
        let removed = kept.len()..tail - blanks;
        let rest = text.get(removed.end..)?;
        let shorter = if rest.is_empty() {
            Cow::Borrowed(kept)
        } else {
            Cow::Owned([kept, rest].concat())
        };
        let count = segmenter.count(&shorter).ok()?;
        (!removed.is_empty()).then_some(Shortened {
            removed,
            text: shorter,
            count,
        })
    };
    let characters = |text: &str| text.chars().count();
    let is_sensible = |shorter: &Shortened<'_>| {
        let removed = text.get(shorter.removed.clone()).unwrap_or("");
        !shorter.text.trim().is_empty()
            && shorter.removed.start > 0
            && characters(removed) * 2 <= characters(text)
    };
    let longest = |cuts: &[usize]| {
        // A shorter beginning never takes more segments, so the last that fits can be searched by halves.
        let (mut low, mut high) = (0, cuts.len());
        let mut best = None;
        while low < high {
            let middle = low.midpoint(high);
            match candidate(cuts[middle]).filter(|shorter| shorter.count.segments() <= segments) {
                Some(shorter) => {
                    best = Some(shorter);
                    low = middle + 1;
                }
                None => high = middle,
            }
        }
        best.filter(is_sensible)
    };
    let ends_sentence = |cut: &usize| {
        let kept = text.get(..*cut).unwrap_or("");
        kept.ends_with(['.', '!', '?', '。', '！', '？', '؟', '।', '॥'])
    };
    let sentences: Vec<usize> = words.iter().copied().filter(ends_sentence).collect();
    longest(&sentences).or_else(|| longest(&words))
}

/// True for a character that does not end a text: blanks and the marks that a clause follows.
fn continues(last: char) -> bool {
    last.is_whitespace() || ",;:،؛，、：–—".contains(last)
}

/// The places where the beginning of a text may end, ascending (S1, S2).
fn cuts(text: &str, body: &str) -> Vec<usize> {
    let mut spans = protected_spans(text, None);
    let mut cuts = Vec::new();
    let mut before = None;
    for (at, character) in body.char_indices() {
        let after_clause = before
            .is_some_and(|before| matches!(before, '。' | '！' | '？' | '，' | '、' | '؟' | '،'));
        let is_cut = before.is_some_and(|before: char| !before.is_whitespace())
            && (character.is_whitespace() || after_clause);
        if is_cut
            && spans.around(at).is_none_or(|span| span.range.start == at)
            && !is_in_number(text, at)
        {
            cuts.push(at);
        }
        before = Some(character);
    }
    cuts
}

/// True if the blank at `at` is within a number: between digits, or before a character with which a phone number continues.
fn is_in_number(text: &str, at: usize) -> bool {
    let before = char_before(text, at);
    let after = text
        .get(at..)
        .unwrap_or("")
        .trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let digits = after
        .trim_start_matches(['(', '-', '/', '\u{2013}'])
        .trim_start();
    let goes_on = digits.starts_with(|next: char| next.is_ascii_digit());
    before.is_some_and(|before| {
        before.is_ascii_digit() || matches!(before, ')' | '-' | '/' | '\u{2013}')
    }) && goes_on
}

/// The characters at the end of a text that costs `before` which are too many for one segment fewer; `None` if they are
/// more than `most`.
pub(super) fn characters_over(
    segmenter: &Segmenter,
    text: &str,
    before: Count,
    most: usize,
) -> Option<usize> {
    let without = |over: usize| {
        let (end, _) = text.char_indices().rev().nth(over.checked_sub(1)?)?;
        segmenter.count(text.get(..end)?).ok()
    };
    let fits = |count: &Count| count.segments() < before.segments();
    // In one encoding a shorter beginning never takes more segments, so most texts are counted once.
    let shortest = without(most);
    if shortest.is_some_and(|count| count.encoding() == before.encoding() && !fits(&count)) {
        return None;
    }
    (1..=most).find(|over| without(*over).as_ref().is_some_and(fits))
}
