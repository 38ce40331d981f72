//! Short codes.

use core::fmt;
use core::str::FromStr;

use super::{AddressError, AddressErrorKind};

/// A short code: 5 or 6 digits.
///
/// ```
/// use septet::message::ShortCode;
///
/// assert_eq!("72345".parse::<ShortCode>()?.to_string(), "72345");
/// assert!("7234".parse::<ShortCode>().is_err() && "7234567".parse::<ShortCode>().is_err());
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShortCode {
    value: u32,
    digits: u8,
}

impl ShortCode {
    pub(super) fn read(text: &str) -> Result<Self, AddressErrorKind> {
        if let Some(character) = text.chars().find(|character| !character.is_ascii_digit()) {
            return Err(AddressErrorKind::Character(character));
        }
        let digits = match text.len() {
            0 => return Err(AddressErrorKind::Empty),
            5 => 5,
            6 => 6,
            digits => return Err(AddressErrorKind::ShortCodeLength(digits)),
        };
        let value = text
            .bytes()
            .fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        Ok(ShortCode { value, digits })
    }
}

impl FromStr for ShortCode {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        ShortCode::read(text).map_err(|kind| AddressError::new(text, kind))
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:0width$}",
            self.value,
            width = usize::from(self.digits)
        )
    }
}
