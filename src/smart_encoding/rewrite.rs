//! Writing the new text: what was copied, what was changed, and the change that a combining mark takes back.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::SubstitutionReason;
use super::change::{Change, LevelAndReason};
use crate::text::{char_at, char_before};

/// A text being rewritten from left to right.
pub(super) struct Rewrite<'t> {
    pub(super) text: &'t str,
    output: String,
    /// Up to where `text` is in `output`, as it was or changed.
    copied: usize,
    changes: Vec<Change>,
}

/// A new text and its changes.
pub(super) type Rewritten = (String, Vec<Change>);

/// The last character of the result so far.
pub(super) struct Base {
    pub(super) character: char,
    /// The original character, if it was one character that was replaced.
    pub(super) source: Option<char>,
    pub(super) reason: Option<SubstitutionReason>,
    /// Start in the original.
    pub(super) start: usize,
}

/// The amount of output that a combining mark replaces.
#[derive(Clone, Copy)]
pub(super) enum TakenBack {
    /// The last character.
    Character,
    /// All that the last character of the original was replaced with.
    Replacement,
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
        char_at(self.text, at)
    }

    /// The last character of the result so far, where the original is done up to `at`.
    pub(super) fn last(&self, at: usize) -> Option<char> {
        if self.copied < at {
            char_before(self.text, at)
        } else {
            char_before(&self.output, self.output.len())
        }
    }

    /// The reason of the change that ends right here.
    pub(super) fn change_ending(&self, at: usize) -> Option<SubstitutionReason> {
        self.changes
            .last()
            .filter(|change| change.end == at)
            .map(|change| change.cause.1)
    }

    /// Puts some parts, one after the other, in the place of a range of the original.
    pub(super) fn replace(&mut self, range: Range<usize>, parts: &[&str], cause: LevelAndReason) {
        self.copy(range.start);
        self.copied = range.end;
        let start = self.output.len();
        for part in parts {
            self.output.push_str(part);
        }
        self.push(range, start, cause);
    }

    /// Takes the blanks off the end of the result, where the original is done up to `at`; returns from where on the
    /// original is to be written anew.
    pub(super) fn take_blanks(&mut self, at: usize) -> usize {
        self.copy(at);
        let mut start = at;
        while self.output.ends_with(' ') {
            match self.changes.last() {
                Some(change) if change.end == start && change.replacement <= 1 => {
                    start = change.start;
                    if self
                        .changes
                        .pop()
                        .is_some_and(|change| change.replacement == 0)
                    {
                        continue;
                    }
                }
                Some(change) if change.end == start => break,
                _ => start -= 1,
            }
            self.output.pop();
        }
        self.copied = start;
        start
    }

    /// The last character of the result and how it came about, looking past characters that were removed.
    pub(super) fn base(&self, at: usize) -> Option<Base> {
        let character = self.last(at)?;
        let mut base = Base {
            character,
            source: None,
            reason: None,
            start: at.saturating_sub(character.len_utf8()),
        };
        if self.copied < at {
            return Some(base);
        }
        let mut end = at;
        for change in self.changes.iter().rev() {
            if change.end != end {
                break;
            }
            if change.replacement > 0 {
                let mut source = self.slice(change.start..change.end).chars();
                base.source = source.next().filter(|_| source.next().is_none());
                base.reason = Some(change.cause.1);
                base.start = change.start;
                return Some(base);
            }
            end = change.start;
        }
        base.start = end.saturating_sub(character.len_utf8());
        Some(base)
    }

    /// Takes back what is at the end of the result, where the original is done up to `at`, and puts `replacement` there
    /// as one change that ends at `end`.
    pub(super) fn recompose(
        &mut self,
        at: usize,
        end: usize,
        replacement: &str,
        taken_back: TakenBack,
        mut cause: LevelAndReason,
    ) {
        self.copy(at);
        let mut start = at;
        while let Some(change) = self
            .changes
            .pop_if(|change| change.replacement == 0 && change.end == start)
        {
            start = change.start;
        }
        let result_start;
        if let Some(change) = self.changes.pop_if(|change| change.end == start) {
            start = change.start;
            result_start = self.output.len() - change.replacement;
            match taken_back {
                TakenBack::Replacement => self.output.truncate(result_start),
                TakenBack::Character => drop(self.output.pop()),
            }
            cause = (cause.0.max(change.cause.0), change.cause.1);
        } else {
            let base = self.output.pop().map_or(0, char::len_utf8);
            start -= base;
            result_start = self.output.len();
        }
        self.output.push_str(replacement);
        self.copied = end;
        self.push(start..end, result_start, cause);
    }

    /// The new text and its changes; `None` where there are none.
    pub(super) fn finish(mut self) -> Option<Rewritten> {
        if self.changes.is_empty() {
            return None;
        }
        self.copy(self.text.len());
        Some((self.output, self.changes))
    }

    /// A range of the original.
    fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or("")
    }

    /// Takes over the original up to `end` as it is.
    fn copy(&mut self, end: usize) {
        if self.copied < end {
            if self.output.is_empty() {
                self.output.reserve(self.text.len());
            }
            self.output.push_str(self.slice(self.copied..end));
            self.copied = end;
        }
    }

    /// Notes a change whose replacement is the result from `result_start` on.
    fn push(&mut self, range: Range<usize>, result_start: usize, cause: LevelAndReason) {
        self.changes.push(Change {
            start: range.start,
            end: range.end,
            replacement: self.output.len() - result_start,
            cause,
        });
    }
}
