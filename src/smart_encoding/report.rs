//! The result of smart encoding: the text, and every change with its position.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::slice;

use super::change::Change;
use super::{Level, SubstitutionReason};
use crate::named::named;
use crate::text::utf16_len;
use crate::{Count, Span};

/// A text after smart encoding.
///
/// ```
/// use septet::{Encoding, Level, SmartOutcome, smart_encode};
///
/// let smart = smart_encode("“Hi” 🙂", Level::Typography);
/// assert_eq!((smart.text(), smart.outcome()), ("“Hi” 🙂", SmartOutcome::RevertedForResidue));
///
/// let smart = smart_encode("“Hi”", Level::Typography);
/// assert_eq!((smart.text(), smart.outcome()), ("\"Hi\"", SmartOutcome::Applied));
/// assert_eq!(smart.before().encoding(), Encoding::Ucs2);
/// assert_eq!(smart.after().encoding(), Encoding::Gsm7);
/// let last = smart.substitutions().last().unwrap();
/// assert_eq!((last.original(), last.replacement(), last.reason().name()), ("”", "\"", "quote"));
/// assert_eq!((last.span().range(), last.result_span().range()), (5..8, 3..4));
/// assert_eq!((last.span().utf16_range(), last.result_span().utf16_range()), (3..4, 3..4));
/// assert_eq!((smart.original(), smart.into_text().into_owned()), ("“Hi”", "\"Hi\"".to_owned()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "smartEncode")]
pub struct SmartEncoded<'t> {
    pub(super) original: &'t str,
    pub(super) text: Cow<'t, str>,
    pub(super) changes: Vec<Change>,
    pub(super) before: Count,
    pub(super) after: Count,
    pub(super) outcome: SmartOutcome,
}

/// The outcome, with the reason if nothing was substituted.
///
/// ```
/// use septet::{Level, SmartOutcome, smart_encode};
///
/// assert_eq!(smart_encode("Hello", Level::Typography).outcome(), SmartOutcome::NothingToDo);
/// assert_eq!(SmartOutcome::RevertedForResidue.name(), "reverted-for-residue");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SmartOutcome {
    /// Substitutions were made.
    Applied,
    /// The text stays in UCS-2, and takes fewer segments because letters and their combining marks are one character now
    /// (NFC). All other substitutions were reverted, or there were none.
    Composed,
    /// The text has no character that the rules list.
    NothingToDo,
    /// Characters without a GSM-7 form would remain, and [`Residue::Revert`](crate::Residue::Revert) was asked for.
    RevertedForResidue,
    /// The text would gain nothing by it, and [`Apply`](crate::Apply) asks for a gain.
    RevertedWithoutGain,
}

impl SmartOutcome {
    /// The name used in results, such as `applied`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            SmartOutcome::Applied => "applied",
            SmartOutcome::Composed => "composed",
            SmartOutcome::NothingToDo => "nothing-to-do",
            SmartOutcome::RevertedForResidue => "reverted-for-residue",
            SmartOutcome::RevertedWithoutGain => "reverted-without-gain",
        }
    }
}

named! {
    SmartOutcome name "an outcome of smart encoding"
    [Applied, Composed, NothingToDo, RevertedForResidue, RevertedWithoutGain]
}

impl<'t> SmartEncoded<'t> {
    /// The text to send.
    ///
    /// ```
    /// use septet::{Level, smart_encode};
    /// assert_eq!(smart_encode("It’s 5–6 pm…", Level::Typography).text(), "It's 5-6 pm...");
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text to send, borrowed from the original where nothing changed.
    ///
    /// ```
    /// use std::borrow::Cow;
    /// use septet::{Level, smart_encode};
    ///
    /// let sent = |text: &'static str| smart_encode(text, Level::Typography).into_text();
    /// assert!(matches!(sent("Plain"), Cow::Borrowed("Plain")) && matches!(sent("“Curly”"), Cow::Owned(_)));
    /// ```
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
    ///
    /// ```
    /// use septet::{Level, smart_encode};
    ///
    /// let smart = smart_encode("It’s 5–6 pm", Level::Typography);
    /// let made: Vec<_> = smart.substitutions().map(|one| (one.original().to_owned(), one.replacement().to_owned())).collect();
    /// assert_eq!(made, [("’".into(), "'".into()), ("–".into(), "-".into())]);
    /// ```
    #[must_use]
    pub fn substitutions(&self) -> impl ExactSizeIterator<Item = Substitution<'_>> {
        Substitutions {
            original: self.original,
            result: &self.text,
            changes: self.changes.iter(),
            done: Cursor::default(),
            result_done: Cursor::default(),
        }
    }

    /// The reason for each substitution.
    pub(crate) fn reasons(&self) -> impl Iterator<Item = SubstitutionReason> {
        self.changes.iter().map(|change| change.cause.1)
    }

    /// The cost of the original.
    ///
    /// ```
    /// use septet::{Level, smart_encode};
    ///
    /// let text = "Let’s meet at the café. ".repeat(4);
    /// let smart = smart_encode(&text, Level::Typography);
    /// assert_eq!((smart.before().segments(), smart.after().segments()), (2, 1));
    /// ```
    #[must_use]
    pub const fn before(&self) -> Count {
        self.before
    }

    /// The cost of [`text`](Self::text).
    #[must_use]
    pub const fn after(&self) -> Count {
        self.after
    }

    /// The outcome, with the reason if nothing was substituted.
    #[must_use]
    pub const fn outcome(&self) -> SmartOutcome {
        self.outcome
    }
}

/// A place in a text.
#[derive(Clone, Copy, Debug, Default)]
struct Cursor {
    byte: usize,
    unit: usize,
}

impl Cursor {
    /// Takes the next bytes of a text, and gives them with their span.
    fn take<'t>(&mut self, text: &'t str, bytes: usize) -> (&'t str, Span) {
        let start = *self;
        self.byte += bytes;
        let taken = text.get(start.byte..self.byte).unwrap_or("");
        self.unit += utf16_len(taken);
        (
            taken,
            Span::new(start.byte..self.byte, start.unit..self.unit),
        )
    }
}

/// The substitutions, each placed as it is reached.
struct Substitutions<'a> {
    original: &'a str,
    result: &'a str,
    changes: slice::Iter<'a, Change>,
    done: Cursor,
    result_done: Cursor,
}

impl<'a> Iterator for Substitutions<'a> {
    type Item = Substitution<'a>;

    fn next(&mut self) -> Option<Substitution<'a>> {
        let change = self.changes.next()?;
        let (_, kept) = self.done.take(self.original, change.start - self.done.byte);
        self.result_done.byte += kept.range().len();
        self.result_done.unit += kept.utf16_range().len();
        let (original, span) = self.done.take(self.original, change.end - change.start);
        let (replacement, result_span) = self.result_done.take(self.result, change.replacement);
        let (level, reason) = change.cause;
        Some(Substitution {
            original,
            replacement,
            span,
            result_span,
            level,
            reason,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.changes.size_hint()
    }
}

impl ExactSizeIterator for Substitutions<'_> {}

/// One place where the text changed.
///
/// ```
/// use septet::{Level, SubstitutionReason, smart_encode};
///
/// let smart = smart_encode("It’s…", Level::Typography);
/// let ellipsis = smart.substitutions().last().unwrap();
/// assert_eq!((ellipsis.original(), ellipsis.replacement()), ("…", "..."));
/// assert_eq!((ellipsis.span().utf16_range(), ellipsis.result_span().utf16_range()), (4..5, 4..7));
/// assert_eq!((ellipsis.level(), ellipsis.reason()), (Some(Level::Typography), SubstitutionReason::Ellipsis));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitution<'a> {
    original: &'a str,
    replacement: &'a str,
    span: Span,
    result_span: Span,
    level: Option<Level>,
    reason: SubstitutionReason,
}

impl<'a> Substitution<'a> {
    /// The original: one character, or a letter with its combining marks.
    #[must_use]
    pub const fn original(&self) -> &'a str {
        self.original
    }

    /// The replacement; empty if characters were removed.
    #[must_use]
    pub const fn replacement(&self) -> &'a str {
        self.replacement
    }

    /// Its place in the original.
    #[must_use]
    pub const fn span(&self) -> &Span {
        &self.span
    }

    /// The place of the replacement in the result.
    #[must_use]
    pub const fn result_span(&self) -> &Span {
        &self.result_span
    }

    /// The lowest level that makes this substitution; `None` where a provider's list or the caller does.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        self.level
    }

    /// The reason.
    #[must_use]
    pub const fn reason(&self) -> SubstitutionReason {
        self.reason
    }
}
