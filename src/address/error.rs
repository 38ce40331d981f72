//! The error of a text that is not an address, with the number that was probably meant.

use alloc::string::String;
use core::fmt;

use super::channel::Channel;
use super::error_kind::AddressErrorKind;
use super::number::PhoneNumber;
use crate::compact::Quoted;

/// A text that is not an address: the fault and, if it can be guessed, the text to write instead.
///
/// ```
/// use septet::message::{AddressErrorKind, PhoneNumber};
///
/// let error = "0044 20 7946 0018".parse::<PhoneNumber>().unwrap_err();
/// assert_eq!(error.kind(), AddressErrorKind::NoPlus);
/// assert_eq!(error.suggestion(), Some("+442079460018"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AddressError {
    text: String,
    kind: AddressErrorKind,
    suggestion: Option<String>,
}

impl AddressError {
    pub(super) fn new(text: &str, kind: AddressErrorKind) -> Self {
        AddressError {
            text: shortened(text),
            kind,
            suggestion: suggestion(text),
        }
    }

    /// The reason.
    #[must_use]
    pub const fn kind(&self) -> AddressErrorKind {
        self.kind
    }

    /// The E.164 number that was probably meant: the text without spaces, brackets, dots and
    /// dashes, where it shows its country code (`+…`, `00…`, or 1 and ten digits).
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        match self.kind {
            AddressErrorKind::Empty => f.write_str("the address is empty"),
            AddressErrorKind::UnknownChannel => write!(
                f,
                "`{text}` does not name a channel: write whatsapp, messenger or rcs before the colon"
            ),
            AddressErrorKind::NoPlus => {
                write!(
                    f,
                    "`{text}` is not an E.164 number: it does not start with `+`"
                )
            }
            AddressErrorKind::LeadingZero => write!(
                f,
                "`{text}` is not an E.164 number: country codes do not start with 0"
            ),
            AddressErrorKind::NoDigits => {
                write!(f, "`{text}` is not an E.164 number: no digits follow `+`")
            }
            AddressErrorKind::TooManyDigits(digits) => write!(
                f,
                "`{text}` is not an E.164 number: it has {digits} digits, at most 15 are allowed"
            ),
            AddressErrorKind::ShortCodeLength(digits) => write!(
                f,
                "`{text}` is not a short code: it has {digits} digits, a short code has 5 or 6"
            ),
            AddressErrorKind::Character(character) => {
                let mut octets = [0; 4];
                let character = Quoted(character.encode_utf8(&mut octets));
                write!(f, "`{text}` is not an address: remove {character}")
            }
            AddressErrorKind::TooLong(characters) => write!(
                f,
                "`{text}` is not a sender name: it has {characters} characters, at most 11 are allowed"
            ),
            AddressErrorKind::NoLetter => {
                write!(f, "`{text}` is not a sender name: it needs a letter")
            }
            AddressErrorKind::Sid(kind) => {
                write!(f, "`{text}` is the identifier of {kind}, not an address")
            }
        }
    }
}

impl core::error::Error for AddressError {}

/// Enough of a text to recognise it in a sentence: its first 40 characters.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => [&text[..end], "…"].concat(),
        None => text.into(),
    }
}

/// The E.164 number that was probably meant, on its channel.
fn suggestion(text: &str) -> Option<String> {
    let (channel, number) = Channel::of(text).ok()?;
    let separator = |character: char| {
        character.is_whitespace() || "()-./\u{2010}\u{2011}\u{2013}\u{FEFF}".contains(character)
    };
    let kept = number.chars().filter(|&character| !separator(character));
    let kept: String = kept.take(20).collect();
    let digits = match kept.strip_prefix('+').or_else(|| kept.strip_prefix("00")) {
        Some(digits) => digits,
        None if kept.len() == 11 && kept.starts_with('1') => &kept,
        None => return None,
    };
    let candidate = ["+", digits].concat();
    PhoneNumber::read(&candidate).ok()?;
    let whole = [channel.prefix(), &candidate].concat();
    (whole != text).then_some(whole)
}
