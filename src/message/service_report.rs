//! The report on the configuration of a messaging service.

use alloc::string::String;
use alloc::vec::Vec;

use super::rule::Rule;
use super::severity::Severity;
use super::violation::Violation;

/// The request that a configuration is for.
///
/// ```
/// use septet::message::{Rule, ServiceConfig, ServiceRequest};
///
/// let report = ServiceConfig::default().validate(ServiceRequest::Create);
/// assert_eq!(report.violations()[0].rule(), Rule::ServiceNameMissing);
/// // An update may leave everything as it is.
/// assert!(ServiceConfig::default().validate(ServiceRequest::Update).is_acceptable());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ServiceRequest {
    /// `POST /v1/Services`.
    Create,
    /// `POST /v1/Services/MG…`.
    Update,
    /// `POST /v1/Services/MG…/PhoneNumbers` or `…/ShortCodes`.
    AddSender,
}

/// Everything that is wrong with a configuration.
///
/// ```
/// use septet::message::{ServiceConfig, ServiceRequest};
///
/// let config = ServiceConfig::new("a".repeat(65)).with_inbound_url("ftp://example.com").with_usecase("spam");
/// let report = config.validate(ServiceRequest::Create);
/// assert_eq!((report.violations().len(), report.is_acceptable()), (3, false));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
pub struct ServiceReport {
    pub(super) violations: Vec<Violation>,
}

impl ServiceReport {
    /// Everything that is wrong, parameter by parameter; warnings too.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// Says that nothing is an error; warnings are not errors.
    #[must_use]
    pub fn is_acceptable(&self) -> bool {
        let is_error = |violation: &Violation| violation.severity() == Severity::Error;
        !self.violations.iter().any(is_error)
    }

    pub(super) fn add(&mut self, rule: Rule, sentence: impl Into<String>, fix: impl Into<String>) {
        self.violations.push(Violation::new(rule, sentence, fix));
    }
}
