//! Folds status callbacks, late, early or twice, into what became of one message.

use super::error_code::ErrorCode;
use super::status::{Known, Status};

/// From the least to the most telling. A status stands behind every one that leads to it
/// (`status-transitions.tsv`), and a terminal one behind every one that is not. Of two terminal
/// ones that exclude each other, the later stage of the journey counts: a receipt cannot have come
/// for a message that failed before it was sent.
const ORDER: [Known; 13] = [
    Known::Receiving,
    Known::Scheduled,
    // Only what is still scheduled can be canceled: any later status says that it was sent all the same.
    Known::Canceled,
    Known::Accepted,
    Known::Queued,
    Known::Sending,
    Known::Sent,
    Known::PartiallyDelivered,
    Known::Received,
    Known::Failed,
    Known::Undelivered,
    Known::Delivered,
    Known::Read,
];

/// The delivery state of one message, from the callbacks received so far.
///
/// Callbacks may arrive out of order and repeatedly
/// (<https://www.twilio.com/docs/messaging/guides/track-outbound-message-status>). The result depends neither on their order nor
/// on repetitions.
///
/// ```
/// use septet::catalogue::{Delivery, ErrorCode, Status};
///
/// let mut delivery = Delivery::new();
/// delivery.observe(&Status::UNDELIVERED, Some(ErrorCode::new(30003)));
/// delivery.observe(&Status::SENT, None); // late
/// assert_eq!(delivery.status(), Some(&Status::UNDELIVERED));
/// assert_eq!(delivery.error_code(), Some(ErrorCode::new(30003)));
/// assert_eq!(delivery.seen().collect::<Vec<_>>(), [Status::SENT, Status::UNDELIVERED]);
/// assert!(delivery.is_final() && !delivery.is_contradictory());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[doc(alias = "mergeStatuses")]
pub struct Delivery {
    /// One bit for each known status.
    seen: u16,
    /// The greatest by rank; if none is known, the greatest by name.
    status: Option<Status>,
    error_code: Option<ErrorCode>,
}

impl Delivery {
    /// Creates the state of a message with no callback yet.
    #[must_use]
    pub const fn new() -> Self {
        Delivery {
            seen: 0,
            status: None,
            error_code: None,
        }
    }

    /// Takes in one callback. The error code stays with the status it came with.
    ///
    /// ```
    /// use septet::catalogue::{Delivery, Status};
    ///
    /// let mut delivery = Delivery::new();
    /// delivery.observe(&Status::DELIVERED, None);
    /// delivery.observe(&Status::SENT, None); // arrives late
    /// assert_eq!(delivery.status(), Some(&Status::DELIVERED));
    /// ```
    pub fn observe(&mut self, status: &Status, error_code: Option<ErrorCode>) {
        if let Some(known) = status.known_name() {
            self.seen |= known.bit();
        }
        self.weigh(status, error_code);
    }

    /// Takes in all that another record of the same message has seen.
    ///
    /// ```
    /// use septet::catalogue::{Delivery, Status};
    ///
    /// let (mut here, mut there) = (Delivery::new(), Delivery::new());
    /// here.observe(&Status::SENT, None);
    /// there.observe(&Status::DELIVERED, None);
    /// here.merge(&there);
    /// assert_eq!(here.status(), Some(&Status::DELIVERED));
    /// ```
    pub fn merge(&mut self, other: &Delivery) {
        self.seen |= other.seen;
        if let Some(status) = &other.status {
            self.weigh(status, other.error_code);
        }
    }

    /// Takes a status for the one that counts if it is more telling.
    fn weigh(&mut self, status: &Status, error_code: Option<ErrorCode>) {
        let ours = self.status.as_ref().map(|status| (rank(status), status));
        match Some((rank(status), status)).cmp(&ours) {
            core::cmp::Ordering::Less => {}
            core::cmp::Ordering::Equal => self.error_code = self.error_code.max(error_code),
            core::cmp::Ordering::Greater => {
                self.status = Some(status.clone());
                self.error_code = error_code;
            }
        }
    }

    /// The most telling status so far. A status that is not in the catalogue counts only as long as
    /// no known one has come.
    #[must_use]
    pub const fn status(&self) -> Option<&Status> {
        self.status.as_ref()
    }

    /// The error code that came with that status; the highest if several did.
    #[must_use]
    pub const fn error_code(&self) -> Option<ErrorCode> {
        self.error_code
    }

    /// True if the status is terminal.
    ///
    /// ```
    /// use septet::catalogue::{Delivery, Status};
    ///
    /// let mut delivery = Delivery::new();
    /// delivery.observe(&Status::SENT, None);
    /// assert!(!delivery.is_final());
    /// delivery.observe(&Status::DELIVERED, None);
    /// assert!(delivery.is_final());
    /// ```
    #[must_use]
    pub fn is_final(&self) -> bool {
        self.status.as_ref().is_some_and(Status::is_terminal)
    }

    /// Says that a terminal status came and another one that neither leads to it nor follows it, such as `delivered`
    /// and `undelivered`, or `sent` and `canceled`.
    ///
    /// ```
    /// use septet::catalogue::{Delivery, Status};
    ///
    /// let mut delivery = Delivery::new();
    /// delivery.observe(&Status::DELIVERED, None);
    /// delivery.observe(&Status::READ, None);
    /// assert!(!delivery.is_contradictory());
    /// delivery.observe(&Status::UNDELIVERED, None);
    /// assert!(delivery.is_contradictory());
    /// assert_eq!(delivery.status(), Some(&Status::READ));
    /// ```
    #[must_use]
    pub fn is_contradictory(&self) -> bool {
        let follow = |one: &Status, other: &Status| {
            one == other || one.leads_to(other) || other.leads_to(one)
        };
        // The provider's pages have no step to or from this one.
        let placed = |status: &Status| *status != Status::PARTIALLY_DELIVERED;
        let mut ends = self.seen().filter(Status::is_terminal);
        ends.any(|end| {
            self.seen()
                .filter(placed)
                .any(|other| !follow(&end, &other))
        })
    }

    /// The known statuses seen, in the order a message goes through them.
    pub fn seen(&self) -> impl Iterator<Item = Status> {
        let seen = self.seen;
        ORDER
            .into_iter()
            .filter(move |known| seen & known.bit() != 0)
            .map(Status::from)
    }
}

/// Higher for the more telling; 0 for unknown statuses.
fn rank(status: &Status) -> usize {
    let known = status.known_name();
    ORDER
        .iter()
        .position(|&row| Some(row) == known)
        .map_or(0, |position| position + 1)
}

#[cfg(feature = "serde")]
impl serde::Serialize for Delivery {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let seen: alloc::vec::Vec<Status> = self.seen().collect();
        let mut shape = serializer.serialize_struct("Delivery", 5)?;
        shape.serialize_field("status", &self.status)?;
        shape.serialize_field("errorCode", &self.error_code)?;
        shape.serialize_field("final", &self.is_final())?;
        shape.serialize_field("contradictory", &self.is_contradictory())?;
        shape.serialize_field("seen", &seen)?;
        shape.end()
    }
}

/// What was observed; the rest follows from it.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Delivery {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Shape {
            status: Option<Status>,
            error_code: Option<ErrorCode>,
            seen: alloc::vec::Vec<Status>,
        }
        let shape = Shape::deserialize(deserializer)?;
        let mut delivery = Delivery::new();
        for status in &shape.seen {
            delivery.observe(status, None);
        }
        if let Some(status) = &shape.status {
            delivery.observe(status, shape.error_code);
        }
        if delivery.status == shape.status && delivery.error_code == shape.error_code {
            Ok(delivery)
        } else {
            let message = "the status of a delivery must be the most telling one it has seen";
            Err(serde::de::Error::custom(message))
        }
    }
}
