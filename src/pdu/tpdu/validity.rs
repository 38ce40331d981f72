//! The validity period of a submitted message (TP-VP, TS 23.040 clause 9.2.3.12).

use core::fmt;
use core::time::Duration;

use super::timestamp::Timestamp;

/// The time for which the service centre tries to deliver a message.
///
/// ```
/// use septet::pdu::{Tpdu, ValidityPeriod};
///
/// let message = Tpdu::parse(&[0x11, 7, 4, 0x81, 0x21, 0x43, 0, 0, 0xAA, 0])?;
/// let period = message.validity_period().expect("a relative period");
/// assert_eq!(period, ValidityPeriod::Relative(0xAA));
/// assert_eq!((period.to_string(), period.duration().unwrap().as_secs()), ("4 days".into(), 345_600));
/// # Ok::<(), septet::pdu::TpduError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValidityPeriod {
    /// A period that begins when the service centre takes the message, as its octet: 5 minutes to 63 weeks.
    Relative(u8),
    /// A time at which the message expires; `None` where the digits are not a time.
    Absolute(Option<Timestamp>),
    /// Seven octets of the enhanced format: an indicator, then a period or octets that are reserved.
    Enhanced([u8; 7]),
}

impl ValidityPeriod {
    /// The shortest relative period that lasts at least `duration`; the longest one, 63 weeks, for more.
    ///
    /// ```
    /// use core::time::Duration;
    /// use septet::pdu::ValidityPeriod;
    ///
    /// let hour = ValidityPeriod::at_least(Duration::from_secs(3_600));
    /// assert_eq!((hour, hour.to_string()), (ValidityPeriod::Relative(11), "1 hour".into()));
    /// ```
    #[must_use]
    pub fn at_least(duration: Duration) -> Self {
        let lasts = |octet: &u8| relative(*octet) >= duration;
        Self::Relative((0..=u8::MAX).find(lasts).unwrap_or(u8::MAX))
    }

    /// The period; `None` for an absolute time, and where the enhanced format has no period.
    ///
    /// ```
    /// use core::time::Duration;
    /// use septet::pdu::ValidityPeriod;
    ///
    /// // Enhanced, in seconds: 30 of them.
    /// let enhanced = ValidityPeriod::Enhanced([0x02, 30, 0, 0, 0, 0, 0]);
    /// assert_eq!(enhanced.duration(), Some(Duration::from_secs(30)));
    /// ```
    #[must_use]
    pub fn duration(self) -> Option<Duration> {
        match self {
            Self::Relative(octet) => Some(relative(octet)),
            Self::Absolute(_) => None,
            // Bits 2..0 of the indicator say what follows (clause 9.2.3.12.3).
            Self::Enhanced([indicator, first, second, third, ..]) => match indicator & 0b111 {
                1 => Some(relative(first)),
                2 => Some(Duration::from_secs(first.into())),
                3 => {
                    let [hours, minutes, seconds] = [first, second, third].map(swapped);
                    let minutes = u64::from(hours?) * 60 + u64::from(minutes?);
                    Some(Duration::from_secs(minutes * 60 + u64::from(seconds?)))
                }
                _ => None,
            },
        }
    }

    /// The value of TP-VPF, bits 4..3 of the first octet: 1 enhanced, 2 relative, 3 absolute.
    pub(super) const fn format(self) -> u8 {
        match self {
            Self::Enhanced(_) => 1,
            Self::Relative(_) => 2,
            Self::Absolute(_) => 3,
        }
    }
}

/// The table of clause 9.2.3.12.1.
fn relative(octet: u8) -> Duration {
    let value = u64::from(octet);
    let minutes = match octet {
        0..=143 => (value + 1) * 5,
        144..=167 => 12 * 60 + (value - 143) * 30,
        168..=196 => (value - 166) * 24 * 60,
        197..=255 => (value - 192) * 7 * 24 * 60,
    };
    Duration::from_secs(minutes * 60)
}

/// Two decimal digits, the tens in the lower half.
fn swapped(octet: u8) -> Option<u8> {
    let (tens, ones) = (octet & 0x0F, octet >> 4);
    (tens < 10 && ones < 10).then(|| tens * 10 + ones)
}

/// Such as `4 days`, `2 hours 30 minutes`, or a time.
impl fmt::Display for ValidityPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(duration) = self.duration() else {
            return match self {
                Self::Absolute(Some(time)) => write!(f, "until {time}"),
                Self::Absolute(None) => f.write_str("until digits that are not a time"),
                _ => f.write_str("no period"),
            };
        };
        let seconds = duration.as_secs();
        let units = [
            (seconds / 604_800, "week"),
            (seconds / 86_400 % 7, "day"),
            (seconds / 3_600 % 24, "hour"),
            (seconds / 60 % 60, "minute"),
            (seconds % 60, "second"),
        ];
        let mut is_first = true;
        for (value, unit) in units.into_iter().filter(|(value, _)| *value > 0) {
            let space = if is_first { "" } else { " " };
            let plural = if value == 1 { "" } else { "s" };
            write!(f, "{space}{value} {unit}{plural}")?;
            is_first = false;
        }
        if is_first {
            f.write_str("0 seconds")
        } else {
            Ok(())
        }
    }
}
