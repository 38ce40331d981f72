//! Faults of a whole message, before its user data.

use core::error::Error;
use core::fmt;

use super::other::OtherPdu;
use crate::pdu::error::{DecodeError, PduField};

/// Why octets are not a message; offsets count octets of the input.
///
/// ```
/// use septet::pdu::{PduField, Tpdu};
///
/// let error = Tpdu::parse(&[0x02]).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "TP-MTI at octet 0 is 2, a status report or a command, not a message with a text"
/// );
/// assert_eq!((error.field(), error.offset()), (PduField::MessageType, 0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TpduError {
    /// A field that ends early.
    Truncated {
        /// The field.
        field: PduField,
        /// Where it begins.
        offset: usize,
        /// Octets it takes.
        needed: usize,
        /// Octets left from its beginning.
        available: usize,
    },
    /// Another message type than the one to read, or the reserved type 3 in octets that are not a
    /// well-formed SMS-DELIVER.
    MessageType {
        /// The octet of the message type.
        offset: usize,
        /// TP-MTI, 0..=3.
        mti: u8,
    },
    /// Octets that are neither a message nor a status report.
    Other {
        /// The octet where they begin.
        offset: usize,
        /// What they look like.
        pdu: OtherPdu,
    },
    /// Digits that are not a time; an error of strict reading alone.
    Timestamp {
        /// The field.
        field: PduField,
        /// Where it begins.
        offset: usize,
        /// Its octets.
        octets: [u8; 7],
    },
    /// User data at fault; an error of strict reading alone.
    UserData {
        /// Where TP-UD begins.
        offset: usize,
        /// The fault, whose offset counts from there.
        error: DecodeError,
    },
    /// Octets after the last field; an error of strict reading alone.
    Surplus {
        /// The first of them.
        offset: usize,
        /// Number of octets.
        octets: usize,
    },
    /// Another length than the modem announced; an error of strict reading alone.
    Announced {
        /// Octets announced, without the service centre's address.
        announced: usize,
        /// Octets that came.
        available: usize,
    },
    /// An address that is too long for clause 9.1.2.5.
    AddressLength {
        /// The field.
        field: PduField,
        /// Where it begins.
        offset: usize,
        /// Its length, 21..=255 semi-octets.
        semi_octets: u8,
    },
}

impl TpduError {
    /// Octet of the input the error points at, 0..=its length.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Tpdu::parse(&[]).unwrap_err().offset(), 0);
    /// ```
    #[must_use]
    pub const fn offset(&self) -> usize {
        match *self {
            Self::Truncated { offset, .. }
            | Self::MessageType { offset, .. }
            | Self::Other { offset, .. }
            | Self::Timestamp { offset, .. }
            | Self::Surplus { offset, .. }
            | Self::AddressLength { offset, .. } => offset,
            Self::UserData { offset, error } => offset + error.offset(),
            Self::Announced { .. } => 0,
        }
    }

    /// The field at fault.
    ///
    /// ```
    /// use septet::pdu::{PduField, Tpdu};
    ///
    /// assert_eq!(Tpdu::parse(&[]).unwrap_err().field(), PduField::MessageType);
    /// ```
    #[must_use]
    pub const fn field(&self) -> PduField {
        match *self {
            Self::Truncated { field, .. }
            | Self::AddressLength { field, .. }
            | Self::Timestamp { field, .. } => field,
            Self::MessageType { .. } | Self::Other { .. } => PduField::MessageType,
            Self::UserData { ref error, .. } => error.field(),
            Self::Surplus { .. } | Self::Announced { .. } => PduField::Surplus,
        }
    }
}

impl fmt::Display for TpduError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Truncated {
                field,
                offset,
                needed,
                available,
            } => write!(
                f,
                "{field} at octet {offset} takes {needed} octets, {available} are left"
            ),
            Self::MessageType { offset, mti: 3 } => write!(
                f,
                "TP-MTI at octet {offset} is 3, which is reserved, and the octets after it are not a whole message either"
            ),
            Self::MessageType { offset, mti: 2 } => write!(
                f,
                "TP-MTI at octet {offset} is 2, a status report or a command, not a message with a text"
            ),
            Self::MessageType { offset, mti } => write!(
                f,
                "TP-MTI at octet {offset} is {mti}, a message with a text, not a status report"
            ),
            Self::Other { ref pdu, .. } => write!(f, "this is {pdu}, {}", pdu.what_to_do()),
            Self::Timestamp {
                field,
                offset,
                octets,
            } => {
                write!(f, "{field} at octet {offset} is ")?;
                octets
                    .iter()
                    .try_for_each(|octet| write!(f, "{octet:02X}"))?;
                f.write_str(", not a time")
            }
            Self::UserData { ref error, .. } => write!(f, "TP-UD: {error}"),
            Self::Surplus { offset, octets } => {
                write!(f, "at octet {offset}: {octets} octets after the last field")
            }
            Self::Announced {
                announced,
                available,
            } => write!(
                f,
                "the modem announced {announced} octets, but {available} came"
            ),
            Self::AddressLength {
                field,
                offset,
                semi_octets,
            } => write!(
                f,
                "{field} at octet {offset} has a length of {semi_octets} digits, at most 20 are possible"
            ),
        }
    }
}

impl Error for TpduError {}
