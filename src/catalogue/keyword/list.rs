//! The lists that keywords are on (`keywords.tsv`).

/// Identifies a list. Its words are relevant to some senders only (`Keywords::is_relevant`), and the provider acts on some lists
/// only (`Keywords::provider_acts`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::catalogue) enum List {
    Twilio,
    TwilioProxy,
    TollFreeNetwork,
    Telnyx,
    Aws,
    AwsTollFree,
    Ctia,
    Fcc,
    GoogleRcs,
}

/// A list of keywords: whose it is, and where it is written.
///
/// ```
/// use septet::catalogue::{Keywords, Provider};
///
/// let stop = Keywords::new(Provider::Telnyx).recognize("stop").unwrap();
/// let list = stop.lists().iter().find(|list| list.provider() == "Telnyx").unwrap();
/// assert_eq!((list.scope(), list.note()), ("default profile", ""));
/// assert!(list.source().starts_with("https://"));
/// assert!(!list.date().is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct KeywordList {
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(in crate::catalogue) list: List,
    pub(in crate::catalogue) provider: &'static str,
    pub(in crate::catalogue) scope: &'static str,
    pub(in crate::catalogue) note: &'static str,
    pub(in crate::catalogue) source: &'static str,
    pub(in crate::catalogue) date: &'static str,
}

impl KeywordList {
    /// Whose list it is.
    #[must_use]
    pub const fn provider(&self) -> &'static str {
        self.provider
    }

    /// The senders or countries to which it applies.
    #[must_use]
    pub const fn scope(&self) -> &'static str {
        self.scope
    }

    /// Remarks of the source; empty if there are none.
    #[must_use]
    pub const fn note(&self) -> &'static str {
        self.note
    }

    /// URL of the source.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// The date of its source, or `read 2026-11-23`: the day on which it was read.
    #[must_use]
    pub const fn date(&self) -> &'static str {
        self.date
    }
}
