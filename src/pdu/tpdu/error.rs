//! Faults of a whole message, before its user data.

use core::error::Error;
use core::fmt;

use crate::pdu::error::PduField;

/// Why octets are not a message; offsets count octets of the input.
///
/// ```
/// use septet::pdu::{PduField, Tpdu};
///
/// let error = Tpdu::parse(&[0x02]).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "TP-MTI at octet 0 is 2, a status report or command, which carries no text to read"
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
    /// A message type other than SMS-DELIVER and SMS-SUBMIT.
    MessageType {
        /// The octet of the message type.
        offset: usize,
        /// TP-MTI, 2.
        mti: u8,
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
            | Self::AddressLength { offset, .. } => offset,
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
            Self::Truncated { field, .. } | Self::AddressLength { field, .. } => field,
            Self::MessageType { .. } => PduField::MessageType,
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
            Self::MessageType { offset, mti } => write!(
                f,
                "TP-MTI at octet {offset} is {mti}, a status report or command, which carries no text to read"
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
