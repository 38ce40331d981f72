//! Messaging providers.

use crate::named::named;

/// A messaging provider. It determines the keywords that have an effect and the senders that are accepted.
///
/// ```
/// use septet::catalogue::{Keywords, Provider};
///
/// // AWS looks at the beginning of a message, others at the whole.
/// assert!(Keywords::new(Provider::Aws).recognize("stop by later").is_some());
/// assert!(Keywords::new(Provider::Telnyx).recognize("stop by later").is_none());
/// assert!(Provider::ALL.iter().any(|provider| provider.name() == "aws"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl Provider {
    /// Every provider.
    pub const ALL: [Provider; 5] = [
        Provider::Twilio,
        Provider::Telnyx,
        Provider::Aws,
        Provider::Bird,
        Provider::Other,
    ];

    /// The name in options, such as `twilio`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Provider::Twilio => "twilio",
            Provider::Telnyx => "telnyx",
            Provider::Aws => "aws",
            Provider::Bird => "bird",
            Provider::Other => "other",
        }
    }
}

named! { Provider name "a provider" [Twilio, Telnyx, Aws, Bird, Other] }
