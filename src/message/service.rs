//! Facts about a messaging service.

use alloc::string::String;
use alloc::vec::Vec;

use super::fact::Fact;
use crate::address::Address;

/// The settings of a messaging service, as far as they are known.
///
/// ```
/// use septet::message::{MessageValidator, OutboundMessage, Rule, Service};
///
/// let service = Service::new()
///     .with_senders(["+14155550199".parse()?])
///     .with_link_domain("septet.example");
/// let message = OutboundMessage::new("+14155552671")
///     .with_messaging_service("MG0123456789abcdef0123456789abcdef")
///     .with_from("+14155550198")
///     .with_body("Your order: https://shop.example/orders/2026/05/15/0123456789")
///     .shortening_urls();
/// let report = MessageValidator::at(1_800_000_000).with_service(service).validate(&message);
/// assert_eq!(report.violations()[0].rule(), Rule::FromNotInService);
/// assert_eq!(report.text(), Some("Your order: https://septet.example/xxxxxxxxxx"));
/// # Ok::<(), septet::message::AddressError>(())
/// ```
///
/// # Example: what a service does not have, and what it does
///
/// ```
/// use septet::message::{MessageValidator, OutboundMessage, Rule, Service};
///
/// let service = Service::new().without_link_domain().with_smart_encoding();
/// let message = OutboundMessage::new("+4915112345678")
///     .with_messaging_service("MG0123456789abcdef0123456789abcdef")
///     .with_body("“Hi”, see https://shop.example")
///     .shortening_urls();
/// let report = MessageValidator::at(1_800_000_000).with_service(service).validate(&message);
/// assert_eq!(report.violations()[0].rule(), Rule::ShortenWithoutDomain);
/// assert_eq!(report.text(), Some("\"Hi\", see https://shop.example"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(default, deny_unknown_fields, rename_all = "camelCase")
)]
pub struct Service {
    #[cfg_attr(
        feature = "serde",
        serde(deserialize_with = "crate::json::parsed_list")
    )]
    pub(super) senders: Option<Vec<Address>>,
    pub(super) link_domain: Fact<String>,
    pub(super) smart_encoding: bool,
}

impl Service {
    /// A service of which nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Service {
            senders: None,
            link_domain: Fact::Unknown,
            smart_encoding: false,
        }
    }

    /// All senders of its pool.
    #[must_use]
    pub fn with_senders(mut self, senders: impl IntoIterator<Item = Address>) -> Self {
        self.senders = Some(senders.into_iter().collect());
        self
    }

    /// The domain of its shortened links, without `https://`.
    #[must_use]
    pub fn with_link_domain(mut self, domain: impl Into<String>) -> Self {
        self.link_domain = Fact::Known(domain.into());
        self
    }

    /// Says that it has no domain for shortened links.
    #[must_use]
    pub fn without_link_domain(mut self) -> Self {
        self.link_domain = Fact::Absent;
        self
    }

    /// Says that it replaces characters that force UCS-2, unless a message says otherwise.
    #[must_use]
    pub const fn with_smart_encoding(mut self) -> Self {
        self.smart_encoding = true;
        self
    }
}
