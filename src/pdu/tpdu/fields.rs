//! The fields of a message that was read.

use super::address::Address;
use super::message::{Direction, Tpdu};
use super::timestamp::Timestamp;
use super::validity::ValidityPeriod;
use super::{UDHI, protocol};
use crate::pdu::dcs::Dcs;
use crate::pdu::error::DecodeError;
use crate::pdu::header::Udhi;
use crate::pdu::user_data::UserData;

impl<'a> Tpdu<'a> {
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

    /// The direction of the message (TP-MTI).
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

    /// The time at which the service centre received a delivered message (TP-SCTS); `None` for a submitted one, and if the digits
    /// are not a time.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.timestamp(), None);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn timestamp(&self) -> Option<Timestamp> {
        match self.timestamp {
            Some(timestamp) => timestamp.time,
            None => None,
        }
    }

    /// TP-VP of a submitted message, how long the service centre tries to deliver it; `None` where the message
    /// leaves that to the service centre.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// let message = Tpdu::parse(&[0x11, 7, 2, 0x81, 0x21, 0, 0, 0xA7, 0])?;
    /// assert_eq!(message.validity_period().unwrap().to_string(), "1 day");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn validity_period(&self) -> Option<ValidityPeriod> {
        self.validity_period
    }

    /// The name of TP-PID, such as "plain short message".
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.protocol_name(), "plain short message");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub fn protocol_name(&self) -> &'static str {
        protocol::name(self.protocol_identifier)
    }

    /// TP-MMS of a delivered message: more messages wait in the service centre. `None` for a submitted one.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x04, 2, 0x81, 0x21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])?;
    /// assert_eq!(message.more_messages(), Some(false));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn more_messages(&self) -> Option<bool> {
        match self.direction {
            // The bit is 0 where messages wait (clause 9.2.3.2).
            Direction::Deliver => Some(self.first & 0x04 == 0),
            Direction::Submit => None,
        }
    }

    /// TP-RD of a submitted message: the service centre refuses a repetition of one it still holds. `None` for a
    /// delivered one.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x05, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.rejects_duplicates(), Some(true));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn rejects_duplicates(&self) -> Option<bool> {
        match self.direction {
            Direction::Deliver => None,
            Direction::Submit => Some(self.first & 0x04 != 0),
        }
    }

    /// TP-SRR of a submitted message, TP-SRI of a delivered one: the sender wants a status report.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x21, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert!(message.wants_status_report());
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn wants_status_report(&self) -> bool {
        self.first & 0x20 != 0
    }

    /// TP-RP: a reply may take the same path, through the service centre of the sender.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x81, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert!(message.reply_path());
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn reply_path(&self) -> bool {
        self.first & 0x80 != 0
    }

    /// True if the user data begins with a header (TP-UDHI).
    ///
    /// ```
    /// # use septet::pdu::{Tpdu, Udhi};
    /// # let message = Tpdu::parse(&[0x01, 7, 2, 0x81, 0x21, 0, 0, 0])?;
    /// assert_eq!(message.udhi(), Udhi::Absent);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn udhi(&self) -> Udhi {
        if self.first & UDHI == 0 {
            Udhi::Absent
        } else {
            Udhi::Present
        }
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
        UserData::decode(self.dcs, self.udhi(), self.udl, self.octets)
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
        UserData::decode_strict(self.dcs, self.udhi(), self.udl, self.octets)
    }
}
