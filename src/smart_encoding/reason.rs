//! Reasons for replacing a character.

use crate::named::named;

/// The reason for replacing a character: the `reason` column of `tests/data/smart-encoding/levels.tsv`, and the reasons that are
/// not a table row.
///
/// ```
/// use septet::{Level, SubstitutionReason, smart_encode};
///
/// let smart = smart_encode("Łódź…", Level::Transliteration);
/// let reasons: Vec<_> = smart.substitutions().map(|change| change.reason()).collect();
/// assert_eq!(reasons, [SubstitutionReason::Letter, SubstitutionReason::Letter, SubstitutionReason::Letter, SubstitutionReason::Ellipsis]);
/// assert_eq!(SubstitutionReason::LineBreak.name(), "line-break");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SubstitutionReason {
    /// It has no shape: controls, soft hyphen, zero width space, byte order mark.
    Invisible,
    /// It joins, separates or directs its neighbours, and they have become GSM-7 characters, which need none of it.
    Joiner,
    /// A space of another width, or one where no line may break.
    Space,
    /// A line or paragraph separator.
    LineBreak,
    /// A quotation mark, apostrophe or prime.
    Quote,
    /// A dash, hyphen or minus sign.
    Dash,
    /// An ellipsis.
    Ellipsis,
    /// A bullet or middle dot.
    Bullet,
    /// A fraction or division slash.
    Slash,
    /// Another code point for the very same character (Unicode NFC).
    Canonical,
    /// A letter and its combining marks that are one character together (Unicode NFC).
    Composition,
    /// A character of Windows-1252 that was read as Latin-1, and so became a control.
    Misread,
    /// A sign written out, such as `(TM)`.
    Symbol,
    /// A character of another kind that looks the same.
    LookAlike,
    /// A Roman numeral of one code point.
    Number,
    /// A full-width, half-width, small or vertical form.
    Width,
    /// Several letters in one code point.
    Ligature,
    /// A fraction of one code point.
    Fraction,
    /// A raised character.
    Superscript,
    /// A lowered character.
    Subscript,
    /// A character in a circle, square or parentheses, or with a full stop.
    Enclosed,
    /// A bold, italic, script, double-struck or small capital form.
    Stylised,
    /// A combining mark that GSM-7 does not have on its letter.
    Mark,
    /// A Latin letter that GSM-7 does not have: it loses its marks, or is spelled with other letters.
    Letter,
    /// A Greek letter, to a GSM-7 Greek capital or the Latin capital of the same shape.
    Greek,
    /// A Cyrillic letter, to Latin letters.
    Cyrillic,
    /// A currency sign, to its ISO 4217 code.
    Currency,
    /// A row of a provider's list.
    Provider,
    /// Asked for by the caller.
    Custom,
}

impl SubstitutionReason {
    /// The name used in data and in results, such as `line-break`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            SubstitutionReason::Invisible => "invisible",
            SubstitutionReason::Joiner => "joiner",
            SubstitutionReason::Space => "space",
            SubstitutionReason::LineBreak => "line-break",
            SubstitutionReason::Quote => "quote",
            SubstitutionReason::Dash => "dash",
            SubstitutionReason::Ellipsis => "ellipsis",
            SubstitutionReason::Bullet => "bullet",
            SubstitutionReason::Slash => "slash",
            SubstitutionReason::Canonical => "canonical",
            SubstitutionReason::Composition => "composition",
            SubstitutionReason::Misread => "misread",
            SubstitutionReason::Symbol => "symbol",
            SubstitutionReason::LookAlike => "look-alike",
            SubstitutionReason::Number => "number",
            SubstitutionReason::Width => "width",
            SubstitutionReason::Ligature => "ligature",
            SubstitutionReason::Fraction => "fraction",
            SubstitutionReason::Superscript => "superscript",
            SubstitutionReason::Subscript => "subscript",
            SubstitutionReason::Enclosed => "enclosed",
            SubstitutionReason::Stylised => "stylised",
            SubstitutionReason::Mark => "mark",
            SubstitutionReason::Letter => "letter",
            SubstitutionReason::Greek => "greek",
            SubstitutionReason::Cyrillic => "cyrillic",
            SubstitutionReason::Currency => "currency",
            SubstitutionReason::Provider => "provider",
            SubstitutionReason::Custom => "custom",
        }
    }
}

named! {
    SubstitutionReason name "a reason" [
        Invisible, Joiner, Space, LineBreak, Quote, Dash, Ellipsis, Bullet, Slash, Canonical, Composition, Misread, Symbol, LookAlike, Number, Width, Ligature, Fraction, Superscript, Subscript, Enclosed, Stylised, Mark, Letter, Greek, Cyrillic, Currency, Provider, Custom,
    ]
}
