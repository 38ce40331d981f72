//! Times as ISO 8601 writes them (`2026-05-15T14:30:00Z`), to and from seconds since 1970.

use alloc::format;
use alloc::string::String;

#[cfg(feature = "serde")]
use super::fact::Fact;
use crate::calendar::{DAY, LAST, date, days_before, days_of_month};

/// Seconds since 1970-01-01 00:00 UTC of a date and time with `Z` or an offset; `None` for anything
/// else, for times without an offset, and before 1970. A fraction of a second is dropped.
pub(crate) fn parse(text: &str) -> Option<u64> {
    let (date, rest) = text.split_once(['T', 't', ' '])?;
    let (clock, offset) = rest.split_at(rest.find(['Z', 'z', '+', '-'])?);
    let local = days(date)? * DAY + seconds(clock)?;
    local.checked_add_signed(-seconds_ahead(offset)?)
}

/// A time without its fraction of a second; `None` for a time that has none, and for anything else.
pub(super) fn without_fraction(text: &str) -> Option<String> {
    let (before, rest) = text
        .split_once(['.', ','])
        .filter(|_| parse(text).is_some())?;
    let zone = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
    Some(format!("{before}{zone}"))
}

/// `YYYY-MM-DDThh:mm:ssZ` of seconds since 1970; times after the year 9999 are its last second.
pub(super) fn format(seconds: u64) -> String {
    let seconds = seconds.min(LAST);
    let (year, month, day) = date(seconds / DAY);
    let clock = seconds % DAY;
    let (hour, minute, second) = (clock / 3_600, clock / 60 % 60, clock % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Days from 1970-01-01 to a date such as `2026-05-15`; `None` before 1970.
fn days(date: &str) -> Option<u64> {
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let exists = year >= 1970
        && (1..=12).contains(&month)
        && (1..=days_of_month(year, month)).contains(&day);
    exists.then(|| days_before(year, month, day))
}

/// Seconds since midnight of a time such as `14:30:00`, without its fraction. A leap second, `23:59:60`, counts as the
/// second after it.
fn seconds(clock: &str) -> Option<u64> {
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, "0"));
    let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
    let exists = hour < 24 && minute < 60 && second <= 60 && is_digits(fraction);
    exists.then_some(hour * 3_600 + minute * 60 + second)
}

/// Seconds that a time zone is ahead of UTC: `Z`, `+02:00`, `-0530` or `+02`.
fn seconds_ahead(offset: &str) -> Option<i64> {
    if offset.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, amount) = offset.split_at_checked(1)?;
    let (hours, minutes) = match amount.split_once(':') {
        Some(halves) => halves,
        None if amount.len() == 4 => amount.split_at_checked(2)?,
        None => (amount, "00"),
    };
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    let exists = hours < 24 && minutes < 60;
    let ahead = i64::try_from(hours * 3_600 + minutes * 60).ok();
    let ahead = ahead.filter(|_| exists)?;
    Some(if sign == "-" { -ahead } else { ahead })
}

/// Three numbers with separators between them, each of exactly so many digits.
fn numbers(text: &str, separator: char, digits: [usize; 3]) -> Option<[u64; 3]> {
    let mut parts = text.split(separator);
    let mut numbers = [0; 3];
    for (place, digits) in numbers.iter_mut().zip(digits) {
        *place = number(parts.next()?, digits)?;
    }
    parts.next().is_none().then_some(numbers)
}

/// A number of exactly so many digits.
fn number(text: &str, digits: usize) -> Option<u64> {
    let is_number = text.len() == digits && is_digits(text);
    is_number.then(|| text.parse().ok())?
}

/// True if a text consists of one or more digits.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads a time as ISO 8601 writes it.
#[cfg(feature = "serde")]
pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<u64, D::Error> {
    use serde::{Deserialize as _, de::Error as _};

    let text = alloc::string::String::deserialize(deserializer)?;
    let wrong =
        "a time is written as ISO 8601 writes it, with Z or an offset: 2026-05-15T14:30:00Z";
    parse(&text).ok_or_else(|| D::Error::custom(wrong))
}

/// Reads a time, or `null` for one that is known to be absent.
#[cfg(feature = "serde")]
pub(super) fn deserialize_known<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Fact<u64>, D::Error> {
    #[derive(serde::Deserialize)]
    struct Time(#[serde(deserialize_with = "deserialize")] u64);

    let time: Fact<Time> = serde::Deserialize::deserialize(deserializer)?;
    Ok(match time {
        Fact::Unknown => Fact::Unknown,
        Fact::Absent => Fact::Absent,
        Fact::Known(time) => Fact::Known(time.0),
    })
}
