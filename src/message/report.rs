//! The result of checking a message.

use alloc::string::String;
use alloc::vec::Vec;

use super::severity::Severity;
use super::violation::Violation;
use crate::address::Channel;
use crate::count::Count;

/// The result of a check: the violations, the cost of the text, and the verdict on each piece of media.
///
/// ```
/// use septet::message::{Channel, OutboundMessage};
///
/// let message = OutboundMessage::new("+14155552671").with_from("+14155550199").with_body("“Hi”").smart_encoded();
/// let report = message.validate(1_800_000_000);
/// assert!(report.is_acceptable() && report.violations().is_empty());
/// assert_eq!((report.channel(), report.text()), (Channel::Sms, Some("\"Hi\"")));
/// assert_eq!(report.count().unwrap().encoding().name(), "GSM-7");
/// assert!(report.media().is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
pub struct MessageReport {
    pub(super) channel: Channel,
    pub(super) violations: Vec<Violation>,
    pub(super) text: Option<String>,
    pub(super) count: Option<Count>,
    pub(super) media: Option<crate::media::MediaReport>,
}

impl MessageReport {
    /// The channel, by the recipient's address.
    #[must_use]
    pub const fn channel(&self) -> Channel {
        self.channel
    }

    /// Everything that is wrong, parameter by parameter; warnings too.
    ///
    /// ```
    /// use septet::message::{OutboundMessage, Rule};
    ///
    /// let report = OutboundMessage::new("+14155552671").validate(0);
    /// let rules: Vec<Rule> = report.violations().iter().map(|violation| violation.rule()).collect();
    /// assert_eq!(rules, [Rule::SenderMissing, Rule::ContentMissing]);
    /// ```
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// True if no violation is an error; warnings are allowed.
    ///
    /// ```
    /// use septet::message::{OutboundMessage, Severity};
    ///
    /// let report = OutboundMessage::new("+14155552671").with_from("+14155550199").with_body("Hi").with_validity_period(4).validate(0);
    /// assert_eq!(report.violations()[0].severity(), Severity::Warning);
    /// assert!(report.is_acceptable());
    /// ```
    #[must_use]
    pub fn is_acceptable(&self) -> bool {
        let is_error = |violation: &Violation| violation.severity() == Severity::Error;
        !self.violations.iter().any(is_error)
    }

    /// The text as it travels: links shortened where the service's domain is known, characters
    /// replaced where smart encoding is asked for. `None` without a text.
    ///
    /// ```
    /// use septet::message::OutboundMessage;
    ///
    /// let message = OutboundMessage::new("+14155552671").with_from("+14155550199").with_body("“Hi”").smart_encoded();
    /// assert_eq!(message.validate(0).text(), Some("\"Hi\""));
    /// ```
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Encoding and segments of the text as it travels, for SMS alone. Toll-free senders are counted
    /// with [`Profile::TollFree`](crate::Profile::TollFree).
    ///
    /// ```
    /// use septet::message::OutboundMessage;
    ///
    /// let message = OutboundMessage::new("+14155552671").with_body("“Hello”");
    /// let count = |message: OutboundMessage| message.validate(0).count().unwrap();
    /// assert_eq!(count(message.clone()).encoding().name(), "UCS-2");
    /// assert_eq!(count(message.smart_encoded()).encoding().name(), "GSM-7");
    /// ```
    #[must_use]
    pub const fn count(&self) -> Option<Count> {
        self.count
    }

    /// The verdicts on the media; `None` without media and on channels with no published limits.
    #[must_use]
    pub const fn media(&self) -> Option<&crate::media::MediaReport> {
        self.media.as_ref()
    }
}
