//! The provider's identifiers: two letters that name the kind, then 32 hexadecimal digits.

use core::fmt;
use core::str::FromStr;

/// An identifier of the provider: two capital letters and 32 hexadecimal digits, 34 characters.
///
/// ```
/// use septet::message::{Sid, SidKind};
///
/// let sid: Sid = "MG0123456789abcdef0123456789abcdef".parse()?;
/// assert_eq!(sid.kind(), SidKind::MessagingService);
/// assert_eq!(sid.as_str().len(), 34);
/// assert!("MG0123".parse::<Sid>().is_err());
/// # Ok::<(), septet::message::SidError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sid([u8; 34]);

/// The object that an identifier names, by its first two letters.
///
/// ```
/// use septet::message::{Sid, SidKind};
///
/// let sid: Sid = "SM0123456789abcdef0123456789abcdef".parse()?;
/// assert_eq!((sid.kind(), sid.kind().to_string().as_str()), (SidKind::Message, "a message"));
/// assert_eq!(sid.kind().name(), "message");
/// # Ok::<(), septet::message::SidError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SidKind {
    /// `SM`: a message of text.
    Message,
    /// `MM`: a message with media.
    MediaMessage,
    /// `ME`: one piece of media.
    Media,
    /// `AC`: an account.
    Account,
    /// `PN`: a phone number of the account.
    PhoneNumber,
    /// `MG`: a messaging service.
    MessagingService,
    /// `HX`: a content template.
    Content,
    /// `AP`: an application.
    Application,
    /// `AI`: an alphanumeric sender of a messaging service.
    AlphaSender,
    /// `DN`: a domain for shortened links.
    Domain,
    /// Other letters.
    Unknown([u8; 2]),
}

impl SidKind {
    /// The name in results: `message`, `media-message`, `media`, `account`, `phone-number`, `messaging-service`,
    /// `content`, `application`, `alpha-sender`, `domain` or `unknown`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            SidKind::Message => "message",
            SidKind::MediaMessage => "media-message",
            SidKind::Media => "media",
            SidKind::Account => "account",
            SidKind::PhoneNumber => "phone-number",
            SidKind::MessagingService => "messaging-service",
            SidKind::Content => "content",
            SidKind::Application => "application",
            SidKind::AlphaSender => "alpha-sender",
            SidKind::Domain => "domain",
            SidKind::Unknown(_) => "unknown",
        }
    }

    const fn of(letters: [u8; 2]) -> Self {
        match &letters {
            b"SM" => SidKind::Message,
            b"MM" => SidKind::MediaMessage,
            b"ME" => SidKind::Media,
            b"AC" => SidKind::Account,
            b"PN" => SidKind::PhoneNumber,
            b"MG" => SidKind::MessagingService,
            b"HX" => SidKind::Content,
            b"AP" => SidKind::Application,
            b"AI" => SidKind::AlphaSender,
            b"DN" => SidKind::Domain,
            _ => SidKind::Unknown(letters),
        }
    }
}

impl fmt::Display for SidKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SidKind::Message => "a message",
            SidKind::MediaMessage => "a message with media",
            SidKind::Media => "a piece of media",
            SidKind::Account => "an account",
            SidKind::PhoneNumber => "a phone number",
            SidKind::MessagingService => "a messaging service",
            SidKind::Content => "a content template",
            SidKind::Application => "an application",
            SidKind::AlphaSender => "an alphanumeric sender",
            SidKind::Domain => "a domain",
            SidKind::Unknown(_) => "a resource of another kind",
        })
    }
}

impl Sid {
    /// Stands for a missing identifier in a message that is not handed out, since something is wrong with it.
    pub(crate) const NONE: Sid = Sid([0; 34]);

    /// The object that it names.
    #[must_use]
    pub const fn kind(&self) -> SidKind {
        let [first, second, ..] = self.0;
        SidKind::of([first, second])
    }

    /// The 34 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Sid {
    type Err = SidError;

    fn from_str(text: &str) -> Result<Self, SidError> {
        let bytes: [u8; 34] = text.as_bytes().try_into().map_err(|_| SidError(()))?;
        let [first, second, hex @ ..] = &bytes;
        let letters = first.is_ascii_uppercase() && second.is_ascii_uppercase();
        if letters && hex.iter().all(u8::is_ascii_hexdigit) {
            Ok(Sid(bytes))
        } else {
            Err(SidError(()))
        }
    }
}

impl fmt::Display for Sid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that is not an identifier.
///
/// ```
/// use septet::message::Sid;
///
/// assert_eq!("SM123".parse::<Sid>().unwrap_err().to_string(), "an identifier is two capital letters and 32 hexadecimal digits");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SidError(());

impl fmt::Display for SidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an identifier is two capital letters and 32 hexadecimal digits")
    }
}

impl core::error::Error for SidError {}

#[cfg(feature = "serde")]
impl serde::Serialize for Sid {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Sid {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::named::parsed(deserializer)
    }
}
