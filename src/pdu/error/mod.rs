//! Errors in octets. Each error names the field and the octet in the terms of TS 23.040.

mod decode;
mod header;

use core::error::Error;
use core::fmt;

use crate::text::EncodingError;

pub use decode::DecodeError;
pub use header::UdhError;

/// A field of a short message, as error sentences and explanations name it.
///
/// ```
/// assert_eq!(septet::pdu::PduField::Udhl.to_string(), "UDHL");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PduField {
    /// The service centre's address, before a message that a modem shows.
    ServiceCentre,
    /// TP-MTI, two bits of the first octet of a message.
    MessageType,
    /// TP-MR, the phone's own number for a submitted message.
    MessageReference,
    /// TP-OA, the sender of a delivered message.
    OriginatingAddress,
    /// TP-DA, the recipient of a submitted message.
    DestinationAddress,
    /// TP-PID, the protocol identifier.
    ProtocolIdentifier,
    /// TP-DCS, the data coding scheme.
    Dcs,
    /// TP-SCTS, the service centre time stamp.
    Timestamp,
    /// TP-VP, the validity period of a submitted message.
    ValidityPeriod,
    /// TP-RA, the recipient that a status report is about.
    RecipientAddress,
    /// TP-DT, the discharge time of a status report.
    DischargeTime,
    /// TP-ST, the status of a status report.
    Status,
    /// TP-FCS, the failure cause of an error report.
    FailureCause,
    /// TP-PI, the parameter indicator of a report.
    ParameterIndicator,
    /// TP-CT, TP-MN or TP-CDL of a command.
    Command,
    /// TP-UDL, the length of the user data.
    Udl,
    /// UDHL, the length of the header, first octet of a TP-UD with a header.
    Udhl,
    /// An information element of the header.
    InformationElement,
    /// The bits between the header and the first septet.
    FillBits,
    /// The text or data after the header.
    Text,
    /// The bits after the last septet.
    SpareBits,
    /// Octets after the ones TP-UDL counts.
    Surplus,
}

impl fmt::Display for PduField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::ServiceCentre => "service centre address",
            Self::MessageType => "TP-MTI",
            Self::MessageReference => "TP-MR",
            Self::OriginatingAddress => "TP-OA",
            Self::DestinationAddress => "TP-DA",
            Self::ProtocolIdentifier => "TP-PID",
            Self::Dcs => "TP-DCS",
            Self::Timestamp => "TP-SCTS",
            Self::ValidityPeriod => "TP-VP",
            Self::RecipientAddress => "TP-RA",
            Self::DischargeTime => "TP-DT",
            Self::Status => "TP-ST",
            Self::FailureCause => "TP-FCS",
            Self::ParameterIndicator => "TP-PI",
            Self::Command => "TP-CT",
            Self::Udl => "TP-UDL",
            Self::Udhl => "UDHL",
            Self::InformationElement => "information element",
            Self::FillBits => "fill bits",
            Self::Text => "text",
            Self::SpareBits => "spare bits",
            Self::Surplus => "surplus octets",
        })
    }
}

/// Septets cannot be packed or unpacked.
///
/// ```
/// let error = septet::pdu::pack(&[0x41, 0x80], 0).unwrap_err();
/// assert_eq!(error.to_string(), "the code 0x80 at index 1 is not a septet (0x00..=0x7F)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackError {
    /// A code over 0x7F.
    NotASeptet {
        /// Index of the code among the septets.
        index: usize,
        /// The code, 0x80..=0xFF.
        code: u8,
    },
    /// More than 6 fill bits: a septet boundary is never further away.
    FillBits {
        /// Bits asked for, 7..=255.
        bits: u8,
    },
    /// Fewer octets than the septets need.
    Truncated {
        /// Septets asked for.
        septets: usize,
        /// Octets given.
        octets: usize,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NotASeptet { index, code } => write!(
                f,
                "the code 0x{code:02X} at index {index} is not a septet (0x00..=0x7F)"
            ),
            Self::FillBits { bits } => {
                write!(f, "{bits} fill bits asked for, 0..=6 are possible")
            }
            Self::Truncated { septets, octets } => {
                write!(f, "{octets} octets are too few for {septets} septets")
            }
        }
    }
}

impl Error for PackError {}

/// User data cannot be made from a text.
///
/// ```
/// use septet::Segmenter;
///
/// let error = Segmenter::new().user_data(&"a".repeat(255 * 153 + 1), 0).unwrap_err();
/// assert_eq!(error.to_string(), "the text needs 256 segments, at most 255 can be numbered");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UserDataError {
    /// GSM-7 is forced on a text it cannot carry.
    Encoding(EncodingError),
    /// More segments than the concatenation element can number.
    TooManySegments {
        /// Segments the text needs, 256 or more.
        segments: usize,
    },
    /// More than one segment where the profile allows no concatenation.
    NotConcatenable {
        /// Segments the text needs, 2 or more.
        segments: usize,
    },
}

impl fmt::Display for UserDataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding(error) => error.fmt(f),
            Self::TooManySegments { segments } => {
                write!(
                    f,
                    "the text needs {segments} segments, at most 255 can be numbered"
                )
            }
            Self::NotConcatenable { segments } => {
                write!(
                    f,
                    "the text needs {segments} segments, the profile allows one"
                )
            }
        }
    }
}

impl Error for UserDataError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Encoding(error) => Some(error),
            _ => None,
        }
    }
}

impl From<EncodingError> for UserDataError {
    fn from(error: EncodingError) -> Self {
        Self::Encoding(error)
    }
}
