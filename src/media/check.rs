//! Judging files by the table of limits.

use alloc::vec::Vec;

use super::channel::{Carrier, Channel};
use super::item::Item;
use super::limit::Support;
use super::limits::MESSAGE_LIMITS;
use super::media_type::MediaType;
use super::report::{MessageProblem, Report};
use super::verdict::{Action, Outcome, Reason, Verdict};
use crate::address::SenderKind;
use crate::conflict::Reading;

/// Judges files for one channel.
///
/// ```
/// use septet::media::{Carrier, Channel, Check, Item, Outcome};
/// use septet::message::{Reading, SenderKind};
///
/// let video = Item::new("video/mp4".parse()?).with_bytes(1_200_000);
/// let strict = Check::new(Channel::Mms);
/// assert_eq!(strict.item(&video).outcome(), Outcome::Refused);
///
/// // Believe the carriers instead of the API text: T-Mobile takes 1.5 MB from a long code.
/// let carrier = strict
///     .with_reading(Reading::Looser)
///     .with_sender(SenderKind::LongCode)
///     .with_carrier(Carrier::TMobile);
/// assert_eq!(carrier.item(&video).outcome(), Outcome::PassedOn);
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    pub(super) channel: Channel,
    pub(super) sender: Option<SenderKind>,
    pub(super) carrier: Option<Carrier>,
    reading: Reading,
}

impl Check {
    /// For a channel; no matter which sender and carrier, by the strictest of the published limits.
    #[must_use]
    pub const fn new(channel: Channel) -> Self {
        Check {
            channel,
            sender: None,
            carrier: None,
            reading: Reading::Stricter,
        }
    }

    /// The kind of sender, where limits depend on it.
    #[must_use]
    pub const fn with_sender(mut self, sender: SenderKind) -> Self {
        self.sender = Some(sender);
        self
    }

    /// The carrier of the recipient, where it is known.
    #[must_use]
    pub const fn with_carrier(mut self, carrier: Carrier) -> Self {
        self.carrier = Some(carrier);
        self
    }

    /// Which limit holds where sources disagree. [`Reading::Looser`] believes the carriers about MMS
    /// with anything but images: the lowest of theirs, or the one of [`Check::with_carrier`].
    #[must_use]
    pub const fn with_reading(mut self, reading: Reading) -> Self {
        self.reading = reading;
        self
    }

    /// Judges one file.
    #[must_use]
    pub fn item(&self, item: &Item) -> Verdict {
        let mut verdict = Verdict {
            channel: self.channel,
            media_type: item.media_type().cloned(),
            bytes: item.bytes(),
            outcome: Outcome::Refused,
            reason: Reason::Empty,
            limit: None,
            other_limits: Vec::new(),
            note: "",
            source: "",
            action: Action::Replace,
        };
        (verdict.outcome, verdict.reason, verdict.action) = self.judge(item, &mut verdict);
        verdict
    }

    /// What becomes of a file, why, and what to do; notes in the verdict by which limit.
    fn judge(self, item: &Item, verdict: &mut Verdict) -> (Outcome, Reason, Action) {
        if item.bytes() == Some(0) {
            return (Outcome::Refused, Reason::Empty, Action::Replace);
        }
        let Some(media_type) = item.media_type() else {
            return (Outcome::Unknown, Reason::TypeUnknown, Action::FindOut);
        };
        if let Some(found) = item.contradiction() {
            let media_type = found.clone();
            let action = Action::Declare { media_type };
            return (Outcome::Refused, Reason::Contradiction, action);
        }
        let Some(row) = self.row(media_type) else {
            let action = self.substitute(media_type);
            return (Outcome::Refused, Reason::UnsupportedType, action);
        };
        verdict.note = row.note;
        verdict.source = row.source;
        let mut limits = self.limits(media_type);
        if self.reading == Reading::Looser && limits.len() > 1 {
            let preferred = self.preferred(media_type, &limits);
            limits.rotate_left(preferred);
        }
        let mut limits = limits.into_iter();
        verdict.limit = limits.next();
        verdict.other_limits = limits.collect();
        let Some(limit) = verdict.limit else {
            return (Outcome::Unknown, Reason::NoPublishedLimit, Action::None);
        };
        match item.bytes() {
            None => (Outcome::Unknown, Reason::SizeUnknown, Action::FindOut),
            Some(bytes) if bytes > limit.bytes() => {
                let action = if is_compressible(media_type) {
                    Action::Shrink {
                        bytes: limit.bytes(),
                    }
                } else {
                    Action::SendAsLink
                };
                (Outcome::Refused, Reason::TooLarge, action)
            }
            Some(_) => {
                let (outcome, reason) = self.accepted(row.support);
                (outcome, reason, Action::None)
            }
        }
    }

    /// What becomes of a file within its limit.
    fn accepted(self, support: Support) -> (Outcome, Reason) {
        match support {
            Support::Full if self.channel == Channel::Mms => (Outcome::Supported, Reason::Resized),
            Support::Full => (Outcome::Supported, Reason::Supported),
            Support::AcceptOnly | Support::Listed | Support::Limit => {
                (Outcome::PassedOn, Reason::AcceptedOnly)
            }
        }
    }

    /// Judges the files of one message: each, their number, and their bytes together.
    ///
    /// ```
    /// use septet::media::{Channel, Check, Item};
    ///
    /// let photo = Item::new("image/jpeg".parse()?).with_bytes(3_000_000);
    /// let report = Check::new(Channel::Mms).message(&[photo.clone(), photo]);
    /// assert!(!report.is_accepted());
    /// let (sentence, fix) = report.problem_sentences().next().unwrap();
    /// assert_eq!(sentence, "the files together have 6,000,000 bytes, one message on MMS takes 5,242,880");
    /// assert_eq!(fix, "shrink them by 757,120 bytes, or send several messages");
    /// # Ok::<(), septet::media::MediaTypeError>(())
    /// ```
    #[must_use]
    pub fn message(&self, items: &[Item]) -> Report {
        let mut report = Report {
            channel: self.channel,
            verdicts: items.iter().map(|item| self.item(item)).collect(),
            problems: Vec::new(),
            note: "",
            source: "",
        };
        let row = MESSAGE_LIMITS
            .iter()
            .find(|row| row.channel == self.channel);
        let Some(row) = row else { return report };
        report.note = row.note;
        report.source = row.source;
        if let Some(most) = row.items.filter(|most| items.len() > *most) {
            let items = items.len();
            report
                .problems
                .push(MessageProblem::TooManyItems { items, most });
        }
        let bytes = report.bytes();
        if let Some(most) = row
            .bytes
            .map(u64::from)
            .filter(|most| items.len() > 1 && bytes > *most)
        {
            report
                .problems
                .push(MessageProblem::TooLargeTogether { bytes, most });
        }
        report
    }

    /// A type of the same family that the channel takes, or a link where there is none.
    fn substitute(self, media_type: &MediaType) -> Action {
        let candidate = match media_type.top_level() {
            "image" => "image/jpeg",
            "audio" => "audio/mpeg",
            "video" => "video/mp4",
            _ => "application/pdf",
        };
        let to = MediaType::plain(candidate);
        if media_type.canonical() != to && self.row(&to).is_some() {
            Action::Convert { to }
        } else {
            Action::SendAsLink
        }
    }
}

/// Whether making a file of the type smaller is a matter of quality: images, sound and video.
fn is_compressible(media_type: &MediaType) -> bool {
    matches!(media_type.top_level(), "image" | "audio" | "video")
}
