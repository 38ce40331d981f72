//! A whole short message as a modem delivers or takes it: SMS-DELIVER and SMS-SUBMIT (TS 23.040
//! clauses 9.2.2.1 and 9.2.2.2), after the service centre's address where there is one (TS 27.005
//! clause 3.1).

mod address;
mod error;
mod reader;
mod timestamp;

use super::dcs::Dcs;
use super::error::{DecodeError, PduField};
use super::header::Udhi;
use super::user_data::UserData;

pub use address::Address;
pub use error::TpduError;
use reader::Reader;
pub use timestamp::Timestamp;

/// Bit 6 of the first octet: TP-UDHI.
const UDHI: u8 = 0x40;

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
#[doc(alias = "parseTpdu")]
#[doc(alias = "PDU")]
pub struct Tpdu<'a> {
    service_centre: Option<Address>,
    direction: Direction,
    address: Address,
    reference: Option<u8>,
    protocol_identifier: u8,
    dcs: Dcs,
    timestamp: Option<Timestamp>,
    udhi: Udhi,
    udl: u8,
    offset: usize,
    octets: &'a [u8],
}

/// Which way a message goes.
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
    /// The reserved message type 3 is read as SMS-DELIVER (clause 9.2.3.1).
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
        let field = PduField::ServiceCentre;
        let length = reader.octet(field)?;
        let centre = reader.octets(usize::from(length), field, 0)?;
        let centre = centre
            .split_first()
            .map(|(&kind, digits)| Address::new(kind, digits, digits.len() * 2));
        Self::read(reader, centre)
    }

    fn read(mut reader: Reader<'a>, service_centre: Option<Address>) -> Result<Self, TpduError> {
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
        let timestamp = match direction {
            Direction::Deliver => Timestamp::new(reader.array(PduField::Timestamp)?),
            Direction::Submit => {
                // TP-VPF: no period, 7 octets (enhanced), 1 (relative), 7 (absolute).
                let length = [0, 7, 1, 7][usize::from(first >> 3 & 0b11)];
                reader.octets(length, PduField::ValidityPeriod, reader.at())?;
                None
            }
        };
        let udl = reader.octet(PduField::Udl)?;
        Ok(Self {
            service_centre,
            direction,
            address,
            reference,
            protocol_identifier,
            dcs,
            timestamp,
            udhi: Udhi::from(first & UDHI != 0),
            udl,
            offset: reader.at(),
            octets: reader.rest(),
        })
    }

    /// The service centre's address, where the octets had one.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// let octets = [0x02, 0x81, 0x21, 0x01, 7, 2, 0x81, 0x21, 0, 0, 0];
    /// let message = Tpdu::parse_with_service_centre(&octets)?;
    /// assert_eq!(message.service_centre().map(ToString::to_string).as_deref(), Some("12"));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn service_centre(&self) -> Option<&Address> {
        self.service_centre.as_ref()
    }

    /// Which way the message goes (TP-MTI).
    ///
    /// ```
    /// # use septet::pdu::{Direction, Tpdu};
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.direction(), Direction::Submit);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// The other end: the sender (TP-OA) of a delivered message, the recipient (TP-DA) of a
    /// submitted one.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.address().to_string(), "12");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn address(&self) -> &Address {
        &self.address
    }

    /// TP-MR of a submitted message, 0..=255: the phone's own number for it, not the reference of a
    /// concatenation.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.reference(), Some(7));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn reference(&self) -> Option<u8> {
        self.reference
    }

    /// TP-PID, 0x00..=0xFF; 0x00 for plain messages.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.protocol_identifier(), 0x00);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn protocol_identifier(&self) -> u8 {
        self.protocol_identifier
    }

    /// The data coding scheme (TP-DCS, 0x00..=0xFF).
    ///
    /// ```
    /// # use septet::pdu::{Dcs, Tpdu};
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.dcs(), Dcs::GSM7);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn dcs(&self) -> Dcs {
        self.dcs
    }

    /// When the service centre took a delivered message (TP-SCTS); `None` for a submitted one, and
    /// where the digits are no time.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.timestamp(), None);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn timestamp(&self) -> Option<Timestamp> {
        self.timestamp
    }

    /// Whether the user data begins with a header (TP-UDHI).
    ///
    /// ```
    /// # use septet::pdu::{Tpdu, Udhi};
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.udhi(), Udhi::Absent);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn udhi(&self) -> Udhi {
        self.udhi
    }

    /// TP-UDL, 0..=255: septets in GSM-7, octets otherwise.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.udl(), 0);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn udl(&self) -> u8 {
        self.udl
    }

    /// Octet of the input at which TP-UD begins: add it to the offset of a [`DecodeError`].
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.user_data_offset(), 8);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn user_data_offset(&self) -> usize {
        self.offset
    }

    /// All octets after TP-UDL, 0..=140 in a message that is whole.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 1, 0x41])?;
    /// assert_eq!(message.user_data_octets(), [0x41]);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn user_data_octets(&self) -> &'a [u8] {
        self.octets
    }

    /// The user data, read as [`UserData::decode`] reads it.
    ///
    /// # Errors
    ///
    /// Those of [`UserData::decode`].
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 1, 0x41])?;
    /// assert_eq!(message.user_data()?.text().as_deref(), Some("A"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn user_data(&self) -> Result<UserData, DecodeError> {
        UserData::decode(self.dcs, self.udhi, self.udl, self.octets)
    }

    /// The user data, read as [`UserData::decode_strict`] reads it.
    ///
    /// # Errors
    ///
    /// Those of [`UserData::decode_strict`].
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 1, 0xC1])?;
    /// assert_eq!(
    ///     message.user_data_strict().unwrap_err().to_string(),
    ///     "at octet 0: spare bits are not 0"
    /// );
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    pub fn user_data_strict(&self) -> Result<UserData, DecodeError> {
        UserData::decode_strict(self.dcs, self.udhi, self.udl, self.octets)
    }
}
