//! Writing the new text: what was copied, what was changed, and the change that a combining mark takes back.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::report::Change;
use super::{Level, Reason};
use crate::Span;

/// The level that makes a change, if a level does, and why.
pub(super) type Kind = (Option<Level>, Reason);

/// A text being rewritten from left to right.
pub(super) struct Rewrite<'t> {
    pub(super) text: &'t str,
    output: String,
    /// Up to where `text` is in `output`, as it was or changed.
    copied: usize,
    changes: Vec<Draft>,
}

/// A change whose places are not counted in 16-bit units yet.
struct Draft {
    range: Range<usize>,
    result_range: Range<usize>,
    kind: Kind,
}

/// The last character of the result so far.
pub(super) struct Base {
    pub(super) character: char,
    /// What it was before, if it was one character that was replaced.
    pub(super) source: Option<char>,
    pub(super) reason: Option<Reason>,
}

impl<'t> Rewrite<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Rewrite {
            text,
            output: String::new(),
            copied: 0,
            changes: Vec::new(),
        }
    }

    /// The character that begins at a place of the original.
    pub(super) fn character(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The last character of the result so far, where the original is done up to `at`.
    pub(super) fn last(&self, at: usize) -> Option<char> {
        let written = if self.copied < at {
            self.slice(self.copied..at)
        } else {
            &self.output
        };
        written.chars().next_back()
    }

    /// The reason of the change that ends right here.
    pub(super) fn change_ending(&self, at: usize) -> Option<Reason> {
        self.changes
            .last()
            .filter(|change| change.range.end == at)
            .map(|change| change.kind.1)
    }

    pub(super) fn replace(&mut self, range: Range<usize>, parts: &[&str], kind: Kind) {
        self.copy(range.start);
        self.copied = range.end;
        let start = self.output.len();
        for part in parts {
            self.output.push_str(part);
        }
        self.push(range, start, kind);
    }

    /// The last character of the result and how it came about, looking past characters that were removed.
    pub(super) fn base(&self, at: usize) -> Option<Base> {
        let character = self.last(at)?;
        let mut base = Base {
            character,
            source: None,
            reason: None,
        };
        if self.copied < at {
            return Some(base);
        }
        let mut end = at;
        for change in self.changes.iter().rev().take_while(|change| {
            let contiguous = change.range.end == end;
            end = change.range.start;
            contiguous
        }) {
            if change.result_range.is_empty() {
                continue;
            }
            let mut source = self.slice(change.range.clone()).chars();
            base.source = source.next().filter(|_| source.next().is_none());
            base.reason = Some(change.kind.1);
            break;
        }
        Some(base)
    }

    /// Takes back the last character of the result, or `all` that stands in its original's place, and puts
    /// `replacement` there as one change that ends at `end`.
    pub(super) fn recompose(
        &mut self,
        at: usize,
        end: usize,
        replacement: &str,
        all: bool,
        mut kind: Kind,
    ) {
        self.copy(at);
        let mut start = at;
        while let Some(change) = self
            .changes
            .pop_if(|change| change.result_range.is_empty() && change.range.end == start)
        {
            start = change.range.start;
        }
        let result_start;
        if let Some(change) = self.changes.pop_if(|change| change.range.end == start) {
            start = change.range.start;
            result_start = change.result_range.start;
            if all {
                self.output.truncate(result_start);
            } else {
                self.output.pop();
            }
            kind = (kind.0.max(change.kind.0), change.kind.1);
        } else {
            let base = self.output.pop().map_or(0, char::len_utf8);
            start -= base;
            result_start = self.output.len();
        }
        self.output.push_str(replacement);
        self.copied = end;
        self.push(start..end, result_start, kind);
    }

    /// The new text and its changes; `None` where there are none.
    pub(super) fn finish(mut self) -> Option<(String, Vec<Change>)> {
        if self.changes.is_empty() {
            return None;
        }
        self.copy(self.text.len());
        let (mut byte, mut unit, mut result_unit) = (0, 0, 0);
        let mut changes = Vec::with_capacity(self.changes.len());
        for Draft {
            range,
            result_range,
            kind: (level, reason),
        } in self.changes
        {
            let kept = utf16_len(self.text.get(byte..range.start).unwrap_or(""));
            let (start, result_start) = (unit + kept, result_unit + kept);
            byte = range.end;
            unit = start + utf16_len(self.text.get(range.clone()).unwrap_or(""));
            result_unit =
                result_start + utf16_len(self.output.get(result_range.clone()).unwrap_or(""));
            let span = Span::new(range, start..unit);
            let result_span = Span::new(result_range, result_start..result_unit);
            changes.push(Change {
                span,
                result_span,
                level,
                reason,
            });
        }
        Some((self.output, changes))
    }

    fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or("")
    }

    fn copy(&mut self, end: usize) {
        if self.copied < end {
            self.output.push_str(self.slice(self.copied..end));
            self.copied = end;
        }
    }

    fn push(&mut self, range: Range<usize>, result_start: usize, kind: Kind) {
        let result_range = result_start..self.output.len();
        self.changes.push(Draft {
            range,
            result_range,
            kind,
        });
    }
}

/// 16-bit units of a text in UTF-16.
fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
