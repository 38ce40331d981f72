//! Faults of records.

use alloc::string::String;
use core::error::Error;
use core::fmt;

/// A record of a transcript has no valid octets.
///
/// ```
/// use septet::pdu::transcript::{Content, RecordError};
///
/// let error = Content::read("0G").unwrap_err();
/// assert_eq!(error, RecordError::Digit { character: 'G', index: 1 });
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RecordError {
    /// A character that is not a hexadecimal digit.
    Digit {
        /// The character.
        character: char,
        /// Its index among the digits, in characters.
        index: usize,
    },
    /// An odd number of digits.
    HalfOctet {
        /// Digits of the record.
        digits: usize,
    },
    /// A TP-UDL that is not a number up to 255.
    Udl {
        /// The text found instead.
        found: String,
    },
    /// A header without a message after it.
    Missing {
        /// The length that the modem announced, in octets.
        announced: Option<usize>,
    },
    /// A message in text mode, whose octets the modem does not show.
    TextMode,
    /// A page of a cell broadcast (`+CBM`).
    CellBroadcast,
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digit { character, index } => {
                write!(f, "{character:?} at index {index} is not a hexadecimal digit")
            }
            Self::HalfOctet { digits } => {
                write!(f, "{digits} hexadecimal digits are half an octet too many")
            }
            Self::Udl { found } => write!(f, "{found:?} is not a TP-UDL, 0 to 255"),
            Self::Missing { announced: Some(octets) } => {
                write!(f, "the modem announced a message of {octets} octets, but none follows")
            }
            Self::Missing { announced: None } => {
                f.write_str("the modem announced a message, but none follows")
            }
            Self::TextMode => f.write_str(
                "the message is in text mode, which does not show its octets: switch the modem to PDU mode (AT+CMGF=0)",
            ),
            Self::CellBroadcast => f.write_str("this is a cell broadcast (+CBM), not a short message"),
        }
    }
}

impl Error for RecordError {}
