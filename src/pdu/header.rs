//! The user data header indicator (TP-UDHI), and the header as a receiver reads it.

use alloc::vec::Vec;

use super::error::UdhError;
use super::udh::UserDataHeader;
use crate::alphabet::Alphabet;

/// The user data header indicator (TP-UDHI, one bit; bit 6 of `esm_class` in SMPP).
///
/// ```
/// use septet::pdu::Udhi;
///
/// assert_eq!(Udhi::from(0x40 & 0x40 != 0), Udhi::Present);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Udhi {
    /// TP-UD is text or data from its first octet.
    #[default]
    Absent,
    /// TP-UD begins with a header.
    Present,
}

impl From<bool> for Udhi {
    fn from(bit: bool) -> Self {
        if bit { Self::Present } else { Self::Absent }
    }
}

impl Udhi {
    /// True if there is a header: the bit itself.
    ///
    /// ```
    /// assert!(septet::pdu::Udhi::Present.is_present());
    /// ```
    #[must_use]
    pub const fn is_present(self) -> bool {
        matches!(self, Self::Present)
    }
}

/// The octets before the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Header {
    Read(UserDataHeader),
    /// Octets, UDHL first, whose elements do not add up.
    Ignored(Vec<u8>),
}

impl Header {
    /// The header at the beginning of `octets`: where its elements do not add up it is ignored as a
    /// whole (TS 23.040 clause 9.2.3.24), where it does not end there is nothing to read.
    pub(super) fn read(octets: &[u8]) -> Result<Self, UdhError> {
        match UserDataHeader::parse(octets) {
            Ok(header) => Ok(Self::Read(header)),
            Err(error @ (UdhError::Empty | UdhError::Truncated { .. })) => Err(error),
            Err(_) => {
                let length = octets.first().map_or(0, |&udhl| 1 + usize::from(udhl));
                Ok(Self::Ignored(octets[..length].to_vec()))
            }
        }
    }

    /// Octets, UDHL included.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Read(header) => header.len(),
            Self::Ignored(octets) => octets.len(),
        }
    }

    pub(super) fn octets(&self) -> Vec<u8> {
        match self {
            Self::Read(header) => header.to_octets(),
            Self::Ignored(octets) => octets.clone(),
        }
    }

    /// The alphabet the header announces; the default one where it is ignored.
    pub(super) fn alphabet(&self) -> Alphabet {
        match self {
            Self::Read(header) => header.alphabet(),
            Self::Ignored(_) => Alphabet::DEFAULT,
        }
    }
}
