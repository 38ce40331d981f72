//! The result of adding a part: its outcome, and the messages abandoned for it.

use alloc::vec::Vec;

use super::message::ConcatenatedMessage;

/// The outcome for a part, and the messages that were abandoned for it.
///
/// ```
/// use septet::{Segmenter, pdu::Reassembler};
///
/// let part = Segmenter::new().user_data("hello", 0)?.remove(0);
/// let received = Reassembler::new().insert("+15550100", part, 0);
/// assert!(received.abandoned().is_empty());
/// # Ok::<(), septet::pdu::UserDataError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received<K> {
    pub(super) outcome: PartOutcome,
    pub(super) abandoned: Vec<Abandoned<K>>,
}

/// The outcome for a part.
///
/// ```
/// use septet::{Segmenter, pdu::{PartOutcome, Reassembler}};
///
/// let part = Segmenter::new().user_data(&"a".repeat(161), 7)?.remove(0);
/// let mut reassembler = Reassembler::new();
/// reassembler.insert("+15550100", part.clone(), 0);
/// assert_eq!(reassembler.insert("+15550100", part, 1).outcome(), &PartOutcome::Duplicate);
/// # Ok::<(), septet::pdu::UserDataError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PartOutcome {
    /// The message has all its parts, at once if it is not concatenated.
    Complete(ConcatenatedMessage),
    /// The part was kept.
    Waiting {
        /// Sequence numbers of the parts that are still missing, 1..=255, in order.
        missing: Vec<u8>,
    },
    /// The part came before, in this message or in one that was complete.
    Duplicate,
}

/// A message that was given up before all its parts came.
///
/// ```
/// use septet::{Segmenter, pdu::{AbandonReason, Reassembler}};
///
/// let part = Segmenter::new().user_data(&"a".repeat(161), 7)?.remove(0);
/// let mut reassembler = Reassembler::new();
/// reassembler.insert("+15550100", part, 60);
/// let abandoned = reassembler.expire_before(3_660).remove(0);
/// assert_eq!((*abandoned.sender(), abandoned.reason()), ("+15550100", AbandonReason::Expired));
/// assert_eq!(abandoned.message().missing(), [2]);
/// # Ok::<(), septet::pdu::UserDataError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Abandoned<K> {
    pub(super) sender: K,
    pub(super) reason: AbandonReason,
    pub(super) message: ConcatenatedMessage,
}

/// The reason for abandoning a message.
///
/// ```
/// use septet::{Segmenter, pdu::{AbandonReason, Reassembler}};
///
/// let mut reassembler = Reassembler::new();
/// for text in ["a".repeat(161), "b".repeat(161)] {
///     let part = Segmenter::new().user_data(&text, 7)?.remove(0);
///     let received = reassembler.insert("+15550100", part, 0);
///     assert!(received.abandoned().iter().all(|given_up| given_up.reason() == AbandonReason::Replaced));
/// }
/// # Ok::<(), septet::pdu::UserDataError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum AbandonReason {
    /// A part under the same reference contradicted it.
    Replaced,
    /// The bound on messages or octets was reached, and no other message was quiet for longer.
    Memory,
    /// No part came for as long as the caller was willing to wait.
    Expired,
}

impl<K> Received<K> {
    /// The outcome for the part.
    ///
    /// ```
    /// # use septet::{Segmenter, pdu::{PartOutcome, Reassembler}};
    /// # let part = Segmenter::new().user_data(&"a".repeat(161), 7).unwrap().remove(0);
    /// let received = Reassembler::new().insert("+15550100", part, 0);
    /// assert_eq!(received.outcome(), &PartOutcome::Waiting { missing: vec![2] });
    /// ```
    #[must_use]
    pub const fn outcome(&self) -> &PartOutcome {
        &self.outcome
    }

    /// The outcome alone, for a caller that takes the message out of it.
    ///
    /// ```
    /// # use septet::{Segmenter, pdu::{PartOutcome, Reassembler}};
    /// # let part = Segmenter::new().user_data("hello", 7).unwrap().remove(0);
    /// let received = Reassembler::new().insert("+15550100", part, 0);
    /// assert!(matches!(received.into_outcome(), PartOutcome::Complete(_)));
    /// ```
    #[must_use]
    pub fn into_outcome(self) -> PartOutcome {
        self.outcome
    }

    /// Messages given up for this part: the one it contradicted, those over the bounds.
    ///
    /// ```
    /// # use septet::{Segmenter, pdu::Reassembler};
    /// # let part = Segmenter::new().user_data("hello", 7).unwrap().remove(0);
    /// assert!(Reassembler::new().insert("+15550100", part, 0).abandoned().is_empty());
    /// ```
    #[must_use]
    pub fn abandoned(&self) -> &[Abandoned<K>] {
        &self.abandoned
    }
}

impl<K> Abandoned<K> {
    /// The sender of the message.
    ///
    /// ```
    /// # use septet::{Segmenter, pdu::Reassembler};
    /// # let part = Segmenter::new().user_data(&"a".repeat(161), 7).unwrap().remove(0);
    /// # let mut reassembler = Reassembler::new();
    /// # reassembler.insert("+15550100", part, 0);
    /// assert_eq!(*reassembler.expire_before(1)[0].sender(), "+15550100");
    /// ```
    #[must_use]
    pub const fn sender(&self) -> &K {
        &self.sender
    }

    /// The parts that came, and what is missing.
    ///
    /// ```
    /// # use septet::{Segmenter, pdu::Reassembler};
    /// # let part = Segmenter::new().user_data(&"a".repeat(161), 7).unwrap().remove(0);
    /// # let mut reassembler = Reassembler::new();
    /// # reassembler.insert("+15550100", part, 0);
    /// assert_eq!(reassembler.expire_before(1)[0].message().missing(), [2]);
    /// ```
    #[must_use]
    pub const fn message(&self) -> &ConcatenatedMessage {
        &self.message
    }

    /// The reason for abandoning it.
    ///
    /// ```
    /// # use septet::{Segmenter, pdu::{AbandonReason, Reassembler}};
    /// # let part = Segmenter::new().user_data(&"a".repeat(161), 7).unwrap().remove(0);
    /// # let mut reassembler = Reassembler::new();
    /// # reassembler.insert("+15550100", part, 0);
    /// assert_eq!(reassembler.expire_before(1)[0].reason(), AbandonReason::Expired);
    /// ```
    #[must_use]
    pub const fn reason(&self) -> AbandonReason {
        self.reason
    }
}
