//! The message waiting indication of a data coding scheme (TS 23.038 clause 4, groups 1100..=1110).

/// The kind of waiting message, bits 1..0 of the message waiting groups.
///
/// ```
/// use septet::pdu::{Dcs, WaitingKind};
///
/// assert_eq!(Dcs::new(0xDA).message_waiting().map(|w| w.kind()), Some(WaitingKind::Email));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum WaitingKind {
    /// A voice message.
    Voicemail = 0,
    /// A fax.
    Fax = 1,
    /// An electronic mail.
    Email = 2,
    /// Something else.
    Other = 3,
}

/// A message waiting indication: what waits, whether the indication goes on or off, whether the
/// text may be discarded.
///
/// ```
/// use septet::pdu::{MessageWaiting, WaitingKind};
///
/// let none_left = MessageWaiting::new(WaitingKind::Voicemail).inactive();
/// assert!(!none_left.is_active());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MessageWaiting {
    pub(super) kind: WaitingKind,
    pub(super) active: bool,
    pub(super) discardable: bool,
}

impl MessageWaiting {
    /// An active indication whose text is stored.
    ///
    /// ```
    /// use septet::pdu::{MessageWaiting, WaitingKind};
    ///
    /// assert!(MessageWaiting::new(WaitingKind::Fax).is_active());
    /// ```
    #[must_use]
    pub const fn new(kind: WaitingKind) -> Self {
        Self {
            kind,
            active: true,
            discardable: false,
        }
    }

    /// Switches the indication off: no message of the kind waits any more.
    ///
    /// ```
    /// use septet::pdu::{MessageWaiting, WaitingKind};
    ///
    /// assert!(!MessageWaiting::new(WaitingKind::Fax).inactive().is_active());
    /// ```
    #[must_use]
    pub const fn inactive(self) -> Self {
        Self {
            active: false,
            ..self
        }
    }

    /// Allows the receiver to discard the text once the indication is shown.
    ///
    /// ```
    /// use septet::pdu::{MessageWaiting, WaitingKind};
    ///
    /// assert!(MessageWaiting::new(WaitingKind::Fax).discardable().is_discardable());
    /// ```
    #[must_use]
    pub const fn discardable(self) -> Self {
        Self {
            discardable: true,
            ..self
        }
    }

    /// The kind of waiting message.
    ///
    /// ```
    /// use septet::pdu::{MessageWaiting, WaitingKind};
    ///
    /// assert_eq!(MessageWaiting::new(WaitingKind::Fax).kind(), WaitingKind::Fax);
    /// ```
    #[must_use]
    pub const fn kind(self) -> WaitingKind {
        self.kind
    }

    /// True if the indication is switched on.
    ///
    /// ```
    /// use septet::pdu::{MessageWaiting, WaitingKind};
    ///
    /// assert!(MessageWaiting::new(WaitingKind::Other).is_active());
    /// ```
    #[must_use]
    pub const fn is_active(self) -> bool {
        self.active
    }

    /// True if the text may be discarded.
    ///
    /// ```
    /// use septet::pdu::{MessageWaiting, WaitingKind};
    ///
    /// assert!(!MessageWaiting::new(WaitingKind::Other).is_discardable());
    /// ```
    #[must_use]
    pub const fn is_discardable(self) -> bool {
        self.discardable
    }
}
