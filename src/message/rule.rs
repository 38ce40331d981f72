//! The rules of an outbound message: one row each, with parameter, severity, error code and source.

use super::severity::Severity::{self, Error, Warning};
use crate::named::named;

/// `twilio-oai` is the provider's description of its API; `tests/data/rest-params.tsv` has its rows.
const API: &str = "twilio-oai spec/json/twilio_api_v2010.json (2026-04-14, commit d50069b)";
const SCHEDULE: &str = "https://www.twilio.com/docs/api/errors/35115 (2026-04-27)";
const LINKS: &str = "https://www.twilio.com/docs/messaging/features/link-shortening";
const VARIABLES: &str =
    "https://www.twilio.com/docs/content/using-variables-with-content-api (2026-07-31)";
const MEDIA: &str = "https://www.twilio.com/docs/messaging/guides/accepted-mime-types (2026-07-07)";
const SENDER_ID: &str = "https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id";
const WINDOW: &str = "https://www.twilio.com/docs/api/errors/63016";
const TEMPLATE: &str = "https://www.twilio.com/docs/api/errors/63021";
const FALLBACK: &str = "twilio npm 6.2.0 message.d.ts";
const SERVICE: &str = "twilio npm 6.3.1 rest/messaging/v1/service.d.ts (read 2026-11-30)";
/// Names of many resources have 1 to 64 characters.
const FRIENDLY_NAME: &str = "https://www.twilio.com/docs/api/errors/20002 (read 2026-11-30)";
const CANADA: &str = "https://www.twilio.com/en-us/guidelines/ca/sms (copy 2026-05)";
const COUNTRIES: &str =
    "https://www.twilio.com/en-us/guidelines (pages of the countries, copies of 2025 and 2026)";
const UPDATE: &str = "https://www.twilio.com/docs/api/errors/30400";

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $name:literal $field:literal $severity:ident $code:literal $source:expr;)*) => {
        /// A rule that an outbound message can break.
        ///
        /// ```
        /// use septet::message::{Rule, Severity};
        ///
        /// let rule = Rule::ALL.iter().find(|rule| rule.error_code() == Some(21617)).unwrap();
        /// assert_eq!((*rule, rule.name(), rule.field()), (Rule::BodyTooLong, "body-too-long", "Body"));
        /// assert_eq!(rule.severity(), Severity::Error);
        /// assert_eq!(rule.source(), "https://www.twilio.com/docs/api/errors/21617");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])* $rule,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Rule] = &[$(Rule::$rule,)*];

            /// The name in JSON, such as `body-too-long`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Rule::$rule => $name,)* }
            }

            /// Parameter, severity, error code (0 where there is none) and source.
            const fn row(self) -> (&'static str, Severity, u32, &'static str) {
                match self { $(Rule::$rule => ($field, $severity, $code, $source),)* }
            }
        }

        named! { Rule name "a rule" [$($rule),*] }
    };
}

rules! {
    /// A key that no parameter has, or that is given twice (of a [`MessageInput`](super::MessageInput)).
    ParameterUnknown "parameter-unknown" "" Error 0 API;
    /// A value of another type than its parameter has (of a [`MessageInput`](super::MessageInput)).
    ParameterType "parameter-type" "" Error 0 API;
    /// No recipient.
    ToMissing "to-missing" "To" Error 21604 API;
    /// The recipient is not an address, or is a number that cannot exist.
    ToInvalid "to-invalid" "To" Error 21211 API;
    /// Short codes do not receive messages from other senders.
    ToShortCode "to-short-code" "To" Error 21265 "https://www.twilio.com/docs/api/errors/21265";
    /// Premium rate numbers get no messages.
    ToPremium "to-premium" "To" Error 21268 "https://www.twilio.com/docs/api/errors/21268";
    /// The recipient is a landline, by the numbering plan of its country (feature `phone-numbers`).
    ToLandline "to-landline" "To" Error 21614 "https://www.twilio.com/docs/api/errors/21614";
    /// The recipient is the sender.
    ToSameAsFrom "to-same-as-from" "To" Error 21266 "https://www.twilio.com/docs/api/errors/21266";
    /// Sender and recipient are on different channels.
    ChannelMismatch "channel-mismatch" "To" Error 21910 "https://www.twilio.com/docs/api/errors/21910";
    /// Neither sender nor messaging service.
    SenderMissing "sender-missing" "From" Error 21603 API;
    /// The sender is not an address.
    FromInvalid "from-invalid" "From" Error 21212 API;
    /// A sender name with `-`, `+`, `_` or `&`: sources disagree.
    FromDisputed "from-disputed" "From" Error 21212 SENDER_ID;
    /// Trial accounts have no sender names.
    FromAlphanumericOnTrial "from-alphanumeric-on-trial" "From" Error 21267 "https://www.twilio.com/docs/api/errors/21267";
    /// The recipient's country does not take senders of this kind.
    FromNotAccepted "from-not-accepted" "From" Error 21612 COUNTRIES;
    /// The recipient's country asks for the sender name to be registered.
    FromRegistration "from-registration" "From" Warning 30018 COUNTRIES;
    /// The sender is not in the pool of the service.
    FromNotInService "from-not-in-service" "From" Error 21711 API;
    /// The identifier of the service has the wrong shape.
    ServiceInvalid "service-invalid" "MessagingServiceSid" Error 21705 API;
    /// The pool of the service is empty.
    ServiceEmpty "service-empty" "MessagingServiceSid" Error 21704 "https://www.twilio.com/docs/api/errors/21704";
    /// `FallbackFrom` beside `From`.
    FallbackWithFrom "fallback-with-from" "FallbackFrom" Error 21664 FALLBACK;
    /// `FallbackFrom` is not a sender of SMS.
    FallbackInvalid "fallback-invalid" "FallbackFrom" Error 21665 FALLBACK;
    /// `FallbackFrom` without a service.
    FallbackWithoutService "fallback-without-service" "FallbackFrom" Error 21666 FALLBACK;
    /// `FallbackFrom` with a service that has no RCS sender.
    FallbackWithoutRcs "fallback-without-rcs" "FallbackFrom" Error 21667 FALLBACK;
    /// Neither text nor media nor template.
    ContentMissing "content-missing" "Body" Error 21602 API;
    /// Over 1,600 characters.
    BodyTooLong "body-too-long" "Body" Error 21617 "https://www.twilio.com/docs/api/errors/21617";
    /// Text beside a template.
    BodyWithTemplate "body-with-template" "Body" Error 0 API;
    /// More than 10 segments.
    BodyManySegments "body-many-segments" "Body" Warning 30019 "https://www.twilio.com/docs/glossary/what-sms-character-limit (2025-12-09)";
    /// Canadian carriers do not join segments of a short code.
    BodyNotConcatenated "body-not-concatenated" "Body" Error 30019 CANADA;
    /// Segments arrive as separate messages in the recipient's country.
    BodyNotJoined "body-not-joined" "Body" Warning 0 COUNTRIES;
    /// WhatsApp shows no text beside this media.
    BodyIgnored "body-ignored" "Body" Warning 0 "https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages";
    /// Media beside a template.
    MediaWithTemplate "media-with-template" "MediaUrl" Error 63030 "https://www.twilio.com/docs/api/errors/63030";
    /// More pieces of media than the channel takes: 10, on WhatsApp 1.
    MediaTooMany "media-too-many" "MediaUrl" Error 21623 API;
    /// The address of a piece of media is not a URL.
    MediaUrlInvalid "media-url-invalid" "MediaUrl" Error 21620 API;
    /// The provider cannot reach the host.
    HostNotPublic "host-not-public" "MediaUrl" Warning 0 "https://twilio.com/docs/api/rest/media";
    /// Sender names send no media.
    MediaSender "media-sender" "MediaUrl" Error 21621 API;
    /// The provider replaces MMS by a link in the recipient's country.
    MediaAsLink "media-as-link" "MediaUrl" Warning 0 COUNTRIES;
    /// There is no MMS in the recipient's country.
    MediaNotDelivered "media-not-delivered" "MediaUrl" Error 30011 COUNTRIES;
    /// The channel does not take the file.
    MediaRefused "media-refused" "MediaUrl" Error 0 MEDIA;
    /// The files together are too large.
    MediaTooLarge "media-too-large" "MediaUrl" Error 11751 "https://www.twilio.com/docs/api/errors/11751";
    /// The identifier of the template has the wrong shape.
    TemplateInvalid "template-invalid" "ContentSid" Error 21655 API;
    /// Variables without a template.
    VariablesWithoutTemplate "variables-without-template" "ContentVariables" Error 21654 API;
    /// The variables are not a JSON object of texts.
    VariablesInvalid "variables-invalid" "ContentVariables" Error 21656 API;
    /// More than 100 variables.
    VariablesTooMany "variables-too-many" "ContentVariables" Error 21656 VARIABLES;
    /// A name of more than 16 characters.
    VariableNameTooLong "variable-name-too-long" "ContentVariables" Error 21658 VARIABLES;
    /// A value of more than 1,600 characters.
    VariableValueTooLong "variable-value-too-long" "ContentVariables" Error 21658 VARIABLES;
    /// WhatsApp: more than four spaces or breaks in a row.
    VariableBlanks "variable-blanks" "ContentVariables" Error 63013 "https://www.twilio.com/docs/api/errors/63013";
    /// A line break or a tab in a value.
    VariableBreaks "variable-breaks" "ContentVariables" Error 21656 "https://www.twilio.com/docs/api/errors/21656";
    /// A variable of the template has no value.
    VariableMissing "variable-missing" "ContentVariables" Warning 63028 VARIABLES;
    /// WhatsApp: the template with its variables is over 1,024 characters.
    TemplateTooLong "template-too-long" "ContentVariables" Error 63021 TEMPLATE;
    /// WhatsApp: more than 24 hours since the recipient last wrote.
    WindowClosed "window-closed" "ContentSid" Error 63016 WINDOW;
    /// The callback is not a URL that the provider accepts.
    CallbackInvalid "callback-invalid" "StatusCallback" Error 21609 API;
    /// The identifier of the application has the wrong shape.
    ApplicationInvalid "application-invalid" "ApplicationSid" Error 21218 API;
    /// The application is ignored beside a callback.
    ApplicationIgnored "application-ignored" "ApplicationSid" Warning 0 API;
    /// Not 1 to 36,000 seconds.
    ValidityRange "validity-range" "ValidityPeriod" Error 21624 API;
    /// 5 seconds or less.
    ValidityShort "validity-short" "ValidityPeriod" Warning 30036 API;
    /// No positive number.
    MaxPriceInvalid "max-price-invalid" "MaxPrice" Error 21627 API;
    /// Without effect since June 2024.
    MaxPriceObsolete "max-price-obsolete" "MaxPrice" Warning 0 API;
    /// Less than 1.
    AttemptRange "attempt-range" "Attempt" Error 0 API;
    /// Not `retain` or `discard`.
    ContentRetentionInvalid "content-retention-invalid" "ContentRetention" Error 30029 API;
    /// Not `retain` or `obfuscate`.
    AddressRetentionInvalid "address-retention-invalid" "AddressRetention" Error 30030 API;
    /// Not `free`.
    TrafficTypeInvalid "traffic-type-invalid" "TrafficType" Error 0 API;
    /// Not `enable` or `disable`.
    RiskCheckInvalid "risk-check-invalid" "RiskCheck" Error 0 API;
    /// No documented intent.
    IntentUnknown "intent-unknown" "MessageIntent" Warning 0 FALLBACK;
    /// Actions are for channels other than SMS.
    ActionOnSms "action-on-sms" "PersistentAction" Warning 0 API;
    /// `geo:` without latitude and longitude.
    ActionInvalid "action-invalid" "PersistentAction" Error 0 API;
    /// Only SMS can become MMS.
    MmsOnChannel "mms-on-channel" "SendAsMms" Warning 0 API;
    /// Sender names send no MMS.
    MmsSender "mms-sender" "SendAsMms" Error 21621 API;
    /// `ShortenUrls` without a service.
    ShortenWithoutService "shorten-without-service" "ShortenUrls" Error 0 LINKS;
    /// `ShortenUrls` with a service that has no domain.
    ShortenWithoutDomain "shorten-without-domain" "ShortenUrls" Error 30106 LINKS;
    /// `ShortenUrls` and no link.
    ShortenNothing "shorten-nothing" "ShortenUrls" Warning 0 LINKS;
    /// Not `fixed`.
    ScheduleTypeInvalid "schedule-type-invalid" "ScheduleType" Error 35126 API;
    /// `SendAt` without `ScheduleType`: the message is sent at once.
    ScheduleTypeMissing "schedule-type-missing" "ScheduleType" Error 0 API;
    /// Scheduling without a service.
    ScheduleWithoutService "schedule-without-service" "MessagingServiceSid" Error 35118 API;
    /// `ScheduleType` without `SendAt`.
    SendAtMissing "send-at-missing" "SendAt" Error 35111 API;
    /// No ISO 8601 time.
    SendAtInvalid "send-at-invalid" "SendAt" Error 35114 SCHEDULE;
    /// Less than 300 seconds ahead.
    SendAtTooSoon "send-at-too-soon" "SendAt" Error 35114 SCHEDULE;
    /// Less than 900 seconds ahead: sources disagree.
    SendAtDisputed "send-at-disputed" "SendAt" Warning 35114 "https://www.twilio.com/docs/api/errors/35114";
    /// More than 35 days ahead.
    SendAtTooLate "send-at-too-late" "SendAt" Error 35114 SCHEDULE;
    /// A messaging service without a name.
    ServiceNameMissing "service-name-missing" "FriendlyName" Error 20002 FRIENDLY_NAME;
    /// A name of more than 64 characters.
    ServiceNameTooLong "service-name-too-long" "FriendlyName" Error 20002 FRIENDLY_NAME;
    /// The inbound URL is not one that the provider calls.
    ServiceInboundUrl "service-inbound-url" "InboundRequestUrl" Error 0 SERVICE;
    /// Neither an inbound URL nor the webhooks of the numbers: nothing is received.
    ServiceInboundMissing "service-inbound-missing" "InboundRequestUrl" Warning 0 SERVICE;
    /// URLs of the service next to the webhooks of the numbers.
    ServiceInboundIgnored "service-inbound-ignored" "UseInboundWebhookOnNumber" Warning 0 SERVICE;
    /// Not `GET` or `POST`.
    ServiceInboundMethod "service-inbound-method" "InboundMethod" Error 0 SERVICE;
    /// The fallback URL is not one that the provider calls.
    ServiceFallbackUrl "service-fallback-url" "FallbackUrl" Error 0 SERVICE;
    /// Not `GET` or `POST`.
    ServiceFallbackMethod "service-fallback-method" "FallbackMethod" Error 0 SERVICE;
    /// Not 1 to 36,000 seconds.
    ServiceValidityRange "service-validity-range" "ValidityPeriod" Error 0 "https://www.twilio.com/docs/api/errors/90007";
    /// Not one of the documented purposes.
    ServiceUsecase "service-usecase" "Usecase" Error 21713 "https://www.twilio.com/docs/api/errors/21713";
    /// Not `inherit`, `enable` or `disable`.
    ServiceScan "service-scan" "ScanMessageContent" Error 0 SERVICE;
    /// Obsolete.
    ServiceLongCode "service-long-code" "FallbackToLongCode" Warning 0 SERVICE;
    /// Not the identifier of a number or a short code.
    ServiceNumberInvalid "service-number-invalid" "PhoneNumberSid" Error 21421 "https://www.twilio.com/docs/api/errors/21421";
    /// A sender next to settings, or a request to add one without it.
    ServiceSenderAlone "service-sender-alone" "PhoneNumberSid" Error 0 SERVICE;
    /// An update that asks for nothing, or for both.
    UpdateAmbiguous "update-ambiguous" "Status" Error 30400 UPDATE;
    /// Only `canceled` can be asked for.
    UpdateStatusInvalid "update-status-invalid" "Status" Error 30400 UPDATE;
    /// Only an empty text can be put in place.
    UpdateBodyInvalid "update-body-invalid" "Body" Error 30400 UPDATE;
    /// Only scheduled messages can be canceled.
    UpdateTooLate "update-too-late" "Status" Error 30409 "https://www.twilio.com/docs/api/errors/30409";
}

impl Rule {
    /// The parameter the rule is about, such as `Body`; a [`Violation`](super::Violation) may name another.
    #[must_use]
    pub const fn field(self) -> &'static str {
        self.row().0
    }

    /// The severity of a violation.
    #[must_use]
    pub const fn severity(self) -> Severity {
        self.row().1
    }

    /// The error code the provider answers or calls back with, where it has one.
    #[must_use]
    pub const fn error_code(self) -> Option<u32> {
        match self.row().2 {
            0 => None,
            code => Some(code),
        }
    }

    /// URL of the published rule.
    #[must_use]
    pub const fn source(self) -> &'static str {
        self.row().3
    }
}
