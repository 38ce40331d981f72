//! Who carries messages.

/// Who carries the messages: decides which keywords have an effect and which senders are accepted.
///
/// ```
/// use septet::catalogue::{Keywords, Provider};
///
/// // AWS looks at the beginning of a message, others at the whole.
/// assert!(Keywords::new(Provider::Aws).recognize("stop by later").is_some());
/// assert!(Keywords::new(Provider::Telnyx).recognize("stop by later").is_none());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Provider {
    /// Twilio.
    #[default]
    Twilio,
    /// Telnyx.
    Telnyx,
    /// AWS End User Messaging.
    Aws,
    /// Bird.
    Bird,
    /// Somebody else.
    Other,
}
