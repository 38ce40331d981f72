//! Times as ISO 8601 writes them (`2026-05-15T14:30:00Z`), to and from seconds since 1970.
//!
//! By hand because a date library costs 46 KB of a WebAssembly module for one parameter.

use alloc::string::String;

const DAY: u64 = 86_400;

/// 9999-12-31 23:59:59 UTC.
const LAST: u64 = 253_402_300_799;

/// Seconds since 1970-01-01 00:00 UTC of a date and time with `Z` or an offset; `None` for anything
/// else, for times without an offset, and before 1970. A fraction of a second is dropped.
pub(crate) fn parse(text: &str) -> Option<u64> {
    let (date, rest) = text.split_once(['T', 't', ' '])?;
    let mut parts = date.split('-');
    let (year, month, day) = (
        number(parts.next()?, 4)?,
        number(parts.next()?, 2)?,
        number(parts.next()?, 2)?,
    );
    if parts.next().is_some()
        || !(1..=12).contains(&month)
        || day == 0
        || day > days_of(year, month)
    {
        return None;
    }
    let clock_end = rest.find(['Z', 'z', '+', '-'])?;
    let (clock, offset) = rest.split_at(clock_end);
    let clock = match clock.split_once(['.', ',']) {
        Some((clock, fraction)) => {
            let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
            digits.then_some(clock)?
        }
        None => clock,
    };
    let mut parts = clock.split(':');
    let (hour, minute, second) = (
        number(parts.next()?, 2)?,
        number(parts.next()?, 2)?,
        number(parts.next()?, 2)?,
    );
    // 23:59:60 is a leap second; it counts as the next second.
    if parts.next().is_some() || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let local = days_before(year, month, day)? * DAY + hour * 3_600 + minute * 60 + second;
    let sign = offset.get(..1)?;
    let amount = offset.get(1..)?;
    if sign.eq_ignore_ascii_case("z") {
        return amount.is_empty().then_some(local);
    }
    let (hours, minutes) = match amount.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if amount.len() == 4 => amount.split_at_checked(2)?,
        None => (amount, "00"),
    };
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let amount = hours * 3_600 + minutes * 60;
    if sign == "+" {
        local.checked_sub(amount)
    } else {
        local.checked_add(amount)
    }
}

/// `YYYY-MM-DDThh:mm:ssZ` of seconds since 1970; times after the year 9999 are its last second.
pub(super) fn format(seconds: u64) -> String {
    let seconds = seconds.min(LAST);
    let mut days = seconds / DAY;
    let mut year = 1970;
    while days >= days_of_year(year) {
        days -= days_of_year(year);
        year += 1;
    }
    let mut month = 1;
    while days >= days_of(year, month) {
        days -= days_of(year, month);
        month += 1;
    }
    let clock = seconds % DAY;
    let (hour, minute, second) = (clock / 3_600, clock / 60 % 60, clock % 60);
    alloc::format!(
        "{year:04}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z",
        days + 1
    )
}

/// Days from 1970-01-01 to a date; `None` before.
fn days_before(year: u64, month: u64, day: u64) -> Option<u64> {
    let years = year.checked_sub(1970)?;
    // Leap days of the years before this one, since 1970; 1969 has had 477 of them since year 1.
    let leaps = |year: u64| year / 4 - year / 100 + year / 400;
    let days = years * 365 + leaps(year - 1) - leaps(1969);
    Some(days + (1..month).map(|month| days_of(year, month)).sum::<u64>() + day - 1)
}

const fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

const fn days_of_year(year: u64) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

const fn days_of(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A number of exactly so many digits.
fn number(text: &str, digits: usize) -> Option<u64> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}
