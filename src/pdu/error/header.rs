//! Faults of a user data header.

use core::error::Error;
use core::fmt;

use super::PduField;

/// Octets are not a user data header (TS 23.040 clause 9.2.3.24), or a header cannot be built.
///
/// Offsets count octets from UDHL, which is octet 0.
///
/// ```
/// use septet::pdu::UserDataHeader;
///
/// let error = UserDataHeader::parse(&[0x05, 0x00, 0x03]).unwrap_err();
/// assert_eq!(error.to_string(), "UDHL announces 5 octets, 2 follow");
/// assert_eq!(error.offset(), 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UdhError {
    /// There is no octet at all, not even UDHL.
    Empty,
    /// UDHL announces more octets than follow.
    Truncated {
        /// Octets announced, 0..=255.
        announced: u8,
        /// Octets that follow UDHL.
        available: usize,
    },
    /// The header ends after an identifier: the length octet is missing.
    ElementWithoutLength {
        /// Information element identifier (IEI).
        identifier: u8,
        /// Octet of the identifier.
        offset: usize,
    },
    /// An element announces more octets than the header has left.
    ElementTruncated {
        /// Information element identifier (IEI).
        identifier: u8,
        /// Octet of the identifier.
        offset: usize,
        /// Octets announced, 0..=255.
        announced: u8,
        /// Octets left in the header.
        available: usize,
    },
    /// An element of fixed length has another length.
    ElementLength {
        /// Information element identifier (IEI).
        identifier: u8,
        /// Octet of the identifier.
        offset: usize,
        /// Octets the standard gives the element.
        expected: u8,
        /// Octets it has, 0..=255.
        found: u8,
    },
    /// An element holds a value the standard reserves or forbids.
    ElementValue {
        /// Information element identifier (IEI).
        identifier: u8,
        /// Octet of the value.
        offset: usize,
        /// The value, 0..=255.
        value: u8,
    },
    /// Building: with one element more the header would not fit the 140 octets of TP-UD.
    Full {
        /// Octets the header would have, UDHL included.
        octets: usize,
    },
}

impl UdhError {
    /// Octet the error points at, counted from UDHL (octet 0); never beyond the end of the input.
    ///
    /// ```
    /// let error = septet::pdu::UserDataHeader::parse(&[0x01, 0x24]).unwrap_err();
    /// assert_eq!(error.offset(), 1);
    /// ```
    #[must_use]
    pub const fn offset(&self) -> usize {
        match *self {
            Self::Empty | Self::Truncated { .. } | Self::Full { .. } => 0,
            Self::ElementWithoutLength { offset, .. }
            | Self::ElementTruncated { offset, .. }
            | Self::ElementLength { offset, .. }
            | Self::ElementValue { offset, .. } => offset,
        }
    }

    /// The field at fault: `UDHL` or an information element.
    ///
    /// ```
    /// use septet::pdu::{PduField, UserDataHeader};
    ///
    /// assert_eq!(UserDataHeader::parse(&[]).unwrap_err().field(), PduField::Udhl);
    /// ```
    #[must_use]
    pub const fn field(&self) -> PduField {
        match self {
            Self::Empty | Self::Truncated { .. } | Self::Full { .. } => PduField::Udhl,
            _ => PduField::InformationElement,
        }
    }
}

impl fmt::Display for UdhError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Empty => f.write_str("the header is empty: UDHL is missing"),
            Self::Truncated {
                announced,
                available,
            } => {
                write!(f, "UDHL announces {announced} octets, {available} follow")
            }
            Self::ElementWithoutLength { identifier, offset } => write!(
                f,
                "information element 0x{identifier:02X} at octet {offset} has no length octet"
            ),
            Self::ElementTruncated {
                identifier,
                offset,
                announced,
                available,
            } => write!(
                f,
                "information element 0x{identifier:02X} at octet {offset} announces {announced} octets, {available} are left in the header"
            ),
            Self::ElementLength {
                identifier,
                offset,
                expected,
                found,
            } => write!(
                f,
                "information element 0x{identifier:02X} at octet {offset} has a length of {found}, {expected} expected"
            ),
            Self::ElementValue {
                identifier,
                offset,
                value,
            } => write!(
                f,
                "information element 0x{identifier:02X} has the value 0x{value:02X} at octet {offset}, which is reserved"
            ),
            Self::Full { octets } => {
                write!(
                    f,
                    "a header of {octets} octets does not fit the 140 octets of TP-UD"
                )
            }
        }
    }
}

impl Error for UdhError {}
