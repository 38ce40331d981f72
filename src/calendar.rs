//! The Gregorian calendar in UTC: days since 1970-01-01 as dates, and back.
//!
//! By hand because a date library costs 46 KB of a WebAssembly module for two places that need it.

/// Seconds of a day.
pub(crate) const DAY: u64 = 86_400;

/// 9999-12-31 23:59:59 UTC, in seconds since 1970-01-01 00:00 UTC: the last time whose year has four digits.
pub(crate) const LAST: u64 = 253_402_300_799;

/// Days from 1970-01-01 to a date of 1970 or later.
pub(crate) fn days_before(year: u64, month: u64, day: u64) -> u64 {
    let months = (1..month).map(|month| days_of_month(year, month));
    days_before_year(year) + months.sum::<u64>() + day - 1
}

/// Year, month and day of the month of a day counted from 1970-01-01, which is day 0.
pub(crate) fn date(day: u64) -> (u64, u64, u64) {
    let year = year_of(day);
    let (mut month, mut rest) = (1, day - days_before_year(year));
    while rest >= days_of_month(year, month) {
        rest -= days_of_month(year, month);
        month += 1;
    }
    (year, month, rest + 1)
}

/// The year of a day counted from 1970-01-01.
pub(crate) fn year_of(day: u64) -> u64 {
    // 146,097 days are 400 years; off by at most one.
    let guess = 1970 + day * 400 / 146_097;
    if days_before_year(guess) > day {
        guess - 1
    } else if days_before_year(guess + 1) <= day {
        guess + 1
    } else {
        guess
    }
}

/// The days of a month, 28 to 31; `month` is in the range `1..=12`.
pub(crate) const fn days_of_month(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to the first day of a year.
fn days_before_year(year: u64) -> u64 {
    // Leap days from year 1 to the end of a year.
    let leap_days = |year: u64| year / 4 - year / 100 + year / 400;
    (year - 1970) * 365 + leap_days(year - 1) - leap_days(1969)
}

const fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}
