//! Senders and recipients: numbers, short codes, sender names, and addresses on other channels.
//!
//! Shapes: E.164 is `+`, a digit 1 to 9, then up to 14 digits; short codes have 5 or 6 digits; sender
//! names have 1 to 11 characters (<https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id>);
//! other channels write their name and a colon first (`tests/data/rest-params.tsv`, row `To`).

mod alphanumeric;
mod calling_codes;
mod channel;
mod country;
mod error;
mod error_kind;
mod number;
#[cfg(feature = "phone-numbers")]
mod plan;
mod sender_kind;
mod short_code;
mod sid;
mod smpp;

pub use alphanumeric::Alphanumeric;
pub use channel::Channel;
pub use country::{Country, UnknownCountry};
pub use error::AddressError;
pub use error_kind::AddressErrorKind;
pub use number::{NumberKind, NumberProblem, PhoneNumber};
#[cfg(feature = "phone-numbers")]
pub use plan::Line;
pub use sender_kind::SenderKind;
pub use short_code::ShortCode;
pub use sid::{Sid, SidError, SidKind};
pub use smpp::SmppAddress;

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// One sender or recipient.
///
/// ```
/// use septet::message::{Address, Channel, SenderKind};
///
/// let address: Address = "whatsapp:+14155552671".parse()?;
/// assert_eq!(address.channel(), Channel::WhatsApp);
/// assert_eq!(address.phone_number().unwrap().country().unwrap().code(), "US");
///
/// assert_eq!("+18005550199".parse::<Address>()?.sender_kind(), Some(SenderKind::TollFree));
/// assert_eq!("72345".parse::<Address>()?.sender_kind(), Some(SenderKind::ShortCode));
/// assert_eq!("Septet Ltd".parse::<Address>()?.sender_kind(), Some(SenderKind::Alphanumeric));
/// assert_eq!("Septet Ltd".parse::<Address>()?.alphanumeric().unwrap().as_str(), "Septet Ltd");
/// assert_eq!("72345".parse::<Address>()?.short_code().unwrap().to_string(), "72345");
///
/// let error = "(415) 555-2671".parse::<Address>().unwrap_err();
/// assert_eq!(error.to_string(), "`(415) 555-2671` is not an E.164 number: it does not start with `+`");
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "parseAddress")]
pub struct Address {
    channel: Channel,
    identity: Identity,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Identity {
    Phone(PhoneNumber),
    ShortCode(ShortCode),
    Alphanumeric(Alphanumeric),
    Name(String),
}

impl Address {
    /// The channel the prefix names.
    ///
    /// ```
    /// use septet::message::{Address, Channel};
    /// assert_eq!("rcs:agent".parse::<Address>()?.channel(), Channel::Rcs);
    /// # Ok::<(), septet::message::AddressError>(())
    /// ```
    #[must_use]
    pub const fn channel(&self) -> Channel {
        self.channel
    }

    /// The E.164 number, on whichever channel.
    #[must_use]
    pub const fn phone_number(&self) -> Option<PhoneNumber> {
        match self.identity {
            Identity::Phone(number) => Some(number),
            _ => None,
        }
    }

    /// The short code, five or six digits.
    #[must_use]
    pub const fn short_code(&self) -> Option<ShortCode> {
        match self.identity {
            Identity::ShortCode(code) => Some(code),
            _ => None,
        }
    }

    /// The alphanumeric sender ID, 1 to 11 characters.
    #[must_use]
    pub const fn alphanumeric(&self) -> Option<&Alphanumeric> {
        match &self.identity {
            Identity::Alphanumeric(name) => Some(name),
            _ => None,
        }
    }

    /// The kind of sender on SMS and MMS; `None` on other channels.
    ///
    /// ```
    /// use septet::message::{Address, SenderKind};
    ///
    /// let kind = |text: &str| text.parse::<Address>().unwrap().sender_kind();
    /// assert_eq!((kind("+14155552671"), kind("Septet")), (Some(SenderKind::LongCode), Some(SenderKind::Alphanumeric)));
    /// assert_eq!(kind("whatsapp:+14155552671"), None);
    /// ```
    #[must_use]
    pub fn sender_kind(&self) -> Option<SenderKind> {
        match (self.channel, &self.identity) {
            (Channel::Sms, Identity::Phone(number)) if number.kind() == NumberKind::TollFree => {
                Some(SenderKind::TollFree)
            }
            (Channel::Sms, Identity::Phone(_)) => Some(SenderKind::LongCode),
            (_, Identity::ShortCode(_)) => Some(SenderKind::ShortCode),
            (_, Identity::Alphanumeric(_)) => Some(SenderKind::Alphanumeric),
            _ => None,
        }
    }
}

impl FromStr for PhoneNumber {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        PhoneNumber::read(text).map_err(|kind| AddressError::new(text, kind))
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let identity = |(channel, rest): (Channel, &str)| {
            let identity = match channel {
                Channel::Sms => sms_identity(rest)?,
                Channel::WhatsApp if is_user_id(rest) => Identity::Name(rest.into()),
                Channel::WhatsApp => Identity::Phone(PhoneNumber::read(rest)?),
                Channel::Rcs if rest.starts_with('+') => Identity::Phone(PhoneNumber::read(rest)?),
                Channel::Messenger | Channel::Rcs => Identity::Name(name(rest)?),
            };
            Ok(Address { channel, identity })
        };
        Channel::of(text)
            .and_then(identity)
            .map_err(|kind| AddressError::new(text, kind))
    }
}

/// The identity of an address of SMS and MMS, which has no prefix.
fn sms_identity(text: &str) -> Result<Identity, AddressErrorKind> {
    if let Ok(sid) = text.parse::<Sid>() {
        return Err(AddressErrorKind::Sid(sid.kind()));
    }
    let mut bytes = text.bytes();
    if bytes.clone().all(|byte| byte.is_ascii_digit()) && matches!(text.len(), 5 | 6) {
        return ShortCode::read(text).map(Identity::ShortCode);
    }
    // A name has a letter; whatever has digits and none was meant as a number.
    if bytes.any(|byte| byte.is_ascii_digit()) && !text.contains(char::is_alphabetic)
        || text.starts_with('+')
    {
        return PhoneNumber::read(text).map(Identity::Phone);
    }
    Alphanumeric::read(text).map(Identity::Alphanumeric)
}

/// A business-scoped user ID of WhatsApp: the two letters of a country, a full stop, and up to 128 letters and digits
/// (<https://developers.facebook.com/docs/whatsapp/business-scoped-user-ids>, 2026-03-31). That of a group of
/// businesses has `ENT.` between them.
fn is_user_id(text: &str) -> bool {
    let Some((country, rest)) = text.split_once('.') else {
        return false;
    };
    let id = rest.strip_prefix("ENT.").unwrap_or(rest);
    country.len() == 2
        && country.bytes().all(|byte| byte.is_ascii_uppercase())
        && (1..=128).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The name of an agent, a page or a user: visible ASCII.
fn name(text: &str) -> Result<String, AddressErrorKind> {
    if text.is_empty() {
        return Err(AddressErrorKind::Empty);
    }
    match text.chars().find(|character| !character.is_ascii_graphic()) {
        Some(character) => Err(AddressErrorKind::Character(character)),
        None => Ok(text.into()),
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.channel.prefix())?;
        match &self.identity {
            Identity::Phone(number) => number.fmt(f),
            Identity::ShortCode(code) => code.fmt(f),
            Identity::Alphanumeric(name) => name.fmt(f),
            Identity::Name(name) => f.write_str(name),
        }
    }
}
