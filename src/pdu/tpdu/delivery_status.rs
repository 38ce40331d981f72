//! The status in a status report (TP-ST, TS 23.040 clause 9.2.3.15).

use core::fmt;

/// The delivery status that a service centre reports, 0x00..=0xFF.
///
/// ```
/// use septet::pdu::{DeliveryOutcome, DeliveryStatus};
///
/// let status = DeliveryStatus::new(0x46);
/// assert_eq!(status.outcome(), DeliveryOutcome::Failed);
/// assert_eq!(status.to_string(), "the validity period expired");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DeliveryStatus(u8);

/// The outcome for a message, by the four ranges of TP-ST.
///
/// ```
/// use septet::pdu::{DeliveryOutcome, DeliveryStatus};
///
/// assert_eq!(DeliveryStatus::new(0x00).outcome(), DeliveryOutcome::Completed);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeliveryOutcome {
    /// 0x00..=0x1F: the service centre has handed the message over.
    Completed,
    /// 0x20..=0x3F: delivery failed for now, and the service centre keeps trying.
    Pending,
    /// 0x40..=0x5F: delivery failed for good.
    Failed,
    /// 0x60..=0x7F: delivery failed for now, and the service centre has stopped trying.
    GaveUp,
    /// 0x80..=0xFF: reserved.
    Reserved,
}

impl DeliveryStatus {
    /// A status from its octet.
    ///
    /// ```
    /// assert_eq!(septet::pdu::DeliveryStatus::new(0x20).octet(), 0x20);
    /// ```
    #[must_use]
    pub const fn new(octet: u8) -> Self {
        Self(octet)
    }

    /// The octet, 0x00..=0xFF.
    ///
    /// ```
    /// assert_eq!(septet::pdu::DeliveryStatus::new(0xFF).octet(), 0xFF);
    /// ```
    #[must_use]
    pub const fn octet(self) -> u8 {
        self.0
    }

    /// The range of the status.
    ///
    /// ```
    /// use septet::pdu::{DeliveryOutcome, DeliveryStatus};
    ///
    /// assert_eq!(DeliveryStatus::new(0x20).outcome(), DeliveryOutcome::Pending);
    /// ```
    #[must_use]
    pub const fn outcome(self) -> DeliveryOutcome {
        match self.0 >> 5 {
            0 => DeliveryOutcome::Completed,
            1 => DeliveryOutcome::Pending,
            2 => DeliveryOutcome::Failed,
            3 => DeliveryOutcome::GaveUp,
            _ => DeliveryOutcome::Reserved,
        }
    }

    /// The meaning of the value, such as "received by the recipient".
    ///
    /// ```
    /// let status = septet::pdu::DeliveryStatus::new(0x00);
    /// assert_eq!(status.meaning(), "received by the recipient");
    /// ```
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self.0 {
            0x00 => "received by the recipient",
            0x01 => "forwarded, but the service centre cannot confirm that it arrived",
            0x02 => "replaced by a later message",
            0x20 | 0x60 => "congestion",
            0x21 | 0x61 => "the recipient is busy",
            0x22 | 0x62 => "no response from the recipient",
            0x23 | 0x63 => "service rejected",
            0x24 | 0x44 | 0x64 => "quality of service not available",
            0x25 | 0x65 => "error in the recipient's device",
            0x40 => "remote procedure error",
            0x41 => "incompatible destination",
            0x42 => "connection rejected by the recipient",
            0x43 => "recipient not obtainable",
            0x45 => "no interworking available",
            0x46 => "the validity period expired",
            0x47 => "deleted by the sender",
            0x48 => "deleted by the administration of the service centre",
            0x49 => "the service centre does not know the message",
            // The upper half of each range belongs to the service centre.
            octet if octet < 0x80 && octet & 0x10 != 0 => "a value of the service centre's own",
            _ => "reserved",
        }
    }
}

/// The meaning of the value.
impl fmt::Display for DeliveryStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.meaning())
    }
}

impl DeliveryOutcome {
    /// The name in JSON: `completed`, `pending`, `failed`, `gave-up` or `reserved`.
    ///
    /// ```
    /// assert_eq!(septet::pdu::DeliveryOutcome::GaveUp.name(), "gave-up");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Pending => "pending",
            Self::Failed => "failed",
            Self::GaveUp => "gave-up",
            Self::Reserved => "reserved",
        }
    }
}
