//! The severity of a violation.

use crate::named::named;

/// The severity of a violation.
///
/// ```
/// use septet::message::{OutboundMessage, Severity};
///
/// let long = OutboundMessage::new("+14155552671").with_from("+14155550199").with_body("a".repeat(1_600));
/// let report = long.validate(1_800_000_000);
/// assert_eq!(report.violations()[0].severity(), Severity::Warning); // more than 10 segments
/// assert_eq!((Severity::Warning.name(), report.is_acceptable()), ("warning", true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The message is accepted and does something else than it seems to ask for.
    Warning,
    /// The provider refuses the request, or the message is not delivered.
    Error,
}

impl Severity {
    /// `warning` or `error`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

named! { Severity name "a severity" [Warning, Error] }
