//! The kinds of senders.

use crate::named::named;

/// The kind of a sender, which decides limits, throughput and registration.
///
/// ```
/// use septet::message::{Address, SenderKind};
///
/// let kind = "+18885550123".parse::<Address>()?.sender_kind();
/// assert_eq!(kind, Some(SenderKind::TollFree));
/// assert_eq!(SenderKind::TollFree.name(), "toll-free");
/// assert!(SenderKind::ALL.contains(&SenderKind::ShortCode));
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SenderKind {
    /// An ordinary phone number.
    LongCode,
    /// A North American number that is free to call: area code 800, 833, 844, 855, 866, 877 or 888.
    TollFree,
    /// Five or six digits, leased for one country.
    ShortCode,
    /// A name instead of a number; nobody can answer it.
    Alphanumeric,
}

impl SenderKind {
    /// Every kind.
    pub const ALL: [SenderKind; 4] = [
        SenderKind::LongCode,
        SenderKind::TollFree,
        SenderKind::ShortCode,
        SenderKind::Alphanumeric,
    ];

    /// `long-code`, `toll-free`, `short-code` or `alphanumeric`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            SenderKind::LongCode => "long-code",
            SenderKind::TollFree => "toll-free",
            SenderKind::ShortCode => "short-code",
            SenderKind::Alphanumeric => "alphanumeric",
        }
    }
}

named! { SenderKind name "a kind of sender" [LongCode, TollFree, ShortCode, Alphanumeric] }
