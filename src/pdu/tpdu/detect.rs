//! A message or a status report, whichever the octets are, with the service centre's address or without.
//!
//! Modems show the address first, other sources often do not, and nothing in the octets says so. A length
//! that the modem announces decides (TS 27.005 clause 3.1). Without one, both readings are tried, and the
//! better one wins:
//!
//! 1. a message or report in which every field is well formed and ends with the octets;
//! 2. one with a time, whose addresses and times are well formed: SMS-DELIVER or SMS-STATUS-REPORT;
//! 3. another PDU that is well formed, which is then the error;
//! 4. an SMS-SUBMIT whose addresses are well formed;
//! 5. one whose user data ends with the octets;
//! 6. one that can be read at all.
//!
//! Bit 7 of an address type is always 1 and most octets are not a time, so that octets read at the wrong
//! offset practically never reach the first two ranks. Another PDU comes third, since its fields say less: of damaged
//! SMS-DELIVER, 4 % also read as an SMS-DELIVER-REPORT.

use super::address::Address;
use super::error::TpduError;
use super::identify;
use super::other::OtherPdu;
use super::reader::Reader;
use super::report::StatusReport;
use super::{Tpdu, service_centre};
use crate::pdu::error::PduField;

/// A short message with a text, or a report about one.
///
/// # Example
///
/// ```
/// use septet::pdu::Pdu;
///
/// let octets = [
///     0x00, 0x06, 0x05, 0x05, 0x81, 0x05, 0x31, 0xF1, 0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40,
///     0x62, 0x11, 0x32, 0x61, 0x73, 0x00, 0x40, 0x00,
/// ];
/// let Pdu::StatusReport(report) = Pdu::detect(&octets)? else {
///     panic!("a report, not an SMS-DELIVER from its first octet");
/// };
/// assert_eq!(report.recipient().to_string(), "50131");
/// # Ok::<(), septet::pdu::TpduError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[doc(alias = "parseTpdu")]
pub enum Pdu<'a> {
    /// SMS-DELIVER or SMS-SUBMIT.
    Message(Tpdu<'a>),
    /// SMS-STATUS-REPORT.
    StatusReport(StatusReport),
}

impl<'a> Pdu<'a> {
    /// Reads a PDU from its first octet (TP-MTI), without the service centre's address.
    ///
    /// # Errors
    ///
    /// A field that ends early, an address of more than 20 semi-octets, another PDU.
    ///
    /// ```
    /// use septet::pdu::Pdu;
    ///
    /// let error = Pdu::parse(&[0x02, 7, 0, 2, 9, 2, 0x81, 0x21, 0]).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "this is an SMS-COMMAND (TP-MR 7: delete the message), which carries no text to read"
    /// );
    /// ```
    pub fn parse(octets: &'a [u8]) -> Result<Self, TpduError> {
        Self::read(Reader::new(octets), None)
    }

    /// Reads a PDU after the address of its service centre; a length of 0 stands for no address.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse), and an address that ends early.
    ///
    /// ```
    /// use septet::pdu::Pdu;
    ///
    /// let octets = [0x00, 0x01, 7, 4, 0x81, 0x21, 0x43, 0, 0, 1, 0x41];
    /// assert!(matches!(Pdu::parse_with_service_centre(&octets)?, Pdu::Message(_)));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    pub fn parse_with_service_centre(octets: &'a [u8]) -> Result<Self, TpduError> {
        let mut reader = Reader::new(octets);
        let centre = service_centre(&mut reader)?;
        Self::read(reader, centre)
    }

    /// Reads a PDU that may come after the address of its service centre: the reading that is better formed.
    ///
    /// # Errors
    ///
    /// Those of [`parse_with_service_centre`](Self::parse_with_service_centre); a PDU of SMPP or of the relay
    /// layer.
    ///
    /// ```
    /// use septet::pdu::Pdu;
    ///
    /// let submit = [0x01, 7, 4, 0x81, 0x21, 0x43, 0, 0, 1, 0x41];
    /// let with_centre = [&[0x00][..], &submit].concat();
    /// assert!(matches!(Pdu::detect(&submit)?, Pdu::Message(_)));
    /// assert!(matches!(Pdu::detect(&with_centre)?, Pdu::Message(_)));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    pub fn detect(octets: &'a [u8]) -> Result<Self, TpduError> {
        if let Some(pdu) = identify::smpp(octets) {
            return Err(TpduError::Other { offset: 0, pdu });
        }
        let shown = Self::parse_with_service_centre(octets);
        let bare = Self::parse(octets);
        let (shown_rank, bare_rank) = (rank(&shown), rank(&bare));
        let is_shown = begins_with_service_centre(octets);
        if shown_rank.is_none() && bare_rank.is_none() {
            if let Some(pdu) = identify::relay(octets) {
                return Err(TpduError::Other { offset: 0, pdu });
            }
            // The error of the reading that looks more like one.
            return if is_shown { shown } else { bare };
        }
        // An error says more than a message that nobody sent, of which not a single field is well formed.
        let is_invented = shown_rank.is_none() && bare_rank == Some(Rank::Readable) && is_shown;
        if is_invented {
            return shown;
        }
        if bare_rank > shown_rank { bare } else { shown }
    }

    /// Reads a PDU whose length the modem announced, without the service centre's address: the length says
    /// whether there is one. A length that fits neither decides nothing, nor does one by which nothing can be read, as
    /// some modems count the service centre's address as well; [`check_announced`](Self::check_announced) finds the
    /// first kind.
    ///
    /// # Errors
    ///
    /// Those of [`detect`](Self::detect).
    ///
    /// ```
    /// use septet::pdu::Pdu;
    ///
    /// // `+CMGR: 1,,10`
    /// let octets = [0x00, 0x01, 7, 4, 0x81, 0x21, 0x43, 0, 0, 1, 0x41];
    /// assert!(matches!(Pdu::detect_announced(&octets, 10)?, Pdu::Message(_)));
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    pub fn detect_announced(octets: &'a [u8], announced: usize) -> Result<Self, TpduError> {
        let read = if octets.len() == announced {
            Self::parse(octets)
        } else if octets.len() == announced.saturating_add(service_centre_octets(octets)) {
            Self::parse_with_service_centre(octets)
        } else {
            return Self::detect(octets);
        };
        if rank(&read) >= Some(Rank::Timed) {
            return read;
        }
        let detected = Self::detect(octets);
        let is_better = rank(&detected) >= Some(Rank::Timed);
        if is_better { detected } else { read }
    }

    /// Finds a length that the modem announced and that is not the length of the octets.
    ///
    /// # Errors
    ///
    /// [`TpduError::Announced`].
    ///
    /// ```
    /// use septet::pdu::Pdu;
    ///
    /// let octets = [0x00, 0x01, 7, 4, 0x81, 0x21, 0x43, 0, 0, 1, 0x41];
    /// assert!(Pdu::check_announced(&octets, 10).is_ok());
    /// let error = Pdu::check_announced(&octets, 12).unwrap_err();
    /// assert_eq!(error.to_string(), "the modem announced 12 octets, but 10 came");
    /// ```
    pub fn check_announced(octets: &[u8], announced: usize) -> Result<(), TpduError> {
        let centre = service_centre_octets(octets);
        let available = octets.len().saturating_sub(centre);
        if octets.len() == announced || available == announced {
            return Ok(());
        }
        Err(TpduError::Announced {
            announced,
            available,
        })
    }

    /// Finds what a strict receiver refuses: a time that is not one, user data at fault, octets left over.
    ///
    /// # Errors
    ///
    /// The first fault, with field and octet.
    ///
    /// ```
    /// use septet::pdu::Pdu;
    ///
    /// let error = Pdu::detect(&[0x01, 7, 4, 0x81, 0x21, 0x43, 0, 0, 2, 0x41])?.check().unwrap_err();
    /// assert_eq!(error.to_string(), "TP-UD: TP-UDL counts 2 septets, which take 2 octets, but there are 1");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    pub fn check(&self) -> Result<(), TpduError> {
        match self {
            Self::Message(message) => message.check(),
            Self::StatusReport(report) => report.check(),
        }
    }

    fn read(mut reader: Reader<'a>, centre: Option<Address>) -> Result<Self, TpduError> {
        let start = reader.clone();
        let offset = start.at();
        let first = reader.octet(PduField::MessageType)?;
        // What has the fields of another PDU is one, unless the reading as a message or report is better.
        let instead = |other: Option<OtherPdu>, read: Result<Self, TpduError>| match other {
            Some(pdu) if rank(&read) < Some(Rank::Timed) => Err(TpduError::Other { offset, pdu }),
            _ => read,
        };
        match first & 0b11 {
            0 => {
                let read = Tpdu::read(start, centre).map(Self::Message);
                instead(identify::deliver_report(reader), read)
            }
            1 => {
                let read = Tpdu::read(start, centre).map(Self::Message);
                instead(identify::submit_report(reader), read)
            }
            2 => {
                let command = identify::command(reader.clone());
                let read = StatusReport::read(reader, centre, first).map(Self::StatusReport);
                instead(command, read)
            }
            _ => Tpdu::read(start, centre).map(Self::Message),
        }
    }

    fn is_complete(&self) -> bool {
        match self {
            Self::Message(message) => message.is_complete(),
            Self::StatusReport(report) => report.is_complete(),
        }
    }

    fn is_plausible(&self) -> bool {
        match self {
            Self::Message(message) => message.is_plausible(),
            Self::StatusReport(report) => report.is_plausible(),
        }
    }

    const fn has_time(&self) -> bool {
        match self {
            Self::Message(message) => message.timestamp.is_some(),
            Self::StatusReport(_) => true,
        }
    }

    fn fits(&self) -> bool {
        match self {
            Self::Message(message) => message.fits(),
            Self::StatusReport(report) => report.check().is_ok(),
        }
    }
}

/// The ranks of readings in the list at the head of this file, the worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Readable,
    Fits,
    Plausible,
    Other,
    Timed,
    Complete,
}

/// Ranks a reading; `None` for an error.
fn rank(read: &Result<Pdu<'_>, TpduError>) -> Option<Rank> {
    match read {
        Ok(pdu) if pdu.is_complete() => Some(Rank::Complete),
        Ok(pdu) if pdu.is_plausible() && pdu.has_time() => Some(Rank::Timed),
        Err(TpduError::Other { .. }) => Some(Rank::Other),
        Ok(pdu) if pdu.is_plausible() => Some(Rank::Plausible),
        Ok(pdu) if pdu.fits() => Some(Rank::Fits),
        Ok(_) => Some(Rank::Readable),
        Err(_) => None,
    }
}

/// Octets of the service centre's address, its length included.
fn service_centre_octets(octets: &[u8]) -> usize {
    octets.first().map_or(0, |&length| 1 + usize::from(length))
}

/// The first octets are such as those of a service centre's address: none, or up to 10 octets of digits
/// after a type.
fn begins_with_service_centre(octets: &[u8]) -> bool {
    match octets {
        [0, ..] => true,
        [1..=11, kind, ..] => kind & 0x80 != 0,
        _ => false,
    }
}
