//! The service centre time stamp (TP-SCTS, TS 23.040 clause 9.2.3.11).

use core::fmt;

use super::error::TpduError;
use crate::pdu::error::PduField;

/// The octets of a time with what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Timed {
    pub(super) time: Option<Timestamp>,
    octets: [u8; 7],
    offset: usize,
}

impl Timed {
    pub(super) fn new(octets: [u8; 7], offset: usize) -> Self {
        Self {
            time: Timestamp::new(octets),
            octets,
            offset,
        }
    }

    /// A time, or the zeros or ones that stand where there is none: for a message that was not delivered, and in what
    /// a phone stored.
    pub(super) fn is_plausible(self) -> bool {
        self.time.is_some() || [[0; 7], [0xFF; 7]].contains(&self.octets)
    }

    /// An error where the octets are not a time.
    pub(super) const fn check(self, field: PduField) -> Result<(), TpduError> {
        match self.time {
            Some(_) => Ok(()),
            None => Err(TpduError::Timestamp {
                field,
                offset: self.offset,
                octets: self.octets,
            }),
        }
    }
}

/// Local time of the service centre, to the second, with its distance from UTC.
///
/// Shown as RFC 3339 writes it; years 90..=99 are 19xx, the others 20xx.
///
/// ```
/// use septet::pdu::Tpdu;
///
/// let octets = [0x04, 2, 0x81, 0x21, 0, 0, 0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x8A, 0];
/// let timestamp = Tpdu::parse(&octets)?.timestamp().expect("a time");
/// assert_eq!(timestamp.to_string(), "2026-11-23T16:36:58-07:00");
/// # Ok::<(), septet::pdu::TpduError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Timestamp {
    year: u8,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
    /// Quarters of an hour to the east.
    quarters: u8,
    is_west: bool,
}

impl Timestamp {
    /// Seven octets of swapped decimal digits; `None` if they are not a time.
    pub(super) fn new(octets: [u8; 7]) -> Option<Self> {
        let [year, month, day, hour, minute, second, zone] = octets;
        let timestamp = Self {
            year: decimal(year)?,
            month: decimal(month)?,
            day: decimal(day)?,
            hour: decimal(hour)?,
            minute: decimal(minute)?,
            second: decimal(second)?,
            // Bit 3, in the digit of tens, is the sign.
            quarters: decimal(zone & !WEST)?,
            is_west: zone & WEST != 0,
        };
        timestamp.is_valid().then_some(timestamp)
    }

    /// The seven octets that say it.
    pub(super) const fn octets(self) -> [u8; 7] {
        let sign = if self.is_west { WEST } else { 0 };
        [
            swapped(self.year),
            swapped(self.month),
            swapped(self.day),
            swapped(self.hour),
            swapped(self.minute),
            swapped(self.second),
            swapped(self.quarters) | sign,
        ]
    }

    const fn is_valid(self) -> bool {
        // Every fourth year of 1990..=2089 is a leap year.
        let days = match self.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if self.year.is_multiple_of(4) => 29,
            2 => 28,
            _ => 0,
        };
        self.day >= 1 && self.day <= days && self.hour < 24 && self.minute < 60 && self.second < 60
    }
}

/// The sign bit of the time zone.
const WEST: u8 = 0x08;

/// Two decimal digits, the tens in the lower half; 0..=99.
const fn swapped(value: u8) -> u8 {
    ((value % 10) << 4) | (value / 10)
}

/// The number of two decimal digits, the tens in the lower half.
const fn decimal(octet: u8) -> Option<u8> {
    let (tens, ones) = (octet & 0x0F, octet >> 4);
    if tens < 10 && ones < 10 {
        Some(tens * 10 + ones)
    } else {
        None
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
            quarters,
            is_west,
        } = *self;
        let century = if year < 90 { 20 } else { 19 };
        write!(
            f,
            "{century}{year:02}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )?;
        let sign = if is_west && quarters > 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", quarters / 4, quarters % 4 * 15)
    }
}
