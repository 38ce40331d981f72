//! What smart encoding made of a text, every change of it with its place.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::{Level, Reason};
use crate::{Count, Span};

/// A text after smart encoding.
///
/// ```
/// use septet::{Encoding, Level, Outcome, smart_encode};
///
/// let smart = smart_encode("“Hi” 🙂", Level::Typography);
/// assert_eq!((smart.text(), smart.outcome()), ("“Hi” 🙂", Outcome::RevertedForResidue));
///
/// let smart = smart_encode("“Hi”", Level::Typography);
/// assert_eq!((smart.text(), smart.outcome()), ("\"Hi\"", Outcome::Applied));
/// assert_eq!(smart.before().encoding(), Encoding::Ucs2);
/// assert_eq!(smart.after().encoding(), Encoding::Gsm7);
/// let last = smart.substitutions().last().unwrap();
/// assert_eq!((last.original(), last.replacement(), last.reason().name()), ("”", "\"", "quote"));
/// assert_eq!((last.span().range(), last.result_span().range()), (5..8, 3..4));
/// assert_eq!((last.span().utf16_range(), last.result_span().utf16_range()), (3..4, 3..4));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmartEncoded<'t> {
    pub(super) original: &'t str,
    pub(super) text: Cow<'t, str>,
    pub(super) changes: Vec<Change>,
    pub(super) before: Count,
    pub(super) after: Count,
    pub(super) outcome: Outcome,
}

/// Whether substitutions were made, and if not, why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// Substitutions were made.
    Applied,
    /// The text has no character that the rules list.
    NothingToDo,
    /// Characters without a GSM-7 form would remain, and [`Residue::Revert`](crate::Residue::Revert) was asked for.
    RevertedForResidue,
    /// The text would gain nothing by it, and [`Apply`](crate::Apply) asks for a gain.
    RevertedWithoutGain,
}

impl Outcome {
    /// The name used in results, such as `applied`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Applied => "applied",
            Outcome::NothingToDo => "nothing-to-do",
            Outcome::RevertedForResidue => "reverted-for-residue",
            Outcome::RevertedWithoutGain => "reverted-without-gain",
        }
    }
}

impl<'t> SmartEncoded<'t> {
    /// The text to send.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text to send, borrowed from the original where nothing changed.
    #[must_use]
    pub fn into_text(self) -> Cow<'t, str> {
        self.text
    }

    /// The text as it was given.
    #[must_use]
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// The substitutions made, in order and apart from each other; none where the text was left as it was.
    #[must_use]
    pub fn substitutions(
        &self,
    ) -> impl ExactSizeIterator<Item = Substitution<'_>> + DoubleEndedIterator {
        self.changes.iter().map(|change| Substitution {
            original: self.original,
            result: &self.text,
            change,
        })
    }

    /// What the original costs.
    #[must_use]
    pub const fn before(&self) -> Count {
        self.before
    }

    /// What [`text`](Self::text) costs.
    #[must_use]
    pub const fn after(&self) -> Count {
        self.after
    }

    /// Whether substitutions were made, and if not, why not.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }
}

/// One change and its places before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) span: Span,
    pub(super) result_span: Span,
    pub(super) level: Option<Level>,
    pub(super) reason: Reason,
}

/// One place where the text changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Substitution<'a> {
    original: &'a str,
    result: &'a str,
    change: &'a Change,
}

impl<'a> Substitution<'a> {
    /// What stood there: one character, or a letter with its combining marks.
    #[must_use]
    pub fn original(&self) -> &'a str {
        self.original.get(self.change.span.range()).unwrap_or("")
    }

    /// What stands there now; empty where characters were removed.
    #[must_use]
    pub fn replacement(&self) -> &'a str {
        self.result
            .get(self.change.result_span.range())
            .unwrap_or("")
    }

    /// Its place in the original.
    #[must_use]
    pub const fn span(&self) -> &'a Span {
        &self.change.span
    }

    /// The place of the replacement in the result.
    #[must_use]
    pub const fn result_span(&self) -> &'a Span {
        &self.change.result_span
    }

    /// The lowest level that makes this substitution; `None` where a provider's list or the caller does.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.change.level
    }

    /// Why.
    #[must_use]
    pub fn reason(&self) -> Reason {
        self.change.reason
    }
}
