//! The body of the create call: `application/x-www-form-urlencoded`.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::attachment::Attachment;
use super::outbound::{OutboundMessage, with_parameters};
use super::parameter::Decimal;
use super::time;

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
        macro_rules! add_all {
            ($($(#[$doc:meta])* $setter:ident $field:ident $key:literal $name:literal $kind:ident;)*) => {
                $(pairs.$kind($name, &self.$field);)*
            };
        }
        with_parameters! { add_all }
        // The provider's examples have no fraction of a second.
        if let Some((_, value)) = pairs.0.iter_mut().find(|(name, _)| *name == "SendAt")
            && let Some(shorter) = time::without_fraction(value)
        {
            *value = Cow::Owned(shorter);
        }
        pairs.0
    }

    /// The body of the create call, `application/x-www-form-urlencoded` as browsers write it. It is
    /// written whether the message is right or wrong: [`OutboundMessage::validate`] tells.
    ///
    /// ```
    /// use septet::message::OutboundMessage;
    ///
    /// let message = OutboundMessage::new("+14155552671").with_from("+14155550199").with_body("5 € & more");
    /// assert_eq!(message.to_form(), "To=%2B14155552671&From=%2B14155550199&Body=5+%E2%82%AC+%26+more");
    /// ```
    #[must_use]
    #[doc(alias = "messageForm")]
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

/// Names and values in the order in which they are added; what has no value is left out. A method for each kind of
/// parameter.
pub(super) struct Pairs<'m>(Vec<(&'static str, Cow<'m, str>)>);

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "the table passes a reference to the field, whatever its kind"
)]
impl<'m> Pairs<'m> {
    pub(super) const fn new() -> Self {
        Pairs(Vec::new())
    }

    pub(super) fn into_pairs(self) -> Vec<(&'static str, Cow<'m, str>)> {
        self.0
    }

    fn add(&mut self, name: &'static str, value: impl Into<Cow<'m, str>>) {
        self.0.push((name, value.into()));
    }

    pub(super) fn text(&mut self, name: &'static str, value: &'m Option<String>) {
        if let Some(value) = value {
            self.add(name, value.as_str());
        }
    }

    fn decimal(&mut self, name: &'static str, value: &'m Option<Decimal>) {
        if let Some(value) = value {
            self.add(name, value.as_str());
        }
    }

    pub(super) fn switch(&mut self, name: &'static str, value: &Option<bool>) {
        if let Some(on) = value {
            self.add(name, if *on { "true" } else { "false" });
        }
    }

    pub(super) fn number(&mut self, name: &'static str, value: &Option<i64>) {
        if let Some(value) = value {
            self.add(name, value.to_string());
        }
    }

    fn texts(&mut self, name: &'static str, values: &'m [String]) {
        for value in values {
            self.add(name, value);
        }
    }

    fn attachments(&mut self, name: &'static str, values: &'m [Attachment]) {
        for value in values {
            self.add(name, value.url());
        }
    }
}
