//! One published limit, and the rows of the table.

use alloc::borrow::Cow;

use super::channel::{Carrier, MediaChannel};
use crate::address::SenderKind;

/// A channel's support for a type that it accepts.
///
/// ```
/// use septet::media::{MediaChannel, MediaValidator, Item, MediaOutcome, MediaSupport};
///
/// let outcome = |support| match support {
///     MediaSupport::Full => MediaOutcome::Supported,
///     MediaSupport::AcceptOnly => MediaOutcome::PassedOn,
///     _ => MediaOutcome::Unknown,
/// };
/// let photo = Item::new("image/png".parse()?).with_bytes(1_000);
/// assert_eq!(MediaValidator::new(MediaChannel::Mms).validate_item(&photo).outcome(), outcome(MediaSupport::Full));
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaSupport {
    /// Shown to the recipient; on MMS made smaller for the recipient's carrier where needed.
    Full,
    /// Passed on as it is: the carrier and the recipient's device decide.
    AcceptOnly,
    /// Named by the provider, with nothing more said.
    Listed,
    /// A limit that holds for every type.
    Limit,
}

/// A published limit: bytes of one file, with its source.
///
/// ```
/// use septet::media::{MediaChannel, MediaValidator, Item};
///
/// let photo = Item::new("image/png".parse()?).with_bytes(1_000);
/// let verdict = MediaValidator::new(MediaChannel::Mms).validate_item(&photo);
/// let limit = verdict.limit().unwrap();
/// assert_eq!((limit.bytes(), limit.note()), (5_242_880, "re-sized for the carrier; 5 MB is for the whole message"));
/// assert!(limit.source().starts_with("https://"));
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Limit {
    pub(super) bytes: u64,
    pub(super) note: Cow<'static, str>,
    pub(super) source: Cow<'static, str>,
}

impl Limit {
    /// The most bytes that are accepted.
    #[must_use]
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Remarks of the source; empty if there are none.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }

    /// URL of the published limit.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }
}

/// The types that a row of the table covers.
#[derive(Clone, Copy)]
pub(super) enum What {
    Any,
    AnyButImages,
    Type(&'static str),
    Extension(&'static str),
}

/// A row of `tests/data/media.tsv`.
pub(super) struct Row {
    pub channel: MediaChannel,
    pub what: What,
    pub sender: Option<SenderKind>,
    pub carrier: Option<Carrier>,
    pub bytes: Option<u32>,
    pub support: MediaSupport,
    pub note: &'static str,
    pub source: &'static str,
}

impl Row {
    /// The row's limit, where it has one.
    pub fn limit(&self) -> Option<Limit> {
        self.bytes.map(|bytes| Limit {
            bytes: bytes.into(),
            note: Cow::Borrowed(self.note),
            source: Cow::Borrowed(self.source),
        })
    }
}

/// A row of `tests/data/media-messages.tsv`.
pub(super) struct MessageRow {
    pub channel: MediaChannel,
    /// The senders it is for; `None` for all.
    pub sender: Option<SenderKind>,
    pub items: Option<usize>,
    pub bytes: Option<u32>,
    pub note: &'static str,
    pub source: &'static str,
}
