//! The channels of addresses, known by a prefix.

use super::error_kind::AddressErrorKind;
use crate::named::named;

/// The channel an address belongs to, shown by its prefix.
///
/// ```
/// use septet::message::{Address, Channel};
///
/// assert_eq!("rcs:agent".parse::<Address>()?.channel(), Channel::Rcs);
/// assert_eq!((Channel::WhatsApp.prefix(), Channel::WhatsApp.name()), ("whatsapp:", "WhatsApp"));
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Channel {
    /// SMS and MMS: no prefix.
    #[default]
    Sms,
    /// `whatsapp:` and an E.164 number, or a business-scoped user ID such as `US.13491208655302741918` (a recipient).
    WhatsApp,
    /// `messenger:` and the identifier of a page or user.
    Messenger,
    /// `rcs:` and an E.164 number (a recipient) or the name of an agent (a sender).
    Rcs,
}

impl Channel {
    /// The prefix with its colon; empty for SMS and MMS.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Channel::Sms => "",
            Channel::WhatsApp => "whatsapp:",
            Channel::Messenger => "messenger:",
            Channel::Rcs => "rcs:",
        }
    }

    /// The name shown to people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Channel::Sms => "SMS",
            Channel::WhatsApp => "WhatsApp",
            Channel::Messenger => "Messenger",
            Channel::Rcs => "RCS",
        }
    }

    /// The name in options and results, such as `whatsapp`.
    ///
    /// ```
    /// use septet::message::Channel;
    ///
    /// assert_eq!(Channel::WhatsApp.key(), "whatsapp");
    /// assert_eq!("sms".parse(), Ok(Channel::Sms));
    /// ```
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Channel::Sms => "sms",
            Channel::WhatsApp => "whatsapp",
            Channel::Messenger => "messenger",
            Channel::Rcs => "rcs",
        }
    }

    /// The channel that an address names by its prefix, and what follows the prefix.
    pub(super) fn of(text: &str) -> Result<(Self, &str), AddressErrorKind> {
        for channel in [Channel::WhatsApp, Channel::Messenger, Channel::Rcs] {
            if let Some(rest) = text.strip_prefix(channel.prefix()) {
                return Ok((channel, rest));
            }
        }
        match text.find(':') {
            Some(_) => Err(AddressErrorKind::UnknownChannel),
            None => Ok((Channel::Sms, text)),
        }
    }
}

named! { Channel key "a channel" [Sms, WhatsApp, Messenger, Rcs] }
