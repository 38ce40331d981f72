//! Checking a whole message: what is known besides it, and the report.

use alloc::string::String;
use alloc::vec::Vec;

use super::address::{Address, Channel, SenderKind};
use super::outbound::OutboundMessage;
use super::reading::Reading;
use super::service::Service;
use super::setting::Setting;
use super::violation::{Severity, Violation};
use super::{body, country, delivery, link, media, parties, schedule, template, time};
use crate::count::Count;
use crate::segment::{Profile, Segmenter};
use crate::smart_encoding::{Rules, smart_encode};

/// What is known besides a message when it is checked: the time, and whatever else the host knows.
///
/// ```
/// use septet::message::{Check, OutboundMessage, Rule};
///
/// let now = 1_800_000_000; // seconds since 1970-01-01 00:00 UTC
/// let message = OutboundMessage::new("whatsapp:+14155552671")
///     .with_from("whatsapp:+14155550199")
///     .with_body("Shall we call you?");
///
/// let in_time = Check::at(now).with_last_inbound(now - 3_600);
/// assert!(in_time.message(&message).is_acceptable());
///
/// let too_late = Check::at(now).with_last_inbound(now - 86_400);
/// let report = too_late.message(&message);
/// assert_eq!(report.violations()[0].rule(), Rule::WindowClosed);
/// assert_eq!(report.violations()[0].error_code(), Some(63016));
/// ```
///
/// # Example: what else may be known
///
/// ```
/// use septet::message::{Check, OutboundMessage, Reading, Rule, Service};
///
/// let rules = |check: Check, message: OutboundMessage| {
///     check.message(&message).violations().iter().map(|violation| violation.rule()).collect::<Vec<_>>()
/// };
/// let check = Check::at(1_800_000_000);
/// assert_eq!(check.now(), 1_800_000_000);
///
/// let name = OutboundMessage::new("+4915112345678").with_from("Septet").with_body("Hi");
/// assert_eq!(rules(check.clone().on_trial(), name), [Rule::FromAlphanumericOnTrial]);
///
/// let service = OutboundMessage::new("+4915112345678")
///     .with_messaging_service("MG0123456789abcdef0123456789abcdef")
///     .with_body("Hi");
/// let empty = Service::new().with_senders([]);
/// assert_eq!(rules(check.clone().with_service(empty), service.clone()), [Rule::ServiceEmpty]);
///
/// let disputed = OutboundMessage::new("+4915112345678").with_from("A&B").with_body("Hi");
/// assert_eq!(rules(check.clone(), disputed.clone()), [Rule::FromDisputed]);
/// assert!(!check.message(&disputed).is_acceptable());
/// assert!(check.clone().with_reading(Reading::Looser).message(&disputed).is_acceptable());
///
/// let whatsapp = OutboundMessage::new("whatsapp:+14155552671").with_from("whatsapp:+14155550199");
/// assert_eq!(rules(check.clone().with_no_inbound(), whatsapp.clone().with_body("Hi")), [Rule::WindowClosed]);
/// let content = whatsapp.with_template("HX0123456789abcdef0123456789abcdef");
/// assert_eq!(rules(check.with_template("Your code is {{1}}."), content), [Rule::VariableMissing]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub(super) now: u64,
    pub(super) reading: Reading,
    pub(super) last_inbound: Setting<u64>,
    pub(super) service: Option<Service>,
    pub(super) template: Option<String>,
    pub(super) is_trial: bool,
    #[cfg(feature = "phone-numbers")]
    pub(super) by_numbering_plan: bool,
}

impl Check {
    /// At a time, in seconds since 1970-01-01 00:00 UTC; nothing else is known.
    #[must_use]
    pub const fn at(now: u64) -> Self {
        Check {
            now,
            reading: Reading::Stricter,
            last_inbound: Setting::Unknown,
            service: None,
            template: None,
            is_trial: false,
            #[cfg(feature = "phone-numbers")]
            by_numbering_plan: false,
        }
    }

    /// The same at a time that ISO 8601 writes, such as `2026-05-15T14:30:00Z`; `None` where it is
    /// no time with `Z` or an offset.
    ///
    /// ```
    /// use septet::message::Check;
    ///
    /// assert_eq!(Check::at_text("1970-01-02T00:00:00+01:00"), Some(Check::at(82_800)));
    /// assert_eq!(Check::at_text("tomorrow"), None);
    /// ```
    #[must_use]
    pub fn at_text(now: &str) -> Option<Self> {
        time::parse(now).map(Check::at)
    }

    /// The time, in seconds since 1970-01-01 00:00 UTC.
    #[must_use]
    pub const fn now(&self) -> u64 {
        self.now
    }

    /// Which rule holds where sources disagree; [`Reading::Stricter`] where nothing is said.
    #[must_use]
    pub const fn with_reading(mut self, reading: Reading) -> Self {
        self.reading = reading;
        self
    }

    /// When the recipient last wrote on WhatsApp, in seconds since 1970-01-01 00:00 UTC. Without it
    /// the 24-hour window is not checked.
    #[must_use]
    pub const fn with_last_inbound(mut self, seconds: u64) -> Self {
        self.last_inbound = Setting::Known(seconds);
        self
    }

    /// Says that the recipient has never written: the 24-hour window of WhatsApp is closed.
    #[must_use]
    pub const fn with_no_inbound(mut self) -> Self {
        self.last_inbound = Setting::Absent;
        self
    }

    /// The settings of the messaging service the message names.
    #[must_use]
    pub fn with_service(mut self, service: Service) -> Self {
        self.service = Some(service);
        self
    }

    /// The text of the content template the message names, with its `{{variables}}`.
    #[must_use]
    pub fn with_template(mut self, text: impl Into<String>) -> Self {
        self.template = Some(text.into());
        self
    }

    /// Says that the account is on trial.
    #[must_use]
    pub const fn on_trial(mut self) -> Self {
        self.is_trial = true;
        self
    }

    /// Checks the recipient against the numbering plan of its country too: numbers that the plan
    /// does not have, and landlines.
    ///
    /// ```
    /// use septet::message::{Check, OutboundMessage, Rule};
    ///
    /// let check = Check::at(1_800_000_000).with_numbering_plans();
    /// let landline = OutboundMessage::new("+4930901820").with_from("+4915112345678").with_body("Hi");
    /// assert_eq!(check.message(&landline).violations()[0].rule(), Rule::ToLandline);
    /// ```
    #[cfg(feature = "phone-numbers")]
    #[must_use]
    pub const fn with_numbering_plans(mut self) -> Self {
        self.by_numbering_plan = true;
        self
    }

    /// Checks a message: everything that is wrong at once, what the text costs, what becomes of media.
    #[must_use]
    pub fn message(&self, message: &OutboundMessage) -> Report {
        let (mut text, mut count) = (None, None);
        let mut measure = |sent: &str, is_smart_encoded: bool, profile: Option<Profile>| {
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
        let report = self.measured(message, &mut measure);
        Report {
            text,
            count,
            ..report
        }
    }

    /// The same, the text measured by somebody else and left out of the report.
    pub(crate) fn measured(
        &self,
        message: &OutboundMessage,
        measure: &mut body::Measure<'_>,
    ) -> Report {
        let mut draft = Draft::new(self, message);
        parties::check(&mut draft);
        let cost = body::check(&mut draft, measure);
        let media = media::check(&mut draft);
        country::check(&mut draft, cost.map_or(1, |cost| cost.segments));
        template::check(&mut draft);
        link::check(&mut draft);
        schedule::check(&mut draft);
        delivery::check(&mut draft);
        Report {
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
    /// [`Check`] takes more of what the host knows.
    #[must_use]
    pub fn validate(&self, now: u64) -> Report {
        Check::at(now).message(self)
    }
}

/// A message under check: its addresses as far as they can be read, and what was found.
pub(super) struct Draft<'m> {
    pub check: &'m Check,
    pub message: &'m OutboundMessage,
    pub to: Option<Address>,
    pub from: Option<Address>,
    pub channel: Channel,
    pub found: Vec<Violation>,
}

impl<'m> Draft<'m> {
    fn new(check: &'m Check, message: &'m OutboundMessage) -> Self {
        let read = |text: Option<&str>| text.and_then(|text| text.parse::<Address>().ok());
        let (to, from) = (
            read(given(message.to.as_deref())),
            read(given(message.from.as_deref())),
        );
        let known = to.as_ref().or(from.as_ref());
        Draft {
            check,
            message,
            channel: known.map_or(Channel::Sms, Address::channel),
            to,
            from,
            found: Vec::new(),
        }
    }

    pub fn add(&mut self, violation: Violation) {
        self.found.push(violation);
    }

    /// What the sender of SMS is, where the message names one.
    pub fn sender_kind(&self) -> Option<SenderKind> {
        self.from.as_ref().and_then(Address::sender_kind)
    }

    pub fn has_service(&self) -> bool {
        given(self.message.messaging_service_sid.as_deref()).is_some()
    }

    pub fn has_template(&self) -> bool {
        given(self.message.content_sid.as_deref()).is_some()
    }

    /// Whether it goes out as MMS.
    pub fn is_mms(&self) -> bool {
        let asked = self.message.send_as_mms == Some(true);
        self.channel == Channel::Sms && (asked || !self.message.media_url.is_empty())
    }
}

/// A parameter that says something: an empty one is as good as none.
pub(super) fn given(value: Option<&str>) -> Option<&str> {
    value.filter(|value| !value.is_empty())
}

/// What a check found: every violation, what the text costs, and what becomes of each piece of media.
///
/// ```
/// use septet::message::{Channel, OutboundMessage};
///
/// let message = OutboundMessage::new("+14155552671").with_from("+14155550199").with_body("“Hi”").smart_encoded();
/// let report = message.validate(1_800_000_000);
/// assert!(report.is_acceptable() && report.violations().is_empty());
/// assert_eq!((report.channel(), report.text()), (Channel::Sms, Some("\"Hi\"")));
/// assert_eq!(report.count().unwrap().encoding().name(), "GSM-7");
/// assert!(report.media().is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    channel: Channel,
    violations: Vec<Violation>,
    text: Option<String>,
    count: Option<Count>,
    media: Option<crate::media::Report>,
}

impl Report {
    /// The channel, by the recipient's address.
    #[must_use]
    pub const fn channel(&self) -> Channel {
        self.channel
    }

    /// Everything that is wrong, parameter by parameter; warnings too.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// Whether nothing is an error; warnings are no errors.
    #[must_use]
    pub fn is_acceptable(&self) -> bool {
        let is_error = |violation: &Violation| violation.severity() == Severity::Error;
        !self.violations.iter().any(is_error)
    }

    /// The text as it travels: links shortened where the service's domain is known, characters
    /// replaced where smart encoding is asked for. `None` without a text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Encoding and segments of the text as it travels, for SMS alone. Toll-free senders are counted
    /// with [`Profile::TollFree`](crate::Profile::TollFree).
    ///
    /// ```
    /// use septet::message::OutboundMessage;
    ///
    /// let message = OutboundMessage::new("+14155552671").with_body("“Hello”");
    /// let count = |message: OutboundMessage| message.validate(0).count().unwrap();
    /// assert_eq!(count(message.clone()).encoding().name(), "UCS-2");
    /// assert_eq!(count(message.smart_encoded()).encoding().name(), "GSM-7");
    /// ```
    #[must_use]
    pub const fn count(&self) -> Option<Count> {
        self.count
    }

    /// What becomes of the media; `None` without media and on channels with no published limits.
    #[must_use]
    pub const fn media(&self) -> Option<&crate::media::Report> {
        self.media.as_ref()
    }
}
