//! Alphanumeric sender IDs.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use super::{AddressError, AddressErrorKind};

/// The most characters of a sender name.
const MAX_CHARACTERS: usize = 11;

/// A sender name: 1 to 11 characters, at least one of them a letter.
///
/// Letters, digits and spaces are what the provider's glossary allows; its `AlphaSender` resource
/// also takes `-`, `+`, `_` and `&`, and registered names in Hong Kong begin with `#`. All are read, and
/// [`Alphanumeric::is_portable`] tells them apart.
///
/// ```
/// use septet::message::Alphanumeric;
///
/// assert!("Septet Ltd".parse::<Alphanumeric>()?.is_portable());
/// assert!(!"A&B".parse::<Alphanumeric>()?.is_portable());
/// assert!("Septet Limit".parse::<Alphanumeric>().is_err());
/// assert!("12345".parse::<Alphanumeric>().is_err());
/// assert_eq!("Septet Ltd".parse::<Alphanumeric>()?.as_str(), "Septet Ltd");
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alphanumeric(String);

impl Alphanumeric {
    pub(super) fn read(text: &str) -> Result<Self, AddressErrorKind> {
        let allowed =
            |character: char| character.is_ascii_alphanumeric() || " -+_&#".contains(character);
        if text.is_empty() {
            return Err(AddressErrorKind::Empty);
        }
        if let Some(character) = text.chars().find(|&character| !allowed(character)) {
            return Err(AddressErrorKind::Character(character));
        }
        if text.get(1..).is_some_and(|rest| rest.contains('#')) {
            return Err(AddressErrorKind::Character('#'));
        }
        if text.len() > MAX_CHARACTERS {
            return Err(AddressErrorKind::TooLong(text.len()));
        }
        if !text.contains(|character: char| character.is_ascii_alphabetic()) {
            return Err(AddressErrorKind::NoLetter);
        }
        Ok(Alphanumeric(text.into()))
    }

    /// The name, 1 to 11 characters of ASCII.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns true if it has only letters, digits and spaces, which every source allows.
    #[must_use]
    pub fn is_portable(&self) -> bool {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ';
        self.0.bytes().all(plain)
    }
}

impl FromStr for Alphanumeric {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        Alphanumeric::read(text).map_err(|kind| AddressError::new(text, kind))
    }
}

impl fmt::Display for Alphanumeric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
