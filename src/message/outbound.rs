//! One outbound message: every parameter of the create call, as it will be sent.

use alloc::string::String;
use alloc::vec::Vec;

use super::attachment::Attachment;
#[cfg(feature = "serde")]
use super::parameter::Value;
use super::parameter::{Decimal, Source};
use super::time;

/// Calls a macro with every parameter of the create call in the order of its API description
/// (`tests/data/rest-params.tsv`): the documentation and the name of the builder method, the field, its key in JSON, its
/// name in the call, and its kind. From this table come the fields of [`OutboundMessage`], its builder, its JSON,
/// [`OutboundMessage::parameters`] and how the bindings for JavaScript read a message.
macro_rules! with_parameters {
    ($macro:ident) => {
        $macro! {
            /// The recipient: an E.164 number or the address on a channel, such as `whatsapp:+14155552671`.
            with_to to "to" "To" text;
            /// The sender: a number, short code, sender name (1 to 11 characters) or address on a channel.
            with_from from "from" "From" text;
            /// The sender of SMS or MMS where RCS cannot be used; needs a service with an RCS sender.
            with_fallback_from fallback_from "fallbackFrom" "FallbackFrom" text;
            /// The messaging service that chooses the sender: `MG` and 32 hexadecimal digits.
            with_messaging_service messaging_service_sid "messagingServiceSid" "MessagingServiceSid" text;
            /// The text, up to 1,600 characters (16-bit units of UTF-16).
            with_body body "body" "Body" text;
            /// Adds a piece of media: its URL, or an [`Attachment`] with what is known of the file. At most 10.
            with_media media_url "mediaUrl" "MediaUrl" attachments;
            /// The content template: `HX` and 32 hexadecimal digits.
            with_template content_sid "contentSid" "ContentSid" text;
            /// The variables of the template, as the text of a JSON object; see also
            /// [`OutboundMessage::with_variable`].
            with_variables content_variables "contentVariables" "ContentVariables" text;
            /// The URL that status changes are reported to; no underscore in its host.
            with_status_callback status_callback "statusCallback" "StatusCallback" text;
            /// The application whose callback is used: `AP` and 32 hexadecimal digits.
            with_application application_sid "applicationSid" "ApplicationSid" text;
            /// The highest price in US dollars; without effect since June 2024.
            with_max_price max_price "maxPrice" "MaxPrice" decimal;
            /// Says that the recipient will confirm the message with feedback.
            with_feedback provide_feedback "provideFeedback" "ProvideFeedback" switch;
            /// The attempts to send it, this one included, from 1.
            with_attempt attempt "attempt" "Attempt" number;
            /// The seconds it may wait in the provider's queue, 1 to 36,000; the provider's default is 36,000.
            with_validity_period validity_period "validityPeriod" "ValidityPeriod" number;
            /// Asks for an attempt to send to a landline.
            forcing_delivery force_delivery "forceDelivery" "ForceDelivery" switch;
            /// Retention of the text: `retain` or `discard`.
            with_content_retention content_retention "contentRetention" "ContentRetention" text;
            /// Retention of the numbers: `retain` or `obfuscate`.
            with_address_retention address_retention "addressRetention" "AddressRetention" text;
            /// Asks the provider to replace characters that force UCS-2.
            smart_encoded smart_encoded "smartEncoded" "SmartEncoded" switch;
            /// Adds an action of a channel, such as `geo:48.85,2.35|Paris` on WhatsApp.
            with_action persistent_action "persistentAction" "PersistentAction" texts;
            /// The traffic type: `free`.
            with_traffic_type traffic_type "trafficType" "TrafficType" text;
            /// Asks the provider to shorten links; needs a service with a domain.
            shortening_urls shorten_urls "shortenUrls" "ShortenUrls" switch;
            /// The kind of schedule, `fixed`; [`OutboundMessage::scheduled_at`] sets it too.
            with_schedule_type schedule_type "scheduleType" "ScheduleType" text;
            /// The time to send it, as ISO 8601 text; see also [`OutboundMessage::scheduled_at`].
            with_send_at send_at "sendAt" "SendAt" text;
            /// Sends an MMS even without media.
            as_mms send_as_mms "sendAsMms" "SendAsMms" switch;
            /// The purpose, such as `otp`, `notifications` or `marketing`.
            with_intent message_intent "messageIntent" "MessageIntent" text;
            /// The protection against SMS pumping: `enable` or `disable`.
            with_risk_check risk_check "riskCheck" "RiskCheck" text;
        }
    };
}

pub(super) use with_parameters;

/// The type of a parameter by its kind.
macro_rules! kind {
    (text) => { Option<String> };
    (decimal) => { Option<Decimal> };
    (switch) => { Option<bool> };
    (number) => { Option<i64> };
    (texts) => { Vec<String> };
    (attachments) => { Vec<Attachment> };
}

/// The builder method of a parameter by its kind.
macro_rules! setter {
    ($(#[$doc:meta])* $name:ident $field:ident text) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, value: impl Into<String>) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
    ($(#[$doc:meta])* $name:ident $field:ident decimal) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, value: impl Into<String>) -> Self {
            self.$field = Some(Decimal::from(value.into()));
            self
        }
    };
    ($(#[$doc:meta])* $name:ident $field:ident switch) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self) -> Self {
            self.$field = Some(true);
            self
        }
    };
    ($(#[$doc:meta])* $name:ident $field:ident number) => {
        $(#[$doc])*
        #[must_use]
        pub const fn $name(mut self, value: i64) -> Self {
            self.$field = Some(value);
            self
        }
    };
    ($(#[$doc:meta])* $name:ident $field:ident texts) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, value: impl Into<String>) -> Self {
            self.$field.push(value.into());
            self
        }
    };
    ($(#[$doc:meta])* $name:ident $field:ident attachments) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, value: impl Into<Attachment>) -> Self {
            self.$field.push(value.into());
            self
        }
    };
}

macro_rules! define_message {
    ($($(#[$doc:meta])* $setter:ident $field:ident $key:literal $name:literal $kind:ident;)*) => {
        /// One outbound message: every parameter of the provider's create call, none of them checked yet.
        ///
        /// Parameters hold what is sent, right or wrong, so that [`OutboundMessage::validate`] can name
        /// everything that is wrong at once. The names are those of `tests/data/rest-params.tsv`.
        ///
        /// ```
        /// use septet::message::OutboundMessage;
        ///
        /// let message = OutboundMessage::new("+14155552671")
        ///     .with_from("+14155550199")
        ///     .with_body("Your table is ready. Reply 1 to confirm.");
        /// let report = message.validate(1_800_000_000);
        /// assert!(report.is_acceptable());
        /// assert_eq!(report.count().unwrap().segments(), 1);
        /// assert_eq!(
        ///     message.to_form(),
        ///     "To=%2B14155552671&From=%2B14155550199&Body=Your+table+is+ready.+Reply+1+to+confirm."
        /// );
        /// ```
        ///
        /// # Example: every parameter
        ///
        /// ```
        /// use septet::message::OutboundMessage;
        ///
        /// let sid = |kind| format!("{kind}0123456789abcdef0123456789abcdef");
        /// let message = OutboundMessage::default()
        ///     .with_to("+14155552671")
        ///     .with_messaging_service(sid("MG"))
        ///     .with_fallback_from("+14155550199")
        ///     .with_template(sid("HX"))
        ///     .with_variables(r#"{"1": "Ada"}"#)
        ///     .with_media("https://example.com/ticket.png")
        ///     .with_action("geo:48.85,2.35|Paris")
        ///     .with_status_callback("https://example.com/status")
        ///     .with_application(sid("AP"))
        ///     .with_max_price("0.05")
        ///     .with_content_retention("retain")
        ///     .with_address_retention("obfuscate")
        ///     .with_traffic_type("free")
        ///     .with_intent("notifications")
        ///     .with_risk_check("disable")
        ///     .with_schedule_type("fixed")
        ///     .with_send_at("2027-01-15T08:05:00Z")
        ///     .with_validity_period(3_600)
        ///     .with_attempt(1)
        ///     .smart_encoded()
        ///     .shortening_urls()
        ///     .as_mms()
        ///     .with_feedback()
        ///     .forcing_delivery();
        /// assert_eq!(message.parameters().len(), 24);
        /// assert!(!message.validate(1_800_000_000).is_acceptable()); // media beside a template, for one
        /// ```
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
        #[doc(alias = "MessageBuilder")]
        pub struct OutboundMessage {
            $(
                #[cfg_attr(feature = "serde", serde(
                    rename = $key,
                    skip_serializing_if = "Value::is_unset",
                    deserialize_with = "Value::deserialize"
                ))]
                pub(crate) $field: kind!($kind),
            )*
        }

        impl OutboundMessage {
            $(setter! { $(#[$doc])* $setter $field $kind })*

            /// The message that a source has the parameters of.
            pub(crate) fn read(source: &mut dyn Source) -> Self {
                OutboundMessage { $($field: source.$kind($key),)* }
            }
        }
    };
}

with_parameters! { define_message }

macro_rules! define_names {
    ($($(#[$doc:meta])* $setter:ident $field:ident $key:literal $name:literal $kind:ident;)*) => {
        /// The key in JSON and the name in the API of every parameter.
        #[cfg(feature = "serde")]
        pub(super) const PARAMETERS: &[(&str, &str)] = &[$(($key, $name)),*];
    };
}

with_parameters! { define_names }

impl OutboundMessage {
    /// To one recipient: an E.164 number or the address on a channel, such as `whatsapp:+14155552671`.
    ///
    /// ```
    /// use septet::message::OutboundMessage;
    ///
    /// let message = OutboundMessage::new("+14155552671").with_messaging_service("MG0123456789abcdef0123456789abcdef").with_body("Hi");
    /// assert!(message.validate(1_800_000_000).is_acceptable());
    /// ```
    #[must_use]
    pub fn new(to: impl Into<String>) -> Self {
        OutboundMessage::default().with_to(to)
    }

    /// Schedules it: seconds since 1970-01-01 00:00 UTC, 300 seconds to 35 days ahead. Sets
    /// `ScheduleType` and `SendAt`.
    ///
    /// ```
    /// use septet::message::OutboundMessage;
    ///
    /// let message = OutboundMessage::new("+14155552671").scheduled_at(1_780_000_000);
    /// assert_eq!(
    ///     message.to_form(),
    ///     "To=%2B14155552671&ScheduleType=fixed&SendAt=2026-05-28T20%3A26%3A40Z"
    /// );
    /// ```
    #[must_use]
    pub fn scheduled_at(self, seconds: u64) -> Self {
        self.with_schedule_type("fixed")
            .with_send_at(time::format(seconds))
    }
}
