//! Checking a whole message: what is known besides it, and every rule in turn.

use alloc::string::String;

use super::fact::Fact;
use super::service::Service;
use super::time;
use crate::conflict::ConflictPolicy;

/// Checks messages, given the time and the facts that the caller knows about sender, service and recipient.
///
/// ```
/// use septet::message::{MessageValidator, OutboundMessage, Rule};
///
/// let now = 1_800_000_000; // seconds since 1970-01-01 00:00 UTC
/// let message = OutboundMessage::new("whatsapp:+14155552671")
///     .with_from("whatsapp:+14155550199")
///     .with_body("Shall we call you?");
///
/// let in_time = MessageValidator::at(now).with_last_inbound(now - 3_600);
/// assert!(in_time.validate(&message).is_acceptable());
///
/// let too_late = MessageValidator::at(now).with_last_inbound(now - 86_400);
/// let report = too_late.validate(&message);
/// assert_eq!(report.violations()[0].rule(), Rule::WindowClosed);
/// assert_eq!(report.violations()[0].error_code(), Some(63016));
/// ```
///
/// # Example: what else may be known
///
/// ```
/// use septet::message::{MessageValidator, OutboundMessage, ConflictPolicy, Rule, Service};
///
/// let rules = |check: MessageValidator, message: OutboundMessage| {
///     check.validate(&message).violations().iter().map(|violation| violation.rule()).collect::<Vec<_>>()
/// };
/// let check = MessageValidator::at(1_800_000_000);
/// assert_eq!(check.now(), 1_800_000_000);
///
/// let name = OutboundMessage::new("+4915112345678").with_from("Septet").with_body("Hi");
/// assert_eq!(rules(check.clone().on_trial(), name), [Rule::FromAlphanumericOnTrial]);
///
/// let service = OutboundMessage::new("+4915112345678")
///     .with_messaging_service("MG0123456789abcdef0123456789abcdef")
///     .with_body("Hi");
/// let empty = Service::new().with_senders([]);
/// assert_eq!(rules(check.clone().with_service(empty), service.clone()), [Rule::ServiceEmpty]);
///
/// let disputed = OutboundMessage::new("+4915112345678").with_from("A&B").with_body("Hi");
/// assert_eq!(rules(check.clone(), disputed.clone()), [Rule::FromDisputed]);
/// assert!(!check.validate(&disputed).is_acceptable());
/// assert!(check.clone().with_conflict_policy(ConflictPolicy::Lenient).validate(&disputed).is_acceptable());
///
/// let whatsapp = OutboundMessage::new("whatsapp:+14155552671").with_from("whatsapp:+14155550199");
/// assert_eq!(rules(check.clone().with_no_inbound(), whatsapp.clone().with_body("Hi")), [Rule::WindowClosed]);
/// let content = whatsapp.with_template("HX0123456789abcdef0123456789abcdef");
/// assert_eq!(rules(check.with_template("Your code is {{1}}."), content), [Rule::VariableMissing]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(deny_unknown_fields, rename_all = "camelCase")
)]
#[doc(alias = "check")]
#[doc(alias = "CheckOptions")]
pub struct MessageValidator {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "time::deserialize"))]
    pub(super) now: u64,
    #[cfg_attr(feature = "serde", serde(default, rename = "reading"))]
    pub(super) policy: ConflictPolicy,
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "time::deserialize_known")
    )]
    pub(super) last_inbound: Fact<u64>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) service: Option<Service>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) template: Option<String>,
    #[cfg_attr(feature = "serde", serde(default, rename = "trial"))]
    pub(super) is_trial: bool,
    #[cfg(feature = "phone-numbers")]
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(super) by_numbering_plan: bool,
}

impl MessageValidator {
    /// At a time, in seconds since 1970-01-01 00:00 UTC; nothing else is known.
    ///
    /// ```
    /// use septet::message::{MessageValidator, OutboundMessage};
    ///
    /// let message = OutboundMessage::new("+14155552671").with_from("+14155550199").with_body("Hi");
    /// assert!(MessageValidator::at(1_800_000_000).validate(&message).is_acceptable());
    /// ```
    #[must_use]
    pub const fn at(now: u64) -> Self {
        MessageValidator {
            now,
            policy: ConflictPolicy::Strict,
            last_inbound: Fact::Unknown,
            service: None,
            template: None,
            is_trial: false,
            #[cfg(feature = "phone-numbers")]
            by_numbering_plan: false,
        }
    }

    /// Creates a validator for a time in ISO 8601, such as `2026-05-15T14:30:00Z`; `None` if the text is not a time with `Z` or
    /// an offset.
    ///
    /// ```
    /// use septet::message::MessageValidator;
    ///
    /// assert_eq!(MessageValidator::at_text("1970-01-02T00:00:00+01:00"), Some(MessageValidator::at(82_800)));
    /// assert_eq!(MessageValidator::at_text("tomorrow"), None);
    /// ```
    #[must_use]
    pub fn at_text(now: &str) -> Option<Self> {
        time::parse(now).map(MessageValidator::at)
    }

    /// The time, in seconds since 1970-01-01 00:00 UTC.
    #[must_use]
    pub const fn now(&self) -> u64 {
        self.now
    }

    /// Sets the rule to apply if sources disagree; [`ConflictPolicy::Strict`] by default.
    #[must_use]
    pub const fn with_conflict_policy(mut self, policy: ConflictPolicy) -> Self {
        self.policy = policy;
        self
    }

    /// Sets the time of the recipient's last message on WhatsApp, in seconds since 1970-01-01 00:00 UTC. If it is not set, the
    /// 24-hour window is not checked.
    ///
    /// ```
    /// use septet::message::{MessageValidator, OutboundMessage, Rule};
    ///
    /// let now = 1_800_000_000;
    /// let message = OutboundMessage::new("whatsapp:+14155552671").with_from("whatsapp:+14155550199").with_body("Hi");
    /// let validator = MessageValidator::at(now);
    /// assert!(validator.clone().with_last_inbound(now - 3_600).validate(&message).is_acceptable());
    /// let late = validator.with_last_inbound(now - 90_000).validate(&message); // 25 hours
    /// assert_eq!(late.violations()[0].rule(), Rule::WindowClosed);
    /// ```
    #[must_use]
    pub const fn with_last_inbound(mut self, seconds: u64) -> Self {
        self.last_inbound = Fact::Known(seconds);
        self
    }

    /// Says that the recipient has never written: the 24-hour window of WhatsApp is closed.
    #[must_use]
    pub const fn with_no_inbound(mut self) -> Self {
        self.last_inbound = Fact::Absent;
        self
    }

    /// The settings of the messaging service the message names.
    #[must_use]
    pub fn with_service(mut self, service: Service) -> Self {
        self.service = Some(service);
        self
    }

    /// The text of the content template the message names, with its `{{variables}}`.
    ///
    /// ```
    /// use septet::message::{MessageValidator, OutboundMessage, Rule};
    ///
    /// let message = OutboundMessage::new("whatsapp:+14155552671")
    ///     .with_from("whatsapp:+14155550199")
    ///     .with_template("HX0123456789abcdef0123456789abcdef");
    /// let report = MessageValidator::at(0).with_template("Your code is {{1}}.").validate(&message);
    /// assert_eq!(report.violations()[0].rule(), Rule::VariableMissing);
    /// ```
    #[must_use]
    pub fn with_template(mut self, text: impl Into<String>) -> Self {
        self.template = Some(text.into());
        self
    }

    /// Says that the account is on trial.
    #[must_use]
    pub const fn on_trial(mut self) -> Self {
        self.is_trial = true;
        self
    }

    /// Checks the recipient against the numbering plan of its country too: numbers that the plan
    /// does not have, and landlines.
    ///
    /// ```
    /// use septet::message::{MessageValidator, OutboundMessage, Rule};
    ///
    /// let check = MessageValidator::at(1_800_000_000).with_numbering_plans();
    /// let landline = OutboundMessage::new("+4930901820").with_from("+4915112345678").with_body("Hi");
    /// assert_eq!(check.validate(&landline).violations()[0].rule(), Rule::ToLandline);
    /// ```
    #[cfg(feature = "phone-numbers")]
    #[must_use]
    pub const fn with_numbering_plans(mut self) -> Self {
        self.by_numbering_plan = true;
        self
    }
}
