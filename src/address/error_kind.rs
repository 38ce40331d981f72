//! The reasons why a text is not an address.

use super::SidKind;

/// The reason why a text is not an address.
///
/// ```
/// use septet::message::{Address, AddressErrorKind};
///
/// let kind = |text: &str| text.parse::<Address>().unwrap_err().kind();
/// assert_eq!(kind("fax:+14155552671"), AddressErrorKind::UnknownChannel);
/// assert_eq!(kind("+0123"), AddressErrorKind::LeadingZero);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AddressErrorKind {
    /// Nothing is left after the channel.
    Empty,
    /// The word before the colon is not a channel.
    UnknownChannel,
    /// A number has to start with `+` and the country code.
    NoPlus,
    /// A country code starts with 1 to 9.
    LeadingZero,
    /// `+` and no digit.
    NoDigits,
    /// A number has 15 digits at most; this many were given.
    TooManyDigits(usize),
    /// A short code has 5 or 6 digits; this many were given.
    ShortCodeLength(usize),
    /// A character that has no place here.
    Character(char),
    /// A sender name has 11 characters at most; this many were given.
    TooLong(usize),
    /// A sender name has a letter.
    NoLetter,
    /// An identifier of the provider, which belongs into another parameter.
    Sid(SidKind),
}
