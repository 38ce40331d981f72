//! SMS-SUBMIT written for a modem: `AT+CMGS` takes the length, then the octets (TS 27.005 clause 4.3;
//! TS 23.040 clause 9.2.2.2).

use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::address::SEMI_OCTETS;
use super::validity::ValidityPeriod;
use crate::pdu::user_data::UserData;

/// Options for submitting the segments of a text: recipient, service centre, validity, status report.
///
/// # Example
///
/// ```
/// use septet::{Segmenter, pdu::Submit};
///
/// let submit = Submit::to("+46708251358")?;
/// let part = Segmenter::new().user_data("hellohello", 0)?.remove(0);
/// let pdu = submit.pdu(&part);
/// assert_eq!(pdu.to_string(), "0001000B916407281553F800000AE8329BFD4697D9EC37");
/// assert_eq!(pdu.length(), 22); // AT+CMGS=22
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "encodeSubmit")]
pub struct Submit {
    recipient: Vec<u8>,
    service_centre: Vec<u8>,
    reference: u8,
    protocol_identifier: u8,
    validity_period: Option<ValidityPeriod>,
    has_status_report: bool,
}

/// The octets of one SMS-SUBMIT, shown as hexadecimal digits.
///
/// ```
/// use septet::{Segmenter, pdu::Submit};
///
/// let part = Segmenter::new().user_data("A", 0)?.remove(0);
/// let pdu = Submit::to("1234")?.pdu(&part);
/// assert_eq!((pdu.to_string(), pdu.length()), ("000100048121430000".to_owned() + "0141", 10));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "modem")]
#[doc(alias = "AT+CMGS")]
pub struct SubmitPdu {
    octets: Vec<u8>,
    length: usize,
}

impl Submit {
    /// Submits to a number: `+` and digits for an international one, digits alone for one in the network's own
    /// plan; 1..=20 digits, of which `*`, `#`, `a`, `b` and `c` are possible.
    ///
    /// # Errors
    ///
    /// [`SubmitError::Number`] for anything else: an SMS-SUBMIT cannot go to a name.
    ///
    /// ```
    /// let error = septet::pdu::Submit::to("Septet").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "the recipient must be 1 to 20 digits, with a + before an international number"
    /// );
    /// ```
    pub fn to(recipient: &str) -> Result<Self, SubmitError> {
        let what = "recipient";
        let number = Number::read(recipient).ok_or(SubmitError::Number { what })?;
        let mut octets = Vec::from([number.semi_octets, number.kind]);
        octets.extend(number.octets);
        Ok(Self {
            recipient: octets,
            service_centre: Vec::from([0]),
            reference: 0,
            protocol_identifier: 0,
            validity_period: None,
            has_status_report: false,
        })
    }

    /// Sends through this service centre; without it the modem takes the one it has stored.
    ///
    /// # Errors
    ///
    /// [`SubmitError::Number`] where it is not a number.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Submit};
    ///
    /// let part = Segmenter::new().user_data("A", 0)?.remove(0);
    /// let pdu = Submit::to("1234")?.with_service_centre("+4912")?.pdu(&part);
    /// assert_eq!(&pdu.octets()[..4], [0x03, 0x91, 0x94, 0x21]);
    /// assert_eq!(pdu.length(), 10); // never counts the service centre
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_service_centre(mut self, number: &str) -> Result<Self, SubmitError> {
        let what = "service centre";
        let number = Number::read(number).ok_or(SubmitError::Number { what })?;
        // Octets, the type included, not digits as for the recipient.
        let length = 1 + number.semi_octets.div_ceil(2);
        self.service_centre = Vec::from([length, number.kind]);
        self.service_centre.extend(number.octets);
        Ok(self)
    }

    /// TP-MR, 0..=255, 0 by default: most modems put their own number in its place.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Submit};
    ///
    /// let part = Segmenter::new().user_data("A", 0)?.remove(0);
    /// assert_eq!(Submit::to("1234")?.with_reference(7).pdu(&part).octets()[2], 7);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_reference(mut self, reference: u8) -> Self {
        self.reference = reference;
        self
    }

    /// TP-PID, 0x00 by default.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Submit};
    ///
    /// let part = Segmenter::new().user_data("A", 0)?.remove(0);
    /// let silent = Submit::to("1234")?.with_protocol_identifier(0x40);
    /// assert_eq!(silent.pdu(&part).octets()[7], 0x40);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_protocol_identifier(mut self, octet: u8) -> Self {
        self.protocol_identifier = octet;
        self
    }

    /// TP-VP, how long the service centre tries to deliver the message.
    ///
    /// # Errors
    ///
    /// [`SubmitError::ValidityPeriod`] for an absolute period without a time.
    ///
    /// ```
    /// use core::time::Duration;
    /// use septet::{Segmenter, pdu::{Submit, ValidityPeriod}};
    ///
    /// let part = Segmenter::new().user_data("A", 0)?.remove(0);
    /// let day = ValidityPeriod::at_least(Duration::from_secs(86_400));
    /// let pdu = Submit::to("1234")?.with_validity_period(day)?.pdu(&part);
    /// assert_eq!((pdu.octets()[1], pdu.octets()[9]), (0x11, 0xA7));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_validity_period(mut self, period: ValidityPeriod) -> Result<Self, SubmitError> {
        if matches!(period, ValidityPeriod::Absolute(None)) {
            return Err(SubmitError::ValidityPeriod);
        }
        self.validity_period = Some(period);
        Ok(self)
    }

    /// TP-SRR, a request for a status report; `false` by default.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Submit};
    ///
    /// let part = Segmenter::new().user_data("A", 0)?.remove(0);
    /// assert_eq!(Submit::to("1234")?.with_status_report(true).pdu(&part).octets()[1], 0x21);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_status_report(mut self, is_wanted: bool) -> Self {
        self.has_status_report = is_wanted;
        self
    }

    /// Writes the SMS-SUBMIT of one segment.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::{Submit, Tpdu}};
    ///
    /// let part = Segmenter::new().user_data("中", 0)?.remove(0);
    /// let pdu = Submit::to("+46708251358")?.pdu(&part);
    /// let read = Tpdu::parse_with_service_centre(pdu.octets())?;
    /// assert_eq!((read.address().to_string(), read.user_data()?), ("+46708251358".into(), part));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn pdu(&self, part: &UserData) -> SubmitPdu {
        let mut octets = self.service_centre.clone();
        let centre = octets.len();
        let format = self.validity_period.map_or(0, ValidityPeriod::format);
        let udhi = if part.udhi().is_present() {
            super::UDHI
        } else {
            0
        };
        let status_report = if self.has_status_report { 0x20 } else { 0 };
        octets.extend([0x01 | format << 3 | udhi | status_report, self.reference]);
        octets.extend(&self.recipient);
        octets.extend([self.protocol_identifier, part.dcs().octet()]);
        match self.validity_period {
            Some(ValidityPeriod::Relative(octet)) => octets.push(octet),
            Some(ValidityPeriod::Absolute(Some(time))) => octets.extend(time.octets()),
            Some(ValidityPeriod::Enhanced(period)) => octets.extend(period),
            Some(ValidityPeriod::Absolute(None)) | None => {}
        }
        octets.push(part.udl());
        octets.extend(part.octets());
        SubmitPdu {
            length: octets.len() - centre,
            octets,
        }
    }
}

impl SubmitPdu {
    /// The octets, the service centre's address first.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Submit};
    ///
    /// let part = Segmenter::new().user_data("A", 0)?.remove(0);
    /// assert_eq!(Submit::to("1234")?.pdu(&part).octets().len(), 11);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn octets(&self) -> &[u8] {
        &self.octets
    }

    /// The length to announce in `AT+CMGS`: octets without the service centre's address, 8..=165.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Submit};
    ///
    /// let part = Segmenter::new().user_data("A", 0)?.remove(0);
    /// assert_eq!(Submit::to("1234")?.pdu(&part).length(), 10);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn length(&self) -> usize {
        self.length
    }
}

impl fmt::Display for SubmitPdu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.octets
            .iter()
            .try_for_each(|octet| write!(f, "{octet:02X}"))
    }
}

/// An SMS-SUBMIT cannot be written.
///
/// ```
/// use septet::pdu::{Submit, SubmitError};
///
/// assert_eq!(Submit::to("").unwrap_err(), SubmitError::Number { what: "recipient" });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SubmitError {
    /// A number that is not one.
    Number {
        /// `recipient` or `service centre`.
        what: &'static str,
    },
    /// An absolute validity period without a time.
    ValidityPeriod,
}

impl fmt::Display for SubmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { what } => write!(
                f,
                "the {what} must be 1 to 20 digits, with a + before an international number"
            ),
            Self::ValidityPeriod => f.write_str("the validity period must have a time"),
        }
    }
}

impl Error for SubmitError {}

const INTERNATIONAL: u8 = 0x91;
const UNKNOWN: u8 = 0x81;

/// A number with its digits swapped in pairs, 0xF where the last one has no partner.
struct Number {
    kind: u8,
    semi_octets: u8,
    octets: Vec<u8>,
}

impl Number {
    fn read(text: &str) -> Option<Self> {
        let (kind, digits) = match text.strip_prefix('+') {
            Some(digits) => (INTERNATIONAL, digits),
            None => (UNKNOWN, text),
        };
        let semi_octets = u8::try_from(digits.len()).ok()?;
        if !(1..=SEMI_OCTETS).contains(&semi_octets) {
            return None;
        }
        let halves: Vec<u8> = digits.bytes().map(half).collect::<Option<_>>()?;
        let pairs = halves.chunks(2);
        let octets = pairs.map(|pair| pair.get(1).unwrap_or(&0x0F) << 4 | pair[0]);
        Some(Self {
            kind,
            semi_octets,
            octets: octets.collect(),
        })
    }
}

/// The semi-octet of a digit (clause 9.1.2.3).
fn half(digit: u8) -> Option<u8> {
    let index = b"0123456789*#abc".iter().position(|known| *known == digit);
    index.and_then(|index| u8::try_from(index).ok())
}
