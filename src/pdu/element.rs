//! Information elements of a user data header (TS 23.040 clauses 9.2.3.24.1 to 9.2.3.24.16): what
//! an identifier means, which length it must have, which values a receiver ignores.

use super::concatenation::Concatenation;
use super::error::UdhError;
use super::identifier as iei;
use crate::limits::ReferenceBits;

/// One information element as it stands in a header: identifier, data, and where it begins.
///
/// # Example
///
/// ```
/// use septet::pdu::{ElementValue, UserDataHeader};
///
/// let header = UserDataHeader::parse(&[0x06, 0x05, 0x04, 0x0B, 0x84, 0x23, 0xF0])?;
/// let element = header.elements().next().expect("one element");
/// assert_eq!((element.identifier(), element.offset()), (0x05, 1));
/// assert_eq!(element.value()?, ElementValue::Ports { destination: 2948, source: 9200 });
/// # Ok::<(), septet::pdu::UdhError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InformationElement<'a> {
    pub(super) identifier: u8,
    pub(super) offset: usize,
    pub(super) data: &'a [u8],
}

/// The decoded value of an information element; unknown elements keep their octets.
///
/// ```
/// use septet::pdu::{ElementValue, UserDataHeader};
///
/// let header = UserDataHeader::parse(&[0x03, 0x24, 0x01, 0x01])?;
/// let element = header.elements().next().expect("one element");
/// assert_eq!(element.value()?, ElementValue::SingleShift(1));
/// # Ok::<(), septet::pdu::UdhError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ElementValue<'a> {
    /// 0x00 and 0x08: one part of a concatenated message.
    Concatenation(Concatenation),
    /// 0x01: special message indication.
    SpecialMessage {
        /// True if the message is to be stored after the indication is shown.
        store: bool,
        /// Type of the messages that wait, bits 6..0 of the first octet, 0..=127.
        kind: u8,
        /// Messages that wait, 0..=255; 255 stands for 255 or more.
        count: u8,
    },
    /// 0x04 (8-bit) and 0x05 (16-bit): application port addresses, 0..=65,535.
    Ports {
        /// Port of the receiver.
        destination: u16,
        /// Port of the sender.
        source: u16,
    },
    /// 0x24: national language identifier of the single shift table, 0..=255.
    SingleShift(u8),
    /// 0x25: national language identifier of the locking shift table, 0..=255.
    LockingShift(u8),
    /// Any other element: its data.
    Other(&'a [u8]),
}

impl<'a> InformationElement<'a> {
    /// Identifier (IEI), 0x00..=0xFF.
    ///
    /// ```
    /// # let header = septet::pdu::UserDataHeader::parse(&[0x03, 0x25, 0x01, 0x04]).unwrap();
    /// assert_eq!(header.elements().next().map(|element| element.identifier()), Some(0x25));
    /// ```
    #[must_use]
    pub const fn identifier(&self) -> u8 {
        self.identifier
    }

    /// Octet of the identifier, counted from UDHL, 1..=254.
    ///
    /// ```
    /// # let header = septet::pdu::UserDataHeader::parse(&[0x03, 0x25, 0x01, 0x04]).unwrap();
    /// assert_eq!(header.elements().next().map(|element| element.offset()), Some(1));
    /// ```
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Data octets, 0..=253 of them.
    ///
    /// ```
    /// # let header = septet::pdu::UserDataHeader::parse(&[0x03, 0x25, 0x01, 0x04]).unwrap();
    /// assert_eq!(header.elements().next().map(|element| element.data()), Some(&[0x04][..]));
    /// ```
    #[must_use]
    pub const fn data(&self) -> &'a [u8] {
        self.data
    }

    /// The standard's name of the identifier, `None` where it is reserved or free for private use.
    ///
    /// ```
    /// # let header = septet::pdu::UserDataHeader::parse(&[0x03, 0x25, 0x01, 0x04]).unwrap();
    /// let name = header.elements().next().and_then(|element| element.name());
    /// assert_eq!(name, Some("national language locking shift"));
    /// ```
    #[must_use]
    pub const fn name(&self) -> Option<&'static str> {
        Some(match self.identifier {
            iei::CONCATENATION_8 => "concatenation, 8-bit reference",
            iei::SPECIAL_MESSAGE => "special message indication",
            iei::PORTS_8 => "application ports, 8-bit",
            iei::PORTS_16 => "application ports, 16-bit",
            0x06 => "service centre control parameters",
            0x07 => "header source indicator",
            iei::CONCATENATION_16 => "concatenation, 16-bit reference",
            0x09 => "wireless control message protocol",
            0x0A => "text formatting",
            0x0B => "predefined sound",
            0x0C => "user defined sound",
            0x0D => "predefined animation",
            0x0E => "large animation",
            0x0F => "small animation",
            0x10 => "large picture",
            0x11 => "small picture",
            0x12 => "variable picture",
            0x13 => "user prompt indicator",
            0x14 => "extended object",
            0x15 => "reused extended object",
            0x16 => "compression control",
            0x17 => "object distribution indicator",
            0x18 => "standard object",
            0x19 => "reserved for objects",
            0x1A => "character size object",
            0x20 => "e-mail header",
            0x21 => "hyperlink",
            0x22 => "reply address",
            0x23 => "enhanced voice mail information",
            iei::SINGLE_SHIFT => "national language single shift",
            iei::LOCKING_SHIFT => "national language locking shift",
            0x70..=0x7F => "SIM toolkit security header",
            0x80..=0x9F => "between the two ends",
            0xC0..=0xDF => "for the service centre",
            _ => return None,
        })
    }

    /// Decodes the element.
    ///
    /// # Errors
    ///
    /// A length other than the standard's, or a concatenation numbered 0, of 0 parts, or beyond its
    /// own total: elements a receiver ignores (clause 9.2.3.24).
    ///
    /// ```
    /// use septet::pdu::UserDataHeader;
    ///
    /// // Part 3 of 2.
    /// let header = UserDataHeader::parse(&[0x05, 0x00, 0x03, 0x2A, 0x02, 0x03])?;
    /// let error = header.elements().next().expect("one element").value().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "information element 0x00 has the value 0x03 at octet 5, which is reserved"
    /// );
    /// # Ok::<(), septet::pdu::UdhError>(())
    /// ```
    pub fn value(&self) -> Result<ElementValue<'a>, UdhError> {
        match self.identifier {
            iei::CONCATENATION_8 => {
                let [reference, total, sequence] = self.fixed()?;
                self.part(ReferenceBits::Eight, u16::from(reference), total, sequence)
            }
            iei::CONCATENATION_16 => {
                let [high, low, total, sequence] = self.fixed()?;
                let reference = u16::from_be_bytes([high, low]);
                self.part(ReferenceBits::Sixteen, reference, total, sequence)
            }
            iei::SPECIAL_MESSAGE => {
                let [kind, count] = self.fixed()?;
                let store = kind & 0x80 != 0;
                Ok(ElementValue::SpecialMessage {
                    store,
                    kind: kind & 0x7F,
                    count,
                })
            }
            iei::PORTS_8 => {
                let [destination, source] = self.fixed()?;
                let (destination, source) = (u16::from(destination), u16::from(source));
                Ok(ElementValue::Ports {
                    destination,
                    source,
                })
            }
            iei::PORTS_16 => {
                let [to_high, to_low, from_high, from_low] = self.fixed()?;
                let destination = u16::from_be_bytes([to_high, to_low]);
                let source = u16::from_be_bytes([from_high, from_low]);
                Ok(ElementValue::Ports {
                    destination,
                    source,
                })
            }
            iei::SINGLE_SHIFT => self.fixed().map(|[id]| ElementValue::SingleShift(id)),
            iei::LOCKING_SHIFT => self.fixed().map(|[id]| ElementValue::LockingShift(id)),
            _ => Ok(ElementValue::Other(self.data)),
        }
    }

    /// The data as the number of octets the standard gives the element.
    fn fixed<const N: usize>(&self) -> Result<[u8; N], UdhError> {
        self.data.try_into().map_err(|_| UdhError::ElementLength {
            identifier: self.identifier,
            offset: self.offset,
            expected: length(N),
            found: length(self.data.len()),
        })
    }

    /// A concatenation element, refused where clause 9.2.3.24.1 has the receiver ignore it.
    fn part(
        &self,
        bits: ReferenceBits,
        reference: u16,
        total: u8,
        sequence: u8,
    ) -> Result<ElementValue<'a>, UdhError> {
        let sequence_offset = self.offset + 1 + self.data.len();
        let reserved = |offset, value| UdhError::ElementValue {
            identifier: self.identifier,
            offset,
            value,
        };
        if total == 0 {
            return Err(reserved(sequence_offset - 1, total));
        }
        Concatenation::new(bits, reference, total, sequence)
            .map(ElementValue::Concatenation)
            .ok_or(reserved(sequence_offset, sequence))
    }
}

/// A length that one octet announced.
fn length(octets: usize) -> u8 {
    u8::try_from(octets).unwrap_or(u8::MAX)
}
