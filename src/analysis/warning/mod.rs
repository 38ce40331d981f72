//! Warnings to read before a text is sent: each only if it changes the price or the delivery.

mod cuts;
mod limits;
mod waste;

use alloc::string::String;
use alloc::vec::Vec;

use crate::analysis::{Analysis, Edit};
use crate::named::named;
use crate::span::Span;

/// The subject of a warning.
///
/// ```
/// use septet::WarningCode;
///
/// let warnings = septet::analyze("See bit.ly/x1").warnings();
/// assert_eq!(warnings[0].code(), WarningCode::PublicLinkShortener);
/// assert_eq!(WarningCode::PublicLinkShortener.name(), "public-link-shortener");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WarningCode {
    /// The profile sends no concatenated texts, and this one does not fit one message.
    NotConcatenated,
    /// More than 255 segments cannot be sent as one text.
    TooManySegments,
    /// More than 10 segments may be refused or arrive in disorder.
    ManySegments,
    /// More than 1,600 characters are refused.
    LongBody,
    /// A few characters force UCS-2, at the price of segments.
    Ucs2Forced,
    /// Accents written apart from their letters cost segments.
    DecomposedAccents,
    /// Characters that show nothing cost segments.
    InvisibleCharacters,
    /// Characters of Windows-1252 that were read as Latin-1, and so became controls, cost segments.
    MisreadCharacters,
    /// Blanks after another blank cost segments.
    DoubledBlanks,
    /// A few characters are over a segment, and no words at the end can go.
    FewCharactersOver,
    /// CRLF line ends cost a segment that LF would not.
    Crlf,
    /// White space at the end costs a segment.
    TrailingWhiteSpace,
    /// The last character alone costs a segment.
    OneCharacterOver,
    /// A cut divides a user-perceived character.
    CutGrapheme,
    /// A link of a public shortener may be filtered.
    PublicLinkShortener,
}

impl WarningCode {
    /// The name used in results, such as `ucs2-forced`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            WarningCode::NotConcatenated => "not-concatenated",
            WarningCode::TooManySegments => "too-many-segments",
            WarningCode::ManySegments => "many-segments",
            WarningCode::LongBody => "long-body",
            WarningCode::Ucs2Forced => "ucs2-forced",
            WarningCode::DecomposedAccents => "decomposed-accents",
            WarningCode::InvisibleCharacters => "invisible-characters",
            WarningCode::MisreadCharacters => "misread-characters",
            WarningCode::DoubledBlanks => "doubled-blanks",
            WarningCode::FewCharactersOver => "few-characters-over",
            WarningCode::Crlf => "crlf",
            WarningCode::TrailingWhiteSpace => "trailing-white-space",
            WarningCode::OneCharacterOver => "one-character-over",
            WarningCode::CutGrapheme => "cut-grapheme",
            WarningCode::PublicLinkShortener => "public-link-shortener",
        }
    }
}

named! {
    WarningCode name "a warning"
    [NotConcatenated, TooManySegments, ManySegments, LongBody, Ucs2Forced, DecomposedAccents, InvisibleCharacters, MisreadCharacters, DoubledBlanks, FewCharactersOver, Crlf, TrailingWhiteSpace, OneCharacterOver, CutGrapheme, PublicLinkShortener]
}

/// One warning.
///
/// ```
/// let text = format!("{}\n", "a".repeat(160));
/// let warnings = septet::analyze(&text).warnings();
/// assert_eq!(warnings[0].code().name(), "trailing-white-space");
/// assert_eq!(warnings[0].message(), "White space at the end costs 1 segment.");
/// assert_eq!(warnings[0].spans()[0].range(), 160..161);
/// assert_eq!(warnings[0].fix().unwrap()[0].replacement(), "");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Warning {
    code: WarningCode,
    message: String,
    #[cfg_attr(feature = "serde", serde(rename = "ranges"))]
    spans: Vec<Span>,
    fix: Option<Vec<Edit>>,
}

impl Warning {
    /// Its subject.
    #[must_use]
    pub const fn code(&self) -> WarningCode {
        self.code
    }

    /// A sentence for people, in English.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The places in the text, in order; none if it is about the whole text.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Edits after which the warning is gone, if there are such that keep the meaning.
    #[must_use]
    pub fn fix(&self) -> Option<&[Edit]> {
        self.fix.as_deref()
    }
}

impl Analysis<'_> {
    /// The warnings, those about delivery first.
    ///
    /// ```
    /// use septet::{Edit, WarningCode};
    ///
    /// let text = "We’ll be with you between 2 and 4 pm. Please keep your phone at hand, and the dog inside.";
    /// let warnings = septet::analyze(text).warnings();
    /// assert_eq!(warnings[0].code(), WarningCode::Ucs2Forced);
    /// assert_eq!(warnings[0].message(), "1 character forces UCS-2: in GSM-7 the text would take 1 segment, not 2.");
    /// assert_eq!(septet::count(&Edit::apply_all(text, warnings[0].fix().unwrap())).segments(), 1);
    /// ```
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        warnings.extend(self.size());
        warnings.extend(self.length());
        warnings.extend(self.shorteners());
        // Nothing costs a segment of a text that takes one.
        if self.count().segments() > 1 {
            self.waste(&mut warnings);
        }
        warnings.extend(self.cut_graphemes());
        warnings
    }
}
