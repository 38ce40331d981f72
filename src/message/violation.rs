//! One thing that is wrong with a message: where, by which rule, and what to do.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use super::rule::Rule;
use super::severity::Severity;

/// One thing that is wrong with a message. Its `Display` is the sentence, then the fix.
///
/// ```
/// use septet::message::{OutboundMessage, Rule, Severity};
///
/// let message = OutboundMessage::new("+14155552671").with_from("+14155550199").with_media("cat.jpg");
/// let report = message.validate(1_800_000_000);
/// let violation = &report.violations()[0];
/// assert_eq!((violation.rule(), violation.severity()), (Rule::MediaUrlInvalid, Severity::Error));
/// assert_eq!((violation.field(), violation.index()), ("MediaUrl", Some(0)));
/// assert_eq!(violation.error_code(), Some(21620));
/// assert_eq!(violation.sentence(), "the URL does not start with http:// or https://");
/// assert_eq!(violation.fix(), "write the whole URL, such as https://example.com/path");
/// assert_eq!(violation.source(), Rule::MediaUrlInvalid.source());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
pub struct Violation {
    pub(super) rule: Rule,
    pub(super) field: Cow<'static, str>,
    pub(super) index: Option<usize>,
    pub(super) severity: Severity,
    pub(super) code: Option<u32>,
    #[cfg_attr(feature = "serde", serde(rename = "message"))]
    pub(super) sentence: String,
    pub(super) fix: String,
}

impl Violation {
    /// Creates a violation of a rule. `sentence` says what is wrong, `fix` what is expected.
    pub(super) fn new(rule: Rule, sentence: impl Into<String>, fix: impl Into<String>) -> Self {
        Violation {
            rule,
            field: Cow::Borrowed(rule.field()),
            index: None,
            severity: rule.severity(),
            code: rule.error_code(),
            sentence: sentence.into(),
            fix: fix.into(),
        }
    }

    /// Sets the index of the value, for parameters with several values.
    pub(super) const fn at(mut self, index: usize) -> Self {
        self.index = Some(index);
        self
    }

    /// Sets a parameter other than the rule's own.
    pub(super) fn of(mut self, field: impl Into<Cow<'static, str>>) -> Self {
        self.field = field.into();
        self
    }

    /// Sets an error code other than the rule's own.
    pub(super) const fn with_code(mut self, code: Option<u32>) -> Self {
        self.code = code;
        self
    }

    /// Sets a severity other than the rule's own.
    pub(super) const fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The rule.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// The parameter of the request, such as `MediaUrl`; the key of a [`MessageInput`](super::MessageInput) that is none.
    #[must_use]
    pub fn field(&self) -> &str {
        &self.field
    }

    /// The place in a parameter that stands several times, from 0.
    #[must_use]
    pub const fn index(&self) -> Option<usize> {
        self.index
    }

    /// Its severity.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// The error code the provider answers or calls back with, where it has one.
    #[must_use]
    pub const fn error_code(&self) -> Option<u32> {
        self.code
    }

    /// The fault, as a sentence without a full stop.
    #[must_use]
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// The action to take, as a sentence without a full stop.
    ///
    /// ```
    /// use septet::message::OutboundMessage;
    ///
    /// let report = OutboundMessage::new("+14155552671").with_body("Hi").validate(0);
    /// let violation = &report.violations()[0];
    /// assert_eq!((violation.field(), violation.error_code()), ("From", Some(21603)));
    /// assert_eq!(violation.sentence(), "there is neither a sender nor a messaging service");
    /// assert_eq!(violation.fix(), "set From or MessagingServiceSid");
    /// ```
    #[must_use]
    pub fn fix(&self) -> &str {
        &self.fix
    }

    /// URL of the published rule.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.rule.source()
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.field, self.sentence, self.fix)
    }
}
