//! SMS-DELIVER and SMS-SUBMIT read field by field (TS 23.040 clauses 9.2.2.1 and 9.2.2.2).

use super::address::Address;
use super::error::TpduError;
use super::reader::Reader;
use super::service_centre;
use super::timestamp::Timed;
use super::validity::ValidityPeriod;
use crate::pdu::dcs::Dcs;
use crate::pdu::error::PduField;

/// A short message with its addresses and times; its user data is read when asked for.
///
/// # Example
///
/// ```
/// use septet::pdu::Tpdu;
///
/// // As AT+CMGR shows it in PDU mode: service centre, then SMS-DELIVER.
/// let octets = [
///     0x07, 0x91, 0x51, 0x55, 0x10, 0x00, 0x09, 0xF0, 0x04, 0x0B, 0x91, 0x51, 0x55, 0x10, 0x00,
///     0x21, 0xF3, 0x00, 0x00, 0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40, 0x05, 0xE8, 0x32, 0x9B,
///     0xFD, 0x06,
/// ];
/// let message = Tpdu::parse_with_service_centre(&octets)?;
/// assert_eq!(message.address().to_string(), "+15550100123");
/// assert_eq!(message.timestamp().unwrap().to_string(), "2026-11-23T16:36:58+01:00");
/// assert_eq!(message.user_data()?.text().as_deref(), Some("hello"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tpdu<'a> {
    pub(super) service_centre: Option<Address>,
    pub(super) first: u8,
    pub(super) direction: Direction,
    pub(super) address: Address,
    pub(super) reference: Option<u8>,
    pub(super) protocol_identifier: u8,
    pub(super) dcs: Dcs,
    pub(super) timestamp: Option<Timed>,
    pub(super) validity_period: Option<ValidityPeriod>,
    pub(super) udl: u8,
    pub(super) offset: usize,
    pub(super) octets: &'a [u8],
}

/// The direction of a message.
///
/// ```
/// use septet::pdu::{Direction, Tpdu};
///
/// let message = Tpdu::parse(&[0x01, 0x07, 0x04, 0x81, 0x21, 0x43, 0x00, 0x00, 0x01, 0x41])?;
/// assert_eq!(message.direction(), Direction::Submit);
/// # Ok::<(), septet::pdu::TpduError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// SMS-DELIVER: from the service centre to the phone.
    Deliver,
    /// SMS-SUBMIT: from the phone to the service centre.
    Submit,
}

impl<'a> Tpdu<'a> {
    /// Reads a message from its first octet (TP-MTI); the user data is all that follows TP-UDL.
    ///
    /// The reserved message type 3 is read as SMS-DELIVER (clause 9.2.3.1) where every field is well formed.
    /// [`Pdu`](super::Pdu) reads status reports as well.
    ///
    /// # Errors
    ///
    /// A field that ends early, an address of more than 20 semi-octets, a status report or command.
    ///
    /// # Example
    ///
    /// ```
    /// use septet::pdu::Tpdu;
    ///
    /// let error = Tpdu::parse(&[0x04, 0x0B, 0x91, 0x51]).unwrap_err();
    /// assert_eq!(error.to_string(), "TP-OA at octet 1 takes 8 octets, 3 are left");
    /// ```
    pub fn parse(octets: &'a [u8]) -> Result<Self, TpduError> {
        Self::read(Reader::new(octets), None)
    }

    /// Reads a message behind the address of its service centre, as modems show it in PDU mode; a
    /// length of 0 stands for no address.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse), and an address that ends early.
    ///
    /// # Example
    ///
    /// ```
    /// use septet::pdu::Tpdu;
    ///
    /// let octets = [0x00, 0x01, 0x07, 0x04, 0x81, 0x21, 0x43, 0x00, 0x00, 0x01, 0x41];
    /// let message = Tpdu::parse_with_service_centre(&octets)?;
    /// assert_eq!((message.service_centre(), message.address().to_string()), (None, "1234".into()));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    pub fn parse_with_service_centre(octets: &'a [u8]) -> Result<Self, TpduError> {
        let mut reader = Reader::new(octets);
        let centre = service_centre(&mut reader)?;
        Self::read(reader, centre)
    }

    pub(super) fn read(
        mut reader: Reader<'a>,
        service_centre: Option<Address>,
    ) -> Result<Self, TpduError> {
        let offset = reader.at();
        let first = reader.octet(PduField::MessageType)?;
        let direction = match first & 0b11 {
            0 | 3 => Direction::Deliver,
            1 => Direction::Submit,
            mti => return Err(TpduError::MessageType { offset, mti }),
        };
        let (reference, field) = match direction {
            Direction::Deliver => (None, PduField::OriginatingAddress),
            Direction::Submit => (
                Some(reader.octet(PduField::MessageReference)?),
                PduField::DestinationAddress,
            ),
        };
        let address = reader.address(field)?;
        let protocol_identifier = reader.octet(PduField::ProtocolIdentifier)?;
        let dcs = Dcs::new(reader.octet(PduField::Dcs)?);
        let (timestamp, validity_period) = match direction {
            Direction::Deliver => (Some(reader.time(PduField::Timestamp)?), None),
            Direction::Submit => (None, reader.validity_period(first >> 3 & 0b11)?),
        };
        let udl = reader.octet(PduField::Udl)?;
        let message = Self {
            service_centre,
            first,
            direction,
            address,
            reference,
            protocol_identifier,
            dcs,
            timestamp,
            validity_period,
            udl,
            offset: reader.at(),
            octets: reader.rest(),
        };
        if first & 0b11 == 3 && !message.is_complete() {
            return Err(TpduError::MessageType { offset, mti: 3 });
        }
        Ok(message)
    }

    /// Finds what a strict receiver refuses: a time that is not one, user data at fault.
    ///
    /// # Errors
    ///
    /// The first fault, with field and octet.
    ///
    /// ```
    /// use septet::pdu::Tpdu;
    ///
    /// let message = Tpdu::parse(&[0x04, 2, 0x81, 0x21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])?;
    /// let error = message.check().unwrap_err();
    /// assert_eq!(error.to_string(), "TP-SCTS at octet 6 is 00000000000000, not a time");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    pub fn check(&self) -> Result<(), TpduError> {
        if let Some(timestamp) = self.timestamp {
            timestamp.check(PduField::Timestamp)?;
        }
        let offset = self.offset;
        match self.user_data_strict() {
            Ok(_) => Ok(()),
            Err(error) => Err(TpduError::UserData { offset, error }),
        }
    }

    /// Every field is such as a service centre or a phone writes, and the user data ends with the octets.
    pub(super) fn is_complete(&self) -> bool {
        let is_time = |timed: Timed| timed.time.is_some();
        self.is_plausible() && self.timestamp.is_none_or(is_time) && self.fits()
    }

    /// The addresses and the time are such as a service centre or a phone writes.
    pub(super) fn is_plausible(&self) -> bool {
        let centre = self.service_centre.as_ref();
        centre.is_none_or(Address::is_plausible_centre)
            && self.address.is_plausible()
            && self.timestamp.is_none_or(Timed::is_plausible)
    }

    /// The user data ends with the octets.
    pub(super) fn fits(&self) -> bool {
        let data = self.user_data();
        data.is_ok_and(|data| data.udl() == self.udl && data.octets().len() == self.octets.len())
    }
}
