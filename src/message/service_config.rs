//! The configuration of a messaging service: creating one, updating it, adding a number to its pool
//! (the provider's published description of `/v1/Services`, as its Node library 6.3.1 has it, read 2026-11-30).

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::form::{Pairs, encode};
use super::parameter::Source;
use super::parties::is_sid;
use super::rule::Rule;
use super::service_report::{ServiceReport, ServiceRequest};
use super::url;
use super::violation::Violation;
use crate::address::SidKind;
use crate::text::utf16_len;

/// The maximum length of a name, in characters.
const MOST_NAME_CHARACTERS: usize = 64;

/// Seconds that messages of the service may wait in the queue.
const VALIDITY: core::ops::RangeInclusive<i64> = 1..=36_000;

/// The use cases of a service.
const USECASES: [&str; 6] = [
    "notifications",
    "marketing",
    "verification",
    "discussion",
    "poll",
    "undeclared",
];

/// The parameters of a request that creates or updates a messaging service, or adds a sender to its pool; none of
/// them checked yet.
///
/// ```
/// use septet::message::{ServiceConfig, ServiceRequest};
///
/// let config = ServiceConfig::new("Appointments")
///     .with_inbound_url("https://example.com/sms")
///     .with_sticky_sender(true)
///     .with_validity_period(14_400);
/// assert!(config.validate(ServiceRequest::Create).is_acceptable());
/// assert_eq!(
///     config.to_form(),
///     "FriendlyName=Appointments&InboundRequestUrl=https%3A%2F%2Fexample.com%2Fsms&StickySender=true&ValidityPeriod=14400"
/// );
///
/// let alerts = ServiceConfig::new("Alerts")
///     .with_fallback_url("https://example.com/later")
///     .with_status_callback("https://example.com/status")
///     .with_usecase("notifications")
///     .with_smart_encoding(true)
///     .with_webhook_on_number(true);
/// assert!(alerts.validate(ServiceRequest::Create).is_acceptable());
///
/// let number = ServiceConfig::of_number("PN0123456789abcdef0123456789abcdef");
/// assert!(number.validate(ServiceRequest::AddSender).is_acceptable());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(default, deny_unknown_fields, rename_all = "camelCase")
)]
#[doc(alias = "checkService")]
pub struct ServiceConfig {
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) friendly_name: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) inbound_request_url: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) inbound_method: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) fallback_url: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) fallback_method: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) status_callback: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) sticky_sender: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) mms_converter: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) smart_encoding: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) scan_message_content: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) fallback_to_long_code: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) area_code_geomatch: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) validity_period: Option<i64>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) synchronous_validation: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) usecase: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) use_inbound_webhook_on_number: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) phone_number_sid: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) short_code_sid: Option<String>,
}

impl ServiceConfig {
    /// A service with a name of 1 to 64 characters.
    #[must_use]
    pub fn new(friendly_name: impl Into<String>) -> Self {
        ServiceConfig {
            friendly_name: Some(friendly_name.into()),
            ..ServiceConfig::default()
        }
    }

    /// A number to add to the pool of a service: `PN` and 32 hexadecimal digits.
    #[must_use]
    pub fn of_number(sid: impl Into<String>) -> Self {
        ServiceConfig {
            phone_number_sid: Some(sid.into()),
            ..ServiceConfig::default()
        }
    }

    /// The URL that is called when a message arrives for a number of the pool.
    #[must_use]
    pub fn with_inbound_url(mut self, url: impl Into<String>) -> Self {
        self.inbound_request_url = Some(url.into());
        self
    }

    /// The URL that is called when the inbound URL fails.
    #[must_use]
    pub fn with_fallback_url(mut self, url: impl Into<String>) -> Self {
        self.fallback_url = Some(url.into());
        self
    }

    /// The URL that status changes are reported to.
    #[must_use]
    pub fn with_status_callback(mut self, url: impl Into<String>) -> Self {
        self.status_callback = Some(url.into());
        self
    }

    /// The purpose: `notifications`, `marketing`, `verification`, `discussion`, `poll` or `undeclared`.
    #[must_use]
    pub fn with_usecase(mut self, usecase: impl Into<String>) -> Self {
        self.usecase = Some(usecase.into());
        self
    }

    /// Keeps the sender that a recipient knows.
    #[must_use]
    pub const fn with_sticky_sender(mut self, is_on: bool) -> Self {
        self.sticky_sender = Some(is_on);
        self
    }

    /// Replaces characters that force UCS-2.
    #[must_use]
    pub const fn with_smart_encoding(mut self, is_on: bool) -> Self {
        self.smart_encoding = Some(is_on);
        self
    }

    /// The seconds that messages may wait in the queue, 1 to 36,000.
    #[must_use]
    pub const fn with_validity_period(mut self, seconds: i64) -> Self {
        self.validity_period = Some(seconds);
        self
    }

    /// Uses the webhook of the number instead of the service's.
    #[must_use]
    pub const fn with_webhook_on_number(mut self, is_on: bool) -> Self {
        self.use_inbound_webhook_on_number = Some(is_on);
        self
    }

    /// The configuration that a source has the parameters of.
    pub(crate) fn read(source: &mut dyn Source) -> Self {
        ServiceConfig {
            friendly_name: source.text("friendlyName"),
            inbound_request_url: source.text("inboundRequestUrl"),
            inbound_method: source.text("inboundMethod"),
            fallback_url: source.text("fallbackUrl"),
            fallback_method: source.text("fallbackMethod"),
            status_callback: source.text("statusCallback"),
            sticky_sender: source.switch("stickySender"),
            mms_converter: source.switch("mmsConverter"),
            smart_encoding: source.switch("smartEncoding"),
            scan_message_content: source.text("scanMessageContent"),
            fallback_to_long_code: source.switch("fallbackToLongCode"),
            area_code_geomatch: source.switch("areaCodeGeomatch"),
            validity_period: source.number("validityPeriod"),
            synchronous_validation: source.switch("synchronousValidation"),
            usecase: source.text("usecase"),
            use_inbound_webhook_on_number: source.switch("useInboundWebhookOnNumber"),
            phone_number_sid: source.text("phoneNumberSid"),
            short_code_sid: source.text("shortCodeSid"),
        }
    }

    /// Says that it names a sender to add to a pool.
    ///
    /// ```
    /// use septet::message::ServiceConfig;
    ///
    /// assert!(ServiceConfig::of_number("PN0123456789abcdef0123456789abcdef").adds_sender());
    /// ```
    #[must_use]
    pub const fn adds_sender(&self) -> bool {
        self.phone_number_sid.is_some() || self.short_code_sid.is_some()
    }

    /// Everything that is wrong with it for a request.
    #[must_use]
    pub fn validate(&self, request: ServiceRequest) -> ServiceReport {
        let mut report = ServiceReport::default();
        if request == ServiceRequest::AddSender {
            self.check_sender(&mut report);
        } else {
            self.check_name(request, &mut report);
            self.check_urls(request, &mut report);
            self.check_values(&mut report);
        }
        let senders = self.adds_sender();
        if senders != (request == ServiceRequest::AddSender) || senders && self.has_settings() {
            let sentence = "a sender is added to the pool by a request of its own";
            let fix = "create or update the service first, then send PhoneNumberSid or ShortCodeSid alone";
            report.add(Rule::ServiceSenderAlone, sentence, fix);
        }
        report
    }

    fn has_settings(&self) -> bool {
        let parameters = self.parameters();
        let is_sender = |name: &str| name == "PhoneNumberSid" || name == "ShortCodeSid";
        parameters.iter().any(|(name, _)| !is_sender(name))
    }

    fn check_sender(&self, report: &mut ServiceReport) {
        let number = self.phone_number_sid.as_deref();
        if number.is_some_and(|sid| !is_sid(sid, SidKind::PhoneNumber)) {
            let fix = "write PN and 32 hexadecimal digits, not the number itself";
            report.add(
                Rule::ServiceNumberInvalid,
                "it is not the identifier of a number",
                fix,
            );
        }
        // `SC` is not among the kinds of identifiers that messages use.
        let is_short_code = |sid: &str| {
            let digits = sid.strip_prefix("SC").filter(|digits| digits.len() == 32);
            digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
        };
        if self
            .short_code_sid
            .as_deref()
            .is_some_and(|sid| !is_short_code(sid))
        {
            let sentence = "it is not the identifier of a short code";
            let fix = "write SC and 32 hexadecimal digits";
            let violation = Violation::new(Rule::ServiceNumberInvalid, sentence, fix);
            report.violations.push(violation.of("ShortCodeSid"));
        }
    }

    fn check_name(&self, request: ServiceRequest, report: &mut ServiceReport) {
        match self.friendly_name.as_deref() {
            None if request == ServiceRequest::Update => {}
            None | Some("") => {
                let fix = "name the service in 1 to 64 characters";
                report.add(Rule::ServiceNameMissing, "the service has no name", fix);
            }
            Some(name) if utf16_len(name) > MOST_NAME_CHARACTERS => {
                let characters = utf16_len(name);
                let sentence = format!(
                    "the name has {characters} characters, at most {MOST_NAME_CHARACTERS} are allowed"
                );
                report.add(Rule::ServiceNameTooLong, sentence, "shorten the name");
            }
            Some(_) => {}
        }
    }

    fn check_urls(&self, request: ServiceRequest, report: &mut ServiceReport) {
        for (value, rule) in [
            (&self.inbound_request_url, Rule::ServiceInboundUrl),
            (&self.fallback_url, Rule::ServiceFallbackUrl),
            (&self.status_callback, Rule::CallbackInvalid),
        ] {
            // An empty URL takes it away in an update.
            let value = value.as_deref().filter(|value| !value.is_empty());
            report
                .violations
                .extend(value.and_then(|value| url::violation(value, rule)));
        }
        for (value, rule) in [
            (&self.inbound_method, Rule::ServiceInboundMethod),
            (&self.fallback_method, Rule::ServiceFallbackMethod),
        ] {
            if let Some(method) = value
                .as_deref()
                .filter(|method| !["GET", "POST"].contains(method))
            {
                let sentence = format!("`{method}` is not a method that webhooks are called with");
                report.add(rule, sentence, "write GET or POST");
            }
        }
        let is_set = |url: &Option<String>| url.as_deref().is_some_and(|url| !url.is_empty());
        let on_number = self.use_inbound_webhook_on_number == Some(true);
        if on_number && (is_set(&self.inbound_request_url) || is_set(&self.fallback_url)) {
            let sentence = "the webhook of each number goes before the URLs of the service";
            let fix = "leave UseInboundWebhookOnNumber out, or the URLs";
            report.add(Rule::ServiceInboundIgnored, sentence, fix);
        }
        let creates = request == ServiceRequest::Create;
        if creates && !on_number && !is_set(&self.inbound_request_url) {
            let sentence = "messages to the numbers of the service are neither received nor logged";
            let fix = "set InboundRequestUrl, or UseInboundWebhookOnNumber";
            report.add(Rule::ServiceInboundMissing, sentence, fix);
        }
    }

    fn check_values(&self, report: &mut ServiceReport) {
        if let Some(seconds) = self
            .validity_period
            .filter(|seconds| !VALIDITY.contains(seconds))
        {
            let sentence = format!("{seconds} seconds are outside 1 to 36,000");
            let fix = "set 1 to 36000 seconds, or leave it out for 36000";
            report.add(Rule::ServiceValidityRange, sentence, fix);
        }
        for (value, words, rule) in [
            (&self.usecase, &USECASES[..], Rule::ServiceUsecase),
            (
                &self.scan_message_content,
                &["inherit", "enable", "disable"],
                Rule::ServiceScan,
            ),
        ] {
            if let Some(value) = value.as_deref().filter(|value| !words.contains(value)) {
                let sentence = format!("`{value}` is not among its values");
                report.add(rule, sentence, format!("write {}", words.join(", ")));
            }
        }
        if self.fallback_to_long_code.is_some() {
            let sentence = "it is obsolete and has no effect";
            report.add(Rule::ServiceLongCode, sentence, "leave it out");
        }
    }

    /// The parameters with their values, in the order of the API description.
    ///
    /// ```
    /// use septet::message::ServiceConfig;
    ///
    /// let config = ServiceConfig::new("Alerts").with_smart_encoding(true);
    /// let names: Vec<&str> = config.parameters().iter().map(|(name, _)| *name).collect();
    /// assert_eq!(names, ["FriendlyName", "SmartEncoding"]);
    /// ```
    #[must_use]
    pub fn parameters(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let mut pairs = Pairs::new();
        pairs.text("FriendlyName", &self.friendly_name);
        pairs.text("InboundRequestUrl", &self.inbound_request_url);
        pairs.text("InboundMethod", &self.inbound_method);
        pairs.text("FallbackUrl", &self.fallback_url);
        pairs.text("FallbackMethod", &self.fallback_method);
        pairs.text("StatusCallback", &self.status_callback);
        pairs.switch("StickySender", &self.sticky_sender);
        pairs.switch("MmsConverter", &self.mms_converter);
        pairs.switch("SmartEncoding", &self.smart_encoding);
        pairs.text("ScanMessageContent", &self.scan_message_content);
        pairs.switch("FallbackToLongCode", &self.fallback_to_long_code);
        pairs.switch("AreaCodeGeomatch", &self.area_code_geomatch);
        pairs.number("ValidityPeriod", &self.validity_period);
        pairs.switch("SynchronousValidation", &self.synchronous_validation);
        pairs.text("Usecase", &self.usecase);
        pairs.switch(
            "UseInboundWebhookOnNumber",
            &self.use_inbound_webhook_on_number,
        );
        pairs.text("PhoneNumberSid", &self.phone_number_sid);
        pairs.text("ShortCodeSid", &self.short_code_sid);
        pairs.into_pairs()
    }

    /// The body of the request, `application/x-www-form-urlencoded`. It is written whether the configuration is right
    /// or wrong: [`validate`](Self::validate) finds out.
    #[must_use]
    #[doc(alias = "serviceForm")]
    pub fn to_form(&self) -> String {
        encode(&self.parameters())
    }
}
