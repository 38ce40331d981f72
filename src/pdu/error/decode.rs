//! Faults of user data octets.

use core::error::Error;
use core::fmt;

use super::{PduField, UdhError};
use crate::alphabet::UndefinedSeptet;

/// Octets are not valid user data. Offsets count octets of TP-UD and never exceed its length.
///
/// [`Header`](Self::Header) and [`HeaderOverUdl`](Self::HeaderOverUdl) are errors of every decoding, the others of the
/// strict one alone. Reading the fields of SMPP gives [`Udl`](Self::Udl), [`Header`](Self::Header) and, for octets over
/// 0x7F in GSM-7, [`Septet`](Self::Septet).
///
/// ```
/// use septet::pdu::{Dcs, PduField, Udhi, UserData};
///
/// let error = UserData::decode_strict(Dcs::UCS2, Udhi::Absent, 3, &[0, 65, 0]).unwrap_err();
/// assert_eq!(error.to_string(), "at octet 2: half a UCS-2 unit at the end");
/// assert_eq!((error.field(), error.offset()), (PduField::Text, 2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeError {
    /// TP-UDL over 160 septets or 140 octets.
    Udl {
        /// TP-UDL, 141 or more.
        udl: usize,
        /// The most there can be, 140 or 160.
        limit: u8,
    },
    /// Fewer octets than TP-UDL counts.
    Truncated {
        /// TP-UDL, in septets or octets.
        udl: u8,
        /// True if TP-UDL counts septets.
        septets: bool,
        /// Octets TP-UDL takes.
        needed: usize,
        /// Octets there are.
        available: usize,
    },
    /// The header ends early; in strict decoding also an element at fault.
    Header(UdhError),
    /// The header takes more septets than TP-UDL counts.
    HeaderOverUdl {
        /// Septets of the header with its fill bits.
        header: usize,
        /// TP-UDL, in septets.
        udl: u8,
    },
    /// Fill bits that are not 0.
    FillBits {
        /// Octet they begin in.
        offset: usize,
    },
    /// A septet without symbol; the index in `septet` counts the text's septets.
    Septet {
        /// Octet the septet begins in.
        offset: usize,
        /// The septet, and the reason for which it is undefined.
        septet: UndefinedSeptet,
    },
    /// Bits after the last septet that are not 0.
    SpareBits {
        /// Octet they are in.
        offset: usize,
    },
    /// An odd number of octets of UCS-2.
    HalfUnit {
        /// The last octet.
        offset: usize,
    },
    /// Half of a surrogate pair.
    LoneSurrogate {
        /// First octet of the unit.
        offset: usize,
        /// The unit, 0xD800..=0xDFFF.
        unit: u16,
    },
    /// Octets after those TP-UDL counts.
    Surplus {
        /// The first of them.
        offset: usize,
        /// Number of such octets.
        octets: usize,
    },
}

impl DecodeError {
    /// Octet of TP-UD the error points at, 0..=its length; octet 0 is UDHL where there is a header.
    ///
    /// ```
    /// use septet::pdu::{Dcs, Udhi, UserData};
    ///
    /// let error = UserData::decode_strict(Dcs::GSM7, Udhi::Absent, 3, &[0x41]).unwrap_err();
    /// assert_eq!(error.offset(), 1); // where the missing octets begin
    /// ```
    #[must_use]
    pub const fn offset(&self) -> usize {
        match *self {
            Self::Udl { .. } | Self::HeaderOverUdl { .. } => 0,
            Self::Truncated { available, .. } => available,
            Self::Header(ref error) => error.offset(),
            Self::FillBits { offset }
            | Self::Septet { offset, .. }
            | Self::SpareBits { offset }
            | Self::HalfUnit { offset }
            | Self::LoneSurrogate { offset, .. }
            | Self::Surplus { offset, .. } => offset,
        }
    }

    /// The field at fault.
    ///
    /// ```
    /// use septet::pdu::{Dcs, PduField, Udhi, UserData};
    ///
    /// let error = UserData::decode_strict(Dcs::GSM7, Udhi::Absent, 3, &[0x41]).unwrap_err();
    /// assert_eq!(error.field(), PduField::Udl);
    /// ```
    #[must_use]
    pub const fn field(&self) -> PduField {
        match self {
            Self::Udl { .. } | Self::Truncated { .. } => PduField::Udl,
            Self::Header(error) => error.field(),
            Self::HeaderOverUdl { .. } => PduField::Udhl,
            Self::FillBits { .. } => PduField::FillBits,
            Self::Septet { .. } | Self::HalfUnit { .. } | Self::LoneSurrogate { .. } => {
                PduField::Text
            }
            Self::SpareBits { .. } => PduField::SpareBits,
            Self::Surplus { .. } => PduField::Surplus,
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Udl { udl, limit } => write!(f, "TP-UDL is {udl}, at most {limit} is possible"),
            Self::Truncated {
                udl,
                septets: true,
                needed,
                available,
            } => write!(
                f,
                "TP-UDL counts {udl} septets, which take {needed} octets, but there are {available}"
            ),
            Self::Truncated { udl, available, .. } => {
                write!(f, "TP-UDL counts {udl} octets, but there are {available}")
            }
            Self::Header(ref error) => error.fmt(f),
            Self::HeaderOverUdl { header, udl } => {
                write!(f, "the header takes {header} septets, TP-UDL counts {udl}")
            }
            Self::FillBits { offset } => write!(f, "at octet {offset}: fill bits are not 0"),
            Self::Septet { offset, ref septet } => write!(f, "at octet {offset}: {septet}"),
            Self::SpareBits { offset } => write!(f, "at octet {offset}: spare bits are not 0"),
            Self::HalfUnit { offset } => {
                write!(f, "at octet {offset}: half a UCS-2 unit at the end")
            }
            Self::LoneSurrogate { offset, unit } => {
                write!(
                    f,
                    "at octet {offset}: 0x{unit:04X} is half of a surrogate pair"
                )
            }
            Self::Surplus { offset, octets } => {
                write!(
                    f,
                    "at octet {offset}: {octets} octets more than TP-UDL counts"
                )
            }
        }
    }
}

impl Error for DecodeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Header(error) => Some(error),
            Self::Septet { septet, .. } => Some(septet),
            _ => None,
        }
    }
}

impl From<UdhError> for DecodeError {
    fn from(error: UdhError) -> Self {
        Self::Header(error)
    }
}
