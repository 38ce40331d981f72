//! The reasons against a sender.

use crate::catalogue::ErrorCode;

/// The reason why a sender will not do.
///
/// ```
/// use septet::catalogue::{Need, Pick, PoolSender, Refusal};
///
/// let pool = [PoolSender::new("whatsapp:+14155550199".parse()?)];
/// let pick = Pick::from_pool(&pool, &"+14155552671".parse()?, &Need::new());
/// assert_eq!(pick.refused(), [(0, Refusal::OtherChannel)]);
/// assert_eq!(Refusal::OtherChannel.name(), "other-channel");
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Refusal {
    /// It is of another channel than the recipient (error 21910).
    OtherChannel,
    /// It is the recipient (error 21266).
    SameAddress,
    /// It cannot send media (error 21621), or the country takes none.
    NoMedia,
    /// The recipient could not answer it.
    NoReply,
    /// The country does not take senders of its kind (error 21612).
    NotAccepted,
    /// The country takes it once it is registered.
    NotRegistered {
        /// The error it would lead to, where it is known.
        #[cfg_attr(feature = "serde", serde(rename = "code"))]
        blocked_with: Option<ErrorCode>,
    },
    /// It is a short code of another country (error 21659).
    OtherCountry,
}

impl Refusal {
    /// The name in results: `other-channel`, `same-address`, `no-media`, `no-reply`, `not-accepted`, `not-registered` or
    /// `other-country`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Refusal::OtherChannel => "other-channel",
            Refusal::SameAddress => "same-address",
            Refusal::NoMedia => "no-media",
            Refusal::NoReply => "no-reply",
            Refusal::NotAccepted => "not-accepted",
            Refusal::NotRegistered { .. } => "not-registered",
            Refusal::OtherCountry => "other-country",
        }
    }

    /// The error that the sender would lead to, where it is known.
    ///
    /// ```
    /// use septet::catalogue::{ErrorCode, Refusal};
    ///
    /// assert_eq!(Refusal::OtherCountry.error_code(), Some(ErrorCode::new(21659)));
    /// assert_eq!(Refusal::NoReply.error_code(), None);
    /// ```
    #[must_use]
    pub const fn error_code(self) -> Option<ErrorCode> {
        let code = match self {
            Refusal::OtherChannel => 21910,
            Refusal::SameAddress => 21266,
            Refusal::NoMedia => 21621,
            Refusal::NoReply => return None,
            Refusal::NotAccepted => 21612,
            Refusal::NotRegistered { blocked_with } => return blocked_with,
            Refusal::OtherCountry => 21659,
        };
        Some(ErrorCode::new(code))
    }
}
