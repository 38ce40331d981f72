//! The kinds of suggestions, and their order: least harm first.

use crate::alphabet::Alphabet;
use crate::smart_encoding::Level;

/// The kind of change that saves segments.
///
/// ```
/// use septet::{Level, SuggestionKind};
///
/// let text = "Your parcel — the “big” one — arrives today between 5 and 7. Please be home!";
/// let kind = septet::suggest(text)[0].kind();
/// assert_eq!(kind, SuggestionKind::SmartEncoding(Level::Typography));
/// assert_eq!(kind.name(), "smart-encoding");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SuggestionKind {
    /// Removing or composing what no reader would miss: carriage returns before line feeds, doubled and trailing blanks,
    /// invisible characters.
    CleanUp,
    /// Smart encoding at this level.
    SmartEncoding(Level),
    /// A national language alphabet, which the receiver's phone must know; after smart encoding at
    /// [`Level::Typography`] where the text needs that too.
    NationalLanguage(Alphabet),
    /// Replacing what forces UCS-2 where there is a replacement, and removing the rest.
    RemoveOffenders,
    /// Removing the last words, but for the sentence that says how to opt out.
    Shorten,
}

impl SuggestionKind {
    /// The name used in results, such as `smart-encoding`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            SuggestionKind::CleanUp => "clean-up",
            SuggestionKind::SmartEncoding(_) => "smart-encoding",
            SuggestionKind::NationalLanguage(_) => "national-language",
            SuggestionKind::RemoveOffenders => "remove-offenders",
            SuggestionKind::Shorten => "shorten",
        }
    }
}

/// The harm that a kind of change does; `is_seen` is true if a reader could see it.
pub(super) const fn harm(kind: SuggestionKind, is_seen: bool) -> u8 {
    match kind {
        SuggestionKind::CleanUp => 0,
        SuggestionKind::SmartEncoding(Level::Typography) if !is_seen => 0,
        SuggestionKind::SmartEncoding(Level::Typography) => 1,
        SuggestionKind::NationalLanguage(alphabet) => match (alphabet.locking(), alphabet.single())
        {
            (Some(_), Some(_)) => 4,
            _ => 2,
        },
        SuggestionKind::SmartEncoding(Level::Compatibility) => 3,
        SuggestionKind::SmartEncoding(Level::Transliteration) => 5,
        SuggestionKind::RemoveOffenders => 6,
        SuggestionKind::Shorten => 7,
    }
}
