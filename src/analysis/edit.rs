//! A change to a text that can be applied.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::smart_encoding::{SmartEncoded, Substitution};
use crate::span::Span;

/// One change to a text: what stands at `span` becomes `replacement`.
///
/// ```
/// use septet::Edit;
///
/// let text = ["a".repeat(80), "b".repeat(79)].join("\r\n");
/// let warnings = septet::analyze(&text).warnings();
/// let fixed = Edit::apply_all(&text, warnings[0].fix().unwrap());
/// assert_eq!(warnings[0].message(), "Line ends of two characters (CRLF, not LF) cost 1 segment.");
/// assert_eq!((text.len(), fixed.len()), (161, 160));
/// ```
///
/// # Example: one edit
///
/// ```
/// let text = format!("{} ", "a".repeat(160));
/// let warnings = septet::analyze(&text).warnings();
/// let edit = &warnings[0].fix().unwrap()[0];
/// assert_eq!((edit.span().range(), edit.replacement()), (160..161, ""));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    span: Span,
    /// Boxed: suggestions hold an edit for every character of some texts.
    replacement: Box<str>,
}

impl Edit {
    pub(crate) fn new(span: Span, replacement: &str) -> Self {
        Edit {
            span,
            replacement: Box::from(replacement),
        }
    }

    /// The place in the text as it is before any edit.
    #[must_use]
    pub const fn span(&self) -> &Span {
        &self.span
    }

    /// The new text; empty to remove the range.
    #[must_use]
    pub fn replacement(&self) -> &str {
        &self.replacement
    }

    /// The text after all of these edits, which are in order and apart from each other.
    ///
    /// ```
    /// use septet::{Edit, Level, smart_encode};
    ///
    /// let text = "“Hi”";
    /// let edits: Vec<Edit> = smart_encode(text, Level::Typography).substitutions().map(Edit::from).collect();
    /// assert_eq!(Edit::apply_all(text, &edits), "\"Hi\"");
    /// ```
    #[must_use]
    pub fn apply_all(text: &str, edits: &[Edit]) -> String {
        let mut result = String::with_capacity(text.len());
        let mut from = 0;
        for edit in edits {
            let range = edit.span.range();
            result.push_str(text.get(from..range.start).unwrap_or(""));
            result.push_str(&edit.replacement);
            from = range.end;
        }
        result.push_str(text.get(from..).unwrap_or(""));
        result
    }

    /// The substitutions of a smart encoding.
    pub(super) fn all_of(smart: &SmartEncoded<'_>) -> Vec<Edit> {
        smart.substitutions().map(Edit::from).collect()
    }
}

impl From<Substitution<'_>> for Edit {
    fn from(made: Substitution<'_>) -> Self {
        Edit::new(made.span().clone(), made.replacement())
    }
}
