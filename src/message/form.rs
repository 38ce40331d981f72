//! The body of the create call: `application/x-www-form-urlencoded`.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::outbound::OutboundMessage;

impl OutboundMessage {
    /// The parameters with their values in the order of the API description; `MediaUrl` and
    /// `PersistentAction` once for each value.
    ///
    /// ```
    /// use septet::message::OutboundMessage;
    ///
    /// let message = OutboundMessage::new("+14155552671").with_body("Hi").smart_encoded();
    /// let parameters = message.parameters();
    /// let names: Vec<&str> = parameters.iter().map(|(name, _)| *name).collect();
    /// assert_eq!(names, ["To", "Body", "SmartEncoded"]);
    /// ```
    #[must_use]
    pub fn parameters(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let mut pairs = Pairs(Vec::new());
        pairs.text("To", self.to.as_ref());
        pairs.text("From", self.from.as_ref());
        pairs.text("FallbackFrom", self.fallback_from.as_ref());
        pairs.text("MessagingServiceSid", self.messaging_service_sid.as_ref());
        pairs.text("Body", self.body.as_ref());
        for media in &self.media_url {
            pairs.add("MediaUrl", media.url());
        }
        pairs.text("ContentSid", self.content_sid.as_ref());
        pairs.text("ContentVariables", self.content_variables.as_ref());
        pairs.text("StatusCallback", self.status_callback.as_ref());
        pairs.text("ApplicationSid", self.application_sid.as_ref());
        pairs.text("MaxPrice", self.max_price.as_ref());
        pairs.switch("ProvideFeedback", self.provide_feedback);
        pairs.number("Attempt", self.attempt);
        pairs.number("ValidityPeriod", self.validity_period);
        pairs.switch("ForceDelivery", self.force_delivery);
        pairs.text("ContentRetention", self.content_retention.as_ref());
        pairs.text("AddressRetention", self.address_retention.as_ref());
        pairs.switch("SmartEncoded", self.smart_encoded);
        for action in &self.persistent_action {
            pairs.add("PersistentAction", action);
        }
        pairs.text("TrafficType", self.traffic_type.as_ref());
        pairs.switch("ShortenUrls", self.shorten_urls);
        pairs.text("ScheduleType", self.schedule_type.as_ref());
        pairs.text("SendAt", self.send_at.as_ref());
        pairs.switch("SendAsMms", self.send_as_mms);
        pairs.text("MessageIntent", self.message_intent.as_ref());
        pairs.text("RiskCheck", self.risk_check.as_ref());
        pairs.0
    }

    /// The body of the create call, `application/x-www-form-urlencoded` as browsers write it. It is
    /// written whether the message is right or wrong: [`OutboundMessage::validate`] tells.
    #[must_use]
    pub fn to_form(&self) -> String {
        encode(&self.parameters())
    }
}

/// The pairs as `application/x-www-form-urlencoded`.
pub(super) fn encode(pairs: &[(&'static str, Cow<'_, str>)]) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(pairs);
    form.finish()
}

/// Names and values in the order in which they are added; what has no value is left out.
struct Pairs<'m>(Vec<(&'static str, Cow<'m, str>)>);

impl<'m> Pairs<'m> {
    fn add(&mut self, name: &'static str, value: impl Into<Cow<'m, str>>) {
        self.0.push((name, value.into()));
    }

    fn text(&mut self, name: &'static str, value: Option<&'m String>) {
        if let Some(value) = value {
            self.add(name, value.as_str());
        }
    }

    fn switch(&mut self, name: &'static str, value: Option<bool>) {
        if let Some(on) = value {
            self.add(name, if on { "true" } else { "false" });
        }
    }

    fn number(&mut self, name: &'static str, value: Option<i64>) {
        if let Some(value) = value {
            self.add(name, value.to_string());
        }
    }
}
