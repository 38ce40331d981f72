//! Checking a message: every rule, in the order in which the violations are reported.

use super::draft::Draft;
use super::outbound::OutboundMessage;
use super::report::MessageReport;
use super::validator::MessageValidator;
use super::{body, country, delivery, link, media, parties, schedule, template};
use crate::limits::Profile;
use crate::segment::Segmenter;
use crate::smart_encoding::{Rules, smart_encode};

impl MessageValidator {
    /// Checks a message: everything that is wrong at once, what the text costs, what becomes of media.
    ///
    /// ```
    /// use septet::message::{MessageValidator, OutboundMessage};
    ///
    /// let message = OutboundMessage::new("4155552671").with_from("+14155550199").with_body("Hi");
    /// let report = MessageValidator::at(1_800_000_000).validate(&message);
    /// let sentences: Vec<String> = report.violations().iter().map(|violation| violation.to_string()).collect();
    /// assert!(sentences[0].starts_with("To: "), "{sentences:?}");
    /// ```
    #[must_use]
    pub fn validate(&self, message: &OutboundMessage) -> MessageReport {
        let (mut text, mut count) = (None, None);
        let mut count_body = |sent: &str, is_smart_encoded: bool, profile: Option<Profile>| {
            let sent = if is_smart_encoded {
                smart_encode(sent, Rules::Twilio).into_text()
            } else {
                sent.into()
            };
            let counted = |profile| Segmenter::new().with_profile(profile).count(&sent).ok();
            count = profile.and_then(counted);
            text = Some(sent.into_owned());
            count.map(body::Cost::from)
        };
        let report = self.check_with(message, &mut count_body);
        MessageReport {
            text,
            count,
            ..report
        }
    }

    /// Everything that is wrong with a message in JSON: what cannot be read first.
    ///
    /// ```
    /// use septet::message::{MessageInput, MessageValidator};
    ///
    /// let input: MessageInput = serde_json::from_str(r#"{"to": "+14155552671", "from": 5}"#)?;
    /// let report = MessageValidator::at(1_800_000_000).validate_input(&input);
    /// assert!(!report.is_acceptable());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[cfg(feature = "serde")]
    #[must_use]
    pub fn validate_input(&self, input: &super::input::MessageInput) -> MessageReport {
        let mut report = self.validate(input.message());
        let further = core::mem::replace(&mut report.violations, input.violations().to_vec());
        report.violations.extend(further);
        report
    }

    /// As `validate`, with a text that the caller counts; the report leaves the count out.
    pub(crate) fn check_with(
        &self,
        message: &OutboundMessage,
        count_body: &mut body::CountBody<'_>,
    ) -> MessageReport {
        let mut draft = Draft::new(self, message);
        parties::check(&mut draft);
        let cost = body::check(&mut draft, count_body);
        let media = media::check(&mut draft);
        country::check(&mut draft, cost.map_or(1, |cost| cost.segments));
        template::check(&mut draft);
        link::check(&mut draft);
        schedule::check(&mut draft);
        delivery::check(&mut draft);
        MessageReport {
            channel: draft.channel,
            violations: draft.found,
            text: None,
            count: None,
            media,
        }
    }
}

impl OutboundMessage {
    /// Checks the message at a time, in seconds since 1970-01-01 00:00 UTC: all violations at once.
    /// [`MessageValidator`] takes more of what the host knows.
    #[must_use]
    pub fn validate(&self, now: u64) -> MessageReport {
        MessageValidator::at(now).validate(self)
    }
}
