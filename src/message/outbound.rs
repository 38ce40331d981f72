//! One outbound message: every parameter of the create call, as it will be sent.

use alloc::string::String;
use alloc::vec::Vec;

use super::attachment::Attachment;
use super::time;

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
/// let message = OutboundMessage::new("+14155552671")
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
#[cfg_attr(
    feature = "serde",
    serde(default, deny_unknown_fields, rename_all = "camelCase")
)]
pub struct OutboundMessage {
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) to: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) from: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) fallback_from: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) messaging_service_sid: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) body: Option<String>,
    #[cfg_attr(
        feature = "serde",
        serde(
            skip_serializing_if = "Vec::is_empty",
            deserialize_with = "super::serialize::one_or_many"
        )
    )]
    pub(crate) media_url: Vec<Attachment>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) content_sid: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) content_variables: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) status_callback: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) application_sid: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) max_price: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) provide_feedback: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) attempt: Option<i64>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) validity_period: Option<i64>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) force_delivery: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) content_retention: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) address_retention: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) smart_encoded: Option<bool>,
    #[cfg_attr(
        feature = "serde",
        serde(
            skip_serializing_if = "Vec::is_empty",
            deserialize_with = "super::serialize::one_or_many"
        )
    )]
    pub(crate) persistent_action: Vec<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) traffic_type: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) shorten_urls: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) schedule_type: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) send_at: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) send_as_mms: Option<bool>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) message_intent: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) risk_check: Option<String>,
}

/// One builder method for each parameter that is a text, a switch or a number.
macro_rules! setters {
    ($($(#[$doc:meta])* $name:ident $field:ident text;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, value: impl Into<String>) -> Self {
            self.$field = Some(value.into());
            self
        }
    )*};
    ($($(#[$doc:meta])* $name:ident $field:ident switch;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self) -> Self {
            self.$field = Some(true);
            self
        }
    )*};
}

impl OutboundMessage {
    /// To one recipient: an E.164 number or the address on a channel, such as `whatsapp:+14155552671`.
    #[must_use]
    pub fn new(to: impl Into<String>) -> Self {
        OutboundMessage {
            to: Some(to.into()),
            ..OutboundMessage::default()
        }
    }

    setters! {
        /// The sender: a number, short code, sender name (1 to 11 characters) or address on a channel.
        with_from from text;
        /// The sender of SMS or MMS where RCS cannot be used; needs a service with an RCS sender.
        with_fallback_from fallback_from text;
        /// The messaging service that chooses the sender: `MG` and 32 hexadecimal digits.
        with_messaging_service messaging_service_sid text;
        /// The text, up to 1,600 characters (16-bit units of UTF-16).
        with_body body text;
        /// The content template: `HX` and 32 hexadecimal digits.
        with_template content_sid text;
        /// The variables of the template, as the text of a JSON object; see also
        /// [`OutboundMessage::with_variable`].
        with_variables content_variables text;
        /// The URL that status changes are reported to; no underscore in its host.
        with_status_callback status_callback text;
        /// The application whose callback is used: `AP` and 32 hexadecimal digits.
        with_application application_sid text;
        /// The highest price in US dollars; without effect since June 2024.
        with_max_price max_price text;
        /// Whether the text is kept: `retain` or `discard`.
        with_content_retention content_retention text;
        /// Whether the numbers are kept: `retain` or `obfuscate`.
        with_address_retention address_retention text;
        /// The traffic type: `free`.
        with_traffic_type traffic_type text;
        /// The purpose, such as `otp`, `notifications` or `marketing`.
        with_intent message_intent text;
        /// The protection against SMS pumping: `enable` or `disable`.
        with_risk_check risk_check text;
        /// How it is scheduled, `fixed`; [`OutboundMessage::scheduled_at`] sets it too.
        with_schedule_type schedule_type text;
        /// When it is sent, as ISO 8601 text; see also [`OutboundMessage::scheduled_at`].
        with_send_at send_at text;
    }

    setters! {
        /// Asks the provider to replace characters that force UCS-2.
        smart_encoded smart_encoded switch;
        /// Asks the provider to shorten links; needs a service with a domain.
        shortening_urls shorten_urls switch;
        /// Sends an MMS even without media.
        as_mms send_as_mms switch;
        /// Says that the recipient will confirm the message with feedback.
        with_feedback provide_feedback switch;
        /// Asks for an attempt to send to a landline.
        forcing_delivery force_delivery switch;
    }

    /// Adds a piece of media: its URL, or an [`Attachment`] with what is known of the file. At most 10.
    #[must_use]
    pub fn with_media(mut self, media: impl Into<Attachment>) -> Self {
        self.media_url.push(media.into());
        self
    }

    /// Adds an action of a channel, such as `geo:48.85,2.35|Paris` on WhatsApp.
    #[must_use]
    pub fn with_action(mut self, action: impl Into<String>) -> Self {
        self.persistent_action.push(action.into());
        self
    }

    /// The seconds it may wait in the provider's queue, 1 to 36,000; the provider's default is 36,000.
    #[must_use]
    pub const fn with_validity_period(mut self, seconds: i64) -> Self {
        self.validity_period = Some(seconds);
        self
    }

    /// The attempts to send it, this one included, from 1.
    #[must_use]
    pub const fn with_attempt(mut self, attempt: i64) -> Self {
        self.attempt = Some(attempt);
        self
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
