//! SMS-STATUS-REPORT (TS 23.040 clause 9.2.2.3): what became of a message that was submitted.

use super::address::Address;
use super::delivery_status::DeliveryStatus;
use super::error::TpduError;
use super::reader::Reader;
use super::timestamp::{Timed, Timestamp};
use super::{UDHI, unread};
use crate::pdu::dcs::Dcs;
use crate::pdu::error::PduField;
use crate::pdu::header::Udhi;
use crate::pdu::user_data::UserData;

/// A status report with its address, times and status.
///
/// [`Pdu`](super::Pdu) reads one where a message may come as well.
///
/// # Example
///
/// ```
/// use septet::pdu::StatusReport;
///
/// let octets = [
///     0x06, 0x05, 0x05, 0x81, 0x05, 0x31, 0xF1, 0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40, 0x62,
///     0x11, 0x32, 0x61, 0x73, 0x00, 0x40, 0x00,
/// ];
/// let report = StatusReport::parse(&octets)?;
/// assert_eq!((report.reference(), report.recipient().to_string()), (5, "50131".into()));
/// assert_eq!(report.status().to_string(), "received by the recipient");
/// assert_eq!(report.discharge_time().unwrap().to_string(), "2026-11-23T16:37:00+01:00");
/// # Ok::<(), septet::pdu::TpduError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusReport {
    service_centre: Option<Address>,
    first: u8,
    reference: u8,
    recipient: Address,
    timestamp: Timed,
    discharge: Timed,
    status: DeliveryStatus,
    protocol_identifier: Option<u8>,
    dcs: Option<Dcs>,
    user_data: Option<UserData>,
    /// The first fault in what follows TP-ST.
    fault: Option<TpduError>,
}

impl StatusReport {
    /// Reads a status report from its first octet (TP-MTI).
    ///
    /// Optional fields that end early or do not add up are ignored, as many service centres send them so;
    /// [`check`](Self::check) finds them.
    ///
    /// # Errors
    ///
    /// Another message type, a field that ends early, an address of more than 20 semi-octets.
    ///
    /// # Example
    ///
    /// ```
    /// use septet::pdu::StatusReport;
    ///
    /// let error = StatusReport::parse(&[0x06, 0x05]).unwrap_err();
    /// assert_eq!(error.to_string(), "TP-RA at octet 2 takes 1 octets, 0 are left");
    /// ```
    pub fn parse(octets: &[u8]) -> Result<Self, TpduError> {
        let mut reader = Reader::new(octets);
        let offset = reader.at();
        let first = reader.octet(PduField::MessageType)?;
        match first & 0b11 {
            2 => Self::read(reader, None, first),
            mti => Err(TpduError::MessageType { offset, mti }),
        }
    }

    /// Reads what follows the first octet.
    pub(super) fn read(
        mut reader: Reader<'_>,
        service_centre: Option<Address>,
        first: u8,
    ) -> Result<Self, TpduError> {
        let mut report = Self {
            service_centre,
            first,
            reference: reader.octet(PduField::MessageReference)?,
            recipient: reader.address(PduField::RecipientAddress)?,
            timestamp: reader.time(PduField::Timestamp)?,
            discharge: reader.time(PduField::DischargeTime)?,
            status: DeliveryStatus::new(reader.octet(PduField::Status)?),
            protocol_identifier: None,
            dcs: None,
            user_data: None,
            fault: None,
        };
        report.fault = report.optional(reader).err();
        Ok(report)
    }

    /// TP-PI and the fields it announces.
    fn optional(&mut self, mut reader: Reader<'_>) -> Result<(), TpduError> {
        if reader.rest().is_empty() {
            return Ok(());
        }
        let mut extension = reader.octet(PduField::ParameterIndicator)?;
        let indicator = extension;
        // Bit 7: another octet follows (clause 9.2.3.27).
        while extension & 0x80 != 0 {
            extension = reader.octet(PduField::ParameterIndicator)?;
        }
        if indicator & 0b001 != 0 {
            self.protocol_identifier = Some(reader.octet(PduField::ProtocolIdentifier)?);
        }
        if indicator & 0b010 != 0 {
            self.dcs = Some(Dcs::new(reader.octet(PduField::Dcs)?));
        }
        if indicator & 0b100 != 0 {
            let udl = reader.octet(PduField::Udl)?;
            let (dcs, udhi) = (self.dcs.unwrap_or(Dcs::GSM7), self.udhi());
            let (offset, octets) = (reader.at(), reader.rest());
            self.user_data = UserData::decode(dcs, udhi, udl, octets).ok();
            let strict = UserData::decode_strict(dcs, udhi, udl, octets);
            return match strict {
                Ok(_) => Ok(()),
                Err(error) => Err(TpduError::UserData { offset, error }),
            };
        }
        unread(&reader)
    }

    const fn udhi(&self) -> Udhi {
        if self.first & UDHI == 0 {
            Udhi::Absent
        } else {
            Udhi::Present
        }
    }

    /// Finds what a strict receiver refuses: a time that is not one, optional fields that do not add up.
    ///
    /// # Errors
    ///
    /// The first fault, with field and octet.
    ///
    /// ```
    /// use septet::pdu::StatusReport;
    ///
    /// let mut octets = vec![0x06, 5, 2, 0x81, 0x21];
    /// octets.extend([0; 14]);
    /// octets.push(0);
    /// let error = StatusReport::parse(&octets)?.check().unwrap_err();
    /// assert_eq!(error.to_string(), "TP-SCTS at octet 5 is 00000000000000, not a time");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    pub fn check(&self) -> Result<(), TpduError> {
        self.timestamp.check(PduField::Timestamp)?;
        self.discharge.check(PduField::DischargeTime)?;
        self.fault.map_or(Ok(()), Err)
    }

    /// Every field is as the standard has it.
    pub(super) fn is_complete(&self) -> bool {
        self.is_plausible() && self.check().is_ok()
    }

    /// The addresses and times are such as a service centre writes.
    pub(super) fn is_plausible(&self) -> bool {
        let centre = self.service_centre.as_ref();
        centre.is_none_or(Address::is_plausible_centre)
            && self.recipient.is_plausible()
            && self.timestamp.is_plausible()
            && self.discharge.is_plausible()
    }

    /// The service centre's address, where the octets had one.
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[6, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0]].concat();
    /// assert_eq!(StatusReport::parse(&octets)?.service_centre(), None);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn service_centre(&self) -> Option<&Address> {
        self.service_centre.as_ref()
    }

    /// TP-MR, 0..=255: the number that the phone gave the submitted message.
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[6, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0]].concat();
    /// assert_eq!(StatusReport::parse(&octets)?.reference(), 5);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn reference(&self) -> u8 {
        self.reference
    }

    /// TP-RA, the recipient of the submitted message.
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[6, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0]].concat();
    /// assert_eq!(StatusReport::parse(&octets)?.recipient().value(), "12");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn recipient(&self) -> &Address {
        &self.recipient
    }

    /// TP-SCTS, when the service centre took the submitted message; `None` where the digits are not a time.
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[6, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0]].concat();
    /// let time = StatusReport::parse(&octets)?.timestamp().expect("a time");
    /// assert_eq!(time.to_string(), "2026-11-23T16:36:58+01:00");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn timestamp(&self) -> Option<Timestamp> {
        self.timestamp.time
    }

    /// TP-DT, when the message was delivered, or last tried; `None` where the digits are not a time.
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[6, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0]].concat();
    /// let time = StatusReport::parse(&octets)?.discharge_time().expect("a time");
    /// assert_eq!(time.to_string(), "2026-11-23T16:36:58+01:00");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn discharge_time(&self) -> Option<Timestamp> {
        self.discharge.time
    }

    /// TP-ST, what became of the message.
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[6, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0x43]].concat();
    /// assert_eq!(StatusReport::parse(&octets)?.status().meaning(), "recipient not obtainable");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn status(&self) -> DeliveryStatus {
        self.status
    }

    /// Says that the report answers an SMS-COMMAND instead of an SMS-SUBMIT (TP-SRQ).
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[0x26, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0]].concat();
    /// assert!(StatusReport::parse(&octets)?.answers_command());
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn answers_command(&self) -> bool {
        self.first & 0x20 != 0
    }

    /// Says that more messages wait in the service centre (TP-MMS is 0).
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[6, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0]].concat();
    /// assert!(!StatusReport::parse(&octets)?.more_messages());
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn more_messages(&self) -> bool {
        self.first & 0x04 == 0
    }

    /// TP-PID, where the report has one.
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[6, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0, 1, 0x40]].concat();
    /// assert_eq!(StatusReport::parse(&octets)?.protocol_identifier(), Some(0x40));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn protocol_identifier(&self) -> Option<u8> {
        self.protocol_identifier
    }

    /// The name of TP-PID, where the report has one.
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[6, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0, 1, 0]].concat();
    /// assert_eq!(StatusReport::parse(&octets)?.protocol_name(), Some("plain short message"));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub fn protocol_name(&self) -> Option<&'static str> {
        self.protocol_identifier.map(super::protocol::name)
    }

    /// TP-UD, where the report has one that can be read.
    ///
    /// ```
    /// # use septet::pdu::StatusReport;
    /// # let octets = [&[6, 5, 2, 0x81, 0x21][..], &[0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40].repeat(2), &[0, 4, 1, 0x41]].concat();
    /// let report = StatusReport::parse(&octets)?;
    /// assert_eq!(report.user_data().and_then(|data| data.text()).as_deref(), Some("A"));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn user_data(&self) -> Option<&UserData> {
        self.user_data.as_ref()
    }
}
