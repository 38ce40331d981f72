//! The statuses of a message and which may follow which
//! (<https://www.twilio.com/docs/messaging/api/message-resource>, copy of December 2025).

use alloc::boxed::Box;
use core::convert::Infallible;
use core::fmt;
use core::str::FromStr;

use super::tables::statuses::{STATUSES, TRANSITIONS};
#[cfg(feature = "serde")]
use crate::named::parsed;

/// The status of a message, as the provider names it; names not in the catalogue are kept.
///
/// ```
/// use septet::catalogue::Status;
///
/// let status = Status::from("undelivered");
/// assert_eq!(status, Status::UNDELIVERED);
/// assert!(status.is_terminal());
///
/// let tomorrow = Status::from("teleported");
/// assert!(!tomorrow.is_known());
/// assert_eq!(tomorrow.as_str(), "teleported");
/// ```
///
/// # Example: which may follow which
///
/// ```
/// use septet::catalogue::{Basis, Status};
///
/// assert_eq!(Status::SENT.step_to(&Status::DELIVERED), Some(Basis::Documented));
/// assert_eq!(Status::DELIVERED.step_to(&Status::SENT), None);
/// assert_eq!(Status::QUEUED.step_to(&Status::DELIVERED), None); // not in one step…
/// assert!(Status::QUEUED.leads_to(&Status::DELIVERED)); // …but in several
/// ```
///
/// # Example: every status of a message to a recipient
///
/// ```
/// use septet::catalogue::{Direction, Status};
///
/// let outbound: Vec<Status> = Status::known().filter(|status| status.direction() != Some(Direction::Inbound)).collect();
/// assert_eq!(outbound, [
///     Status::ACCEPTED, Status::SCHEDULED, Status::QUEUED, Status::SENDING, Status::SENT, Status::DELIVERED,
///     Status::UNDELIVERED, Status::FAILED, Status::CANCELED, Status::READ, Status::PARTIALLY_DELIVERED,
/// ]);
/// assert!(Status::RECEIVING.leads_to(&Status::RECEIVED));
/// assert_eq!(Status::READ.meaning(), Some("Recipient opened it and has read receipts on"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "statusDetails")]
pub struct Status(Name);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Name {
    Known(Known),
    Other(Box<str>),
}

/// A row of the catalogue: its position in `statuses.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::catalogue) enum Known {
    Accepted,
    Scheduled,
    Queued,
    Sending,
    Sent,
    Delivered,
    Undelivered,
    Failed,
    Canceled,
    Read,
    Receiving,
    Received,
    PartiallyDelivered,
}

pub(in crate::catalogue) struct Row {
    pub name: &'static str,
    pub direction: Direction,
    pub terminal: bool,
    pub meaning: &'static str,
}

/// The direction of the messages that have a status.
///
/// ```
/// use septet::catalogue::{Direction, Status};
///
/// assert_eq!(Status::DELIVERED.direction(), Some(Direction::Outbound));
/// assert_eq!(Status::RECEIVED.direction(), Some(Direction::Inbound));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Direction {
    /// Messages to a recipient.
    Outbound,
    /// Messages from a person.
    Inbound,
    /// Both.
    Both,
}

/// The evidence for a step from one status to another.
///
/// ```
/// use septet::catalogue::{Basis, Status};
///
/// assert_eq!(Status::DELIVERED.step_to(&Status::READ), Some(Basis::Documented));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Basis {
    /// The provider's documentation has it.
    Documented,
    /// It follows from error pages or other steps, but no page says so.
    Inferred,
    /// Only the late arrival of another callback makes it look so.
    Disorder,
}

impl Status {
    /// A messaging service has the request and is choosing a sender.
    pub const ACCEPTED: Status = Status(Name::Known(Known::Accepted));
    /// Held until its `SendAt`.
    pub const SCHEDULED: Status = Status(Name::Known(Known::Scheduled));
    /// Waiting in the queue of its sender.
    pub const QUEUED: Status = Status(Name::Known(Known::Queued));
    /// On its way to the next carrier.
    pub const SENDING: Status = Status(Name::Known(Known::Sending));
    /// Taken by the nearest carrier; stays the last status where no receipt comes.
    pub const SENT: Status = Status(Name::Known(Known::Sent));
    /// A receipt confirms delivery.
    pub const DELIVERED: Status = Status(Name::Known(Known::Delivered));
    /// A receipt denies delivery.
    pub const UNDELIVERED: Status = Status(Name::Known(Known::Undelivered));
    /// Could not be sent; for inbound messages, cut at 1,600 characters.
    pub const FAILED: Status = Status(Name::Known(Known::Failed));
    /// Called off before its `SendAt`.
    pub const CANCELED: Status = Status(Name::Known(Known::Canceled));
    /// Opened by its recipient (WhatsApp and RCS with read receipts).
    pub const READ: Status = Status(Name::Known(Known::Read));
    /// Inbound and being processed.
    pub const RECEIVING: Status = Status(Name::Known(Known::Receiving));
    /// Inbound and processed.
    pub const RECEIVED: Status = Status(Name::Known(Known::Received));
    /// Deprecated by the provider; still in its list of values.
    pub const PARTIALLY_DELIVERED: Status = Status(Name::Known(Known::PartiallyDelivered));

    /// Every status of the catalogue.
    ///
    /// ```
    /// use septet::catalogue::Status;
    ///
    /// assert_eq!(Status::known().count(), 13);
    /// ```
    #[doc(alias = "statuses")]
    pub fn known() -> impl Iterator<Item = Status> {
        Known::ALL
            .into_iter()
            .map(|known| Status(Name::Known(known)))
    }

    /// The name as the provider writes it, in lower case if it is a known one.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Name::Known(known) => known.row().name,
            Name::Other(name) => name,
        }
    }

    /// True if the catalogue has this status.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        matches!(self.0, Name::Known(_))
    }

    /// True if the message will not change any more. False for unknown statuses.
    ///
    /// `delivered` is terminal, though on WhatsApp and RCS `read` may still follow. `sent` is not,
    /// though it stays the last status where the carrier gives no receipt.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        self.row().is_some_and(|row| row.terminal)
    }

    /// The direction of the messages with this status; `None` for unknown statuses.
    #[must_use]
    pub fn direction(&self) -> Option<Direction> {
        self.row().map(|row| row.direction)
    }

    /// Its meaning, in a few words; `None` for unknown statuses.
    #[must_use]
    pub fn meaning(&self) -> Option<&'static str> {
        self.row().map(|row| row.meaning)
    }

    /// The evidence that `next` may follow this status directly (`status-transitions.tsv`). `None` if it may not, or if either is
    /// unknown.
    #[must_use]
    pub fn step_to(&self, next: &Status) -> Option<Basis> {
        let (from, to) = (self.known_name()?, next.known_name()?);
        let row = TRANSITIONS
            .iter()
            .find(|row| row.0 == from && row.1 == to)?;
        Some(row.2)
    }

    /// True if `later` may follow this status in one or more steps. False if either is unknown.
    #[must_use]
    pub fn leads_to(&self, later: &Status) -> bool {
        let (Some(from), Some(to)) = (self.known_name(), later.known_name()) else {
            return false;
        };
        let mut reached = 0_u16;
        let mut fresh = from.bit();
        while fresh != 0 {
            let next = TRANSITIONS
                .iter()
                .filter(|row| row.0.bit() & fresh != 0)
                .fold(0, |bits, row| bits | row.1.bit());
            fresh = next & !reached;
            reached |= next;
        }
        reached & to.bit() != 0
    }

    pub(in crate::catalogue) const fn known_name(&self) -> Option<Known> {
        match self.0 {
            Name::Known(known) => Some(known),
            Name::Other(_) => None,
        }
    }

    fn row(&self) -> Option<&'static Row> {
        self.known_name().map(Known::row)
    }
}

impl Known {
    pub(in crate::catalogue) const ALL: [Known; 13] = [
        Known::Accepted,
        Known::Scheduled,
        Known::Queued,
        Known::Sending,
        Known::Sent,
        Known::Delivered,
        Known::Undelivered,
        Known::Failed,
        Known::Canceled,
        Known::Read,
        Known::Receiving,
        Known::Received,
        Known::PartiallyDelivered,
    ];

    pub(in crate::catalogue) const fn bit(self) -> u16 {
        1 << self as u16
    }

    fn row(self) -> &'static Row {
        &STATUSES[self as usize]
    }
}

impl From<&str> for Status {
    /// Letter case is ignored for known names.
    fn from(name: &str) -> Self {
        let mut known = Known::ALL.into_iter();
        known
            .find(|known| known.row().name.eq_ignore_ascii_case(name))
            .map_or_else(
                || Status(Name::Other(name.into())),
                |known| Status(Name::Known(known)),
            )
    }
}

impl From<Known> for Status {
    fn from(known: Known) -> Self {
        Status(Name::Known(known))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Status {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl FromStr for Status {
    type Err = Infallible;

    /// Reads any status; one that the catalogue does not have is kept.
    fn from_str(name: &str) -> Result<Self, Infallible> {
        Ok(Status::from(name))
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Status {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer)
    }
}
