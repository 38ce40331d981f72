//! Judging files by the table of limits.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::channel::{Carrier, MediaChannel};
use super::item::Item;
use super::limit::MediaSupport;
use super::limits::MESSAGE_LIMITS;
use super::media_type::MediaType;
use super::report::{MediaReport, MessageProblem};
use super::verdict::{MediaAction, MediaOutcome, MediaReason, Verdict};
use crate::address::SenderKind;
use crate::conflict::ConflictPolicy;

/// Judges files for one channel.
///
/// ```
/// use septet::media::{Carrier, MediaChannel, MediaValidator, Item, MediaOutcome};
/// use septet::message::{ConflictPolicy, SenderKind};
///
/// let video = Item::new("video/mp4".parse()?).with_bytes(1_200_000);
/// let strict = MediaValidator::new(MediaChannel::Mms);
/// assert_eq!(strict.validate_item(&video).outcome(), MediaOutcome::Refused);
///
/// // Believe the carriers instead of the API text: T-Mobile takes 1.5 MB from a long code.
/// let carrier = strict
///     .with_conflict_policy(ConflictPolicy::Lenient)
///     .with_sender(SenderKind::LongCode)
///     .with_carrier(Carrier::TMobile);
/// assert_eq!(carrier.validate_item(&video).outcome(), MediaOutcome::PassedOn);
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[doc(alias = "checkMedia")]
#[doc(alias = "MediaOptions")]
pub struct MediaValidator {
    pub(super) channel: MediaChannel,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) sender: Option<SenderKind>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) carrier: Option<Carrier>,
    #[cfg_attr(feature = "serde", serde(default, rename = "reading"))]
    policy: ConflictPolicy,
}

impl MediaValidator {
    /// For a channel; no matter which sender and carrier, by the strictest of the published limits.
    #[must_use]
    pub const fn new(channel: MediaChannel) -> Self {
        MediaValidator {
            channel,
            sender: None,
            carrier: None,
            policy: ConflictPolicy::Strict,
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

    /// Sets the limit to apply if sources disagree. [`ConflictPolicy::Lenient`] follows the carriers for MMS with anything but
    /// images: the lowest of their limits, or the limit of [`MediaValidator::with_carrier`].
    #[must_use]
    pub const fn with_conflict_policy(mut self, policy: ConflictPolicy) -> Self {
        self.policy = policy;
        self
    }

    /// Judges one file.
    #[must_use]
    pub fn validate_item(&self, item: &Item) -> Verdict {
        let mut verdict = Verdict {
            channel: self.channel,
            media_type: item.media_type().cloned(),
            bytes: item.bytes(),
            outcome: MediaOutcome::Refused,
            reason: MediaReason::Empty,
            limit: None,
            other_limits: Vec::new(),
            note: Cow::Borrowed(""),
            source: Cow::Borrowed(""),
            action: MediaAction::Replace,
        };
        (verdict.outcome, verdict.reason, verdict.action) = self.judge(item, &mut verdict);
        verdict
    }

    /// Judges a file: outcome, reason and action. Notes in the verdict the limit that decided.
    fn judge(self, item: &Item, verdict: &mut Verdict) -> (MediaOutcome, MediaReason, MediaAction) {
        if item.bytes() == Some(0) {
            return (
                MediaOutcome::Refused,
                MediaReason::Empty,
                MediaAction::Replace,
            );
        }
        let Some(media_type) = item.media_type() else {
            return (
                MediaOutcome::Unknown,
                MediaReason::TypeUnknown,
                MediaAction::FindOut,
            );
        };
        if let Some(found) = item.contradiction() {
            let media_type = found.clone();
            let action = MediaAction::Declare { media_type };
            return (MediaOutcome::Refused, MediaReason::Contradiction, action);
        }
        let Some(row) = self.row(media_type) else {
            let action = self.substitute(media_type);
            return (MediaOutcome::Refused, MediaReason::UnsupportedType, action);
        };
        verdict.note = Cow::Borrowed(row.note);
        verdict.source = Cow::Borrowed(row.source);
        let mut limits = self.limits(media_type);
        if self.policy == ConflictPolicy::Lenient && limits.len() > 1 {
            let preferred = self.preferred(media_type, &limits);
            limits.rotate_left(preferred);
        }
        let mut limits = limits.into_iter();
        verdict.limit = limits.next();
        verdict.other_limits = limits.collect();
        let Some(limit) = &verdict.limit else {
            return (
                MediaOutcome::Unknown,
                MediaReason::NoPublishedLimit,
                MediaAction::None,
            );
        };
        match item.bytes() {
            None => (
                MediaOutcome::Unknown,
                MediaReason::SizeUnknown,
                MediaAction::FindOut,
            ),
            Some(bytes) if bytes > limit.bytes() => {
                let action = if is_compressible(media_type) {
                    MediaAction::Shrink {
                        bytes: limit.bytes(),
                    }
                } else {
                    MediaAction::SendAsLink
                };
                (MediaOutcome::Refused, MediaReason::TooLarge, action)
            }
            Some(_) => {
                let (outcome, reason) = self.accepted(row.support);
                (outcome, reason, MediaAction::None)
            }
        }
    }

    /// The outcome for a file within its limit.
    fn accepted(self, support: MediaSupport) -> (MediaOutcome, MediaReason) {
        match support {
            MediaSupport::Full if self.channel == MediaChannel::Mms => {
                (MediaOutcome::Supported, MediaReason::Resized)
            }
            MediaSupport::Full => (MediaOutcome::Supported, MediaReason::Supported),
            MediaSupport::AcceptOnly | MediaSupport::Listed | MediaSupport::Limit => {
                (MediaOutcome::PassedOn, MediaReason::AcceptedOnly)
            }
        }
    }

    /// Judges the files of one message: each, their number, and their bytes together.
    ///
    /// ```
    /// use septet::media::{MediaChannel, MediaValidator, Item};
    ///
    /// let photo = Item::new("image/jpeg".parse()?).with_bytes(3_000_000);
    /// let report = MediaValidator::new(MediaChannel::Mms).validate(&[photo.clone(), photo]);
    /// assert!(!report.is_accepted());
    /// let (sentence, fix) = report.problem_sentences().next().unwrap();
    /// assert_eq!(sentence, "the files together have 6,000,000 bytes, one message on MMS takes 5,242,880");
    /// assert_eq!(fix, "shrink them by 757,120 bytes, or send several messages");
    /// # Ok::<(), septet::media::MediaTypeError>(())
    /// ```
    #[must_use]
    pub fn validate(&self, items: &[Item]) -> MediaReport {
        let mut report = MediaReport {
            channel: self.channel,
            verdicts: items.iter().map(|item| self.validate_item(item)).collect(),
            problems: Vec::new(),
            note: Cow::Borrowed(""),
            source: Cow::Borrowed(""),
        };
        // The strictest of a channel comes first.
        let row = MESSAGE_LIMITS.iter().find(|row| {
            let is_sender =
                row.sender.is_none() || self.sender.is_none() || row.sender == self.sender;
            row.channel == self.channel && is_sender
        });
        let Some(row) = row else { return report };
        report.note = Cow::Borrowed(row.note);
        report.source = Cow::Borrowed(row.source);
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
    fn substitute(self, media_type: &MediaType) -> MediaAction {
        let candidate = match media_type.top_level() {
            "image" => "image/jpeg",
            "audio" => "audio/mpeg",
            "video" => "video/mp4",
            _ => "application/pdf",
        };
        let to = MediaType::plain(candidate);
        if media_type.canonical() != to && self.row(&to).is_some() {
            MediaAction::Convert { to }
        } else {
            MediaAction::SendAsLink
        }
    }
}

/// True for types that can be made smaller at the expense of quality: images, sound and video.
fn is_compressible(media_type: &MediaType) -> bool {
    matches!(media_type.top_level(), "image" | "audio" | "video")
}
