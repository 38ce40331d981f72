//! Options of a pass over a text.

use super::TextLanguage;
use super::custom::Custom;
use crate::protected::FieldSyntax;

/// The options of a pass, but for its level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Options {
    pub(super) custom: Custom,
    /// The language of the text; recognised by its letters if it is not named.
    pub(super) language: Option<TextLanguage>,
    /// A syntax of merge fields that counts only where it is chosen.
    pub(super) fields: Option<FieldSyntax>,
    /// True to remove the blanks around a character that the caller removes.
    pub(super) tidies: bool,
}
