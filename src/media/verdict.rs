//! The verdict on one file.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::channel::MediaChannel;
use super::limit::Limit;
use super::media_type::MediaType;

/// The outcome for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum MediaOutcome {
    /// Taken and shown.
    Supported,
    /// Taken and passed on as it is: the carrier and the device decide whether it is shown.
    PassedOn,
    /// Not known: the type or the size is missing, or no limit is published.
    Unknown,
    /// Not taken.
    Refused,
}

/// The reason for an outcome.
///
/// ```
/// use septet::media::{MediaChannel, MediaValidator, Item, MediaReason};
///
/// let reason = |bytes| Ok(MediaValidator::new(MediaChannel::WhatsApp).validate_item(&Item::new("image/png".parse()?).with_bytes(bytes)).reason());
/// assert_eq!(reason(1_000)?, MediaReason::Supported);
/// assert_eq!(reason(20_000_000)?, MediaReason::TooLarge);
/// assert_eq!(reason(0)?, MediaReason::Empty);
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum MediaReason {
    /// The type is fully supported and the size is within the limit.
    Supported,
    /// As before, and the provider makes the file smaller where the recipient's carrier needs it.
    Resized,
    /// The type is accepted and no more.
    AcceptedOnly,
    /// The provider names the type and publishes no limit.
    NoPublishedLimit,
    /// The size is not known.
    SizeUnknown,
    /// The type is not known.
    TypeUnknown,
    /// The channel does not take the type.
    UnsupportedType,
    /// The file is over the limit.
    TooLarge,
    /// The file has no bytes.
    Empty,
    /// The bytes are of another type than the declared one.
    Contradiction,
}

/// The action to take on a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(
        tag = "kind",
        rename_all = "kebab-case",
        rename_all_fields = "camelCase"
    )
)]
pub enum MediaAction {
    /// Nothing.
    None,
    /// Convert it to this type.
    Convert {
        /// A type of the same family that the channel takes.
        #[cfg_attr(feature = "serde", serde(rename = "mediaType"))]
        to: MediaType,
    },
    /// Make it smaller.
    Shrink {
        /// The most bytes it may have.
        bytes: u64,
    },
    /// Send a link to it in the text instead.
    SendAsLink,
    /// Have the server declare the type of the bytes.
    Declare {
        /// The type of the bytes.
        media_type: MediaType,
    },
    /// Put a file in its place that has bytes.
    Replace,
    /// Find out what is not known: the type or the size.
    FindOut,
}

/// The verdict on one file for a channel: outcome, reason, limit and action. Its `Display` is a sentence.
///
/// ```
/// use septet::media::{MediaAction, MediaChannel, MediaValidator, Item, MediaOutcome, MediaReason};
///
/// let photo = Item::new("image/png".parse()?).with_bytes(6_000_000);
/// let verdict = MediaValidator::new(MediaChannel::Mms).validate_item(&photo);
/// assert_eq!((verdict.outcome(), verdict.reason()), (MediaOutcome::Refused, MediaReason::TooLarge));
/// assert_eq!(verdict.channel(), MediaChannel::Mms);
/// assert_eq!(verdict.action(), &MediaAction::Shrink { bytes: 5_242_880 });
/// assert_eq!(verdict.sentence(), "image/png of 6,000,000 bytes is over the 5,242,880 bytes MMS takes");
/// assert_eq!(verdict.fix(), "shrink it to 5,242,880 bytes, or send a link to it");
/// assert_eq!((verdict.media_type().unwrap().essence(), verdict.bytes()), ("image/png", Some(6_000_000)));
/// assert_eq!((verdict.limit().unwrap().bytes(), verdict.other_limits().len()), (5_242_880, 0));
/// assert_eq!(verdict.source(), verdict.limit().unwrap().source());
/// assert_eq!(verdict.note(), "re-sized for the carrier; 5 MB is for the whole message");
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Verdict {
    pub(super) channel: MediaChannel,
    pub(super) media_type: Option<MediaType>,
    pub(super) bytes: Option<u64>,
    pub(super) outcome: MediaOutcome,
    pub(super) reason: MediaReason,
    pub(super) limit: Option<Limit>,
    pub(super) other_limits: Vec<Limit>,
    pub(super) note: Cow<'static, str>,
    pub(super) source: Cow<'static, str>,
    pub(super) action: MediaAction,
}

impl Verdict {
    /// The channel that it was judged for.
    #[must_use]
    pub const fn channel(&self) -> MediaChannel {
        self.channel
    }

    /// The outcome for the file.
    #[must_use]
    pub const fn outcome(&self) -> MediaOutcome {
        self.outcome
    }

    /// The reason for the outcome.
    #[must_use]
    pub const fn reason(&self) -> MediaReason {
        self.reason
    }

    /// The type it was judged by.
    #[must_use]
    pub const fn media_type(&self) -> Option<&MediaType> {
        self.media_type.as_ref()
    }

    /// Its size in bytes.
    #[must_use]
    pub const fn bytes(&self) -> Option<u64> {
        self.bytes
    }

    /// The limit it was judged by.
    #[must_use]
    pub const fn limit(&self) -> Option<&Limit> {
        self.limit.as_ref()
    }

    /// Other published limits for the same file, from the strictest; none where all sources agree.
    #[must_use]
    pub fn other_limits(&self) -> &[Limit] {
        &self.other_limits
    }

    /// Remarks of the source, such as the fate of the text that accompanies the file; may be empty.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }

    /// URL of the rule; empty if the file is refused because no rule names it.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The action to take.
    #[must_use]
    pub const fn action(&self) -> &MediaAction {
        &self.action
    }

    /// The error code the provider answers or calls back with; `None` where the file is taken, and
    /// for channels of other providers.
    ///
    /// ```
    /// use septet::media::{MediaChannel, MediaValidator, Item};
    ///
    /// let huge = Item::new("image/png".parse()?).with_bytes(6_000_000);
    /// assert_eq!(MediaValidator::new(MediaChannel::Mms).validate_item(&huge).error_code(), Some(11751));
    /// # Ok::<(), septet::media::MediaTypeError>(())
    /// ```
    #[must_use]
    pub const fn error_code(&self) -> Option<u32> {
        match (self.reason, self.channel) {
            (_, channel) if !channel.is_twilio() => None,
            // tests/data/errors.tsv, rows 11751, 12300, 63019 and 63021
            (MediaReason::TooLarge, _) => Some(11751),
            (MediaReason::Empty, _) => Some(63019),
            (MediaReason::UnsupportedType, MediaChannel::Mms) => Some(12300),
            (MediaReason::UnsupportedType | MediaReason::Contradiction, _) => Some(63021),
            _ => None,
        }
    }
}
