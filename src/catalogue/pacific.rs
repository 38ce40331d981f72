//! Midnight in California, where daily limits of US carriers start anew. UTC−8, in summer UTC−7:
//! from the second Sunday of March, 02:00, to the first Sunday of November, 02:00 (15 U.S.C. § 260a).

use crate::calendar::{DAY, LAST, days_before, year_of};

const HOUR: u64 = 3_600;

/// Seconds since 1970-01-01 00:00 UTC of the first midnight in California after `now`, by the law
/// since 2007. After the year 9999 it is a day after `now`, [`u64::MAX`] at most.
pub(in crate::catalogue) fn next_midnight(now: u64) -> u64 {
    if now > LAST {
        return now.saturating_add(DAY);
    }
    // A day is added and taken off again: California is behind UTC, and 1970 begins in its 1969.
    let midnight = (now + DAY - offset(now)) / DAY * DAY;
    // The clock is set two hours after midnight, so whatever is in force at midnight by summer
    // time is in force at that midnight.
    let summer = midnight + 7 * HOUR;
    summer + offset(summer) - 7 * HOUR
}

/// Seconds that California is behind UTC at a time in UTC.
fn offset(now: u64) -> u64 {
    let year = year_of(now / DAY);
    // 02:00 standard time, 02:00 summer time
    let begins = sunday(year, 3, 2) * DAY + 10 * HOUR;
    let ends = sunday(year, 11, 1) * DAY + 9 * HOUR;
    if (begins..ends).contains(&now) {
        7 * HOUR
    } else {
        8 * HOUR
    }
}

/// The day, counted from 1970-01-01, of the nth Sunday of a month.
fn sunday(year: u64, month: u64, nth: u64) -> u64 {
    let first = days_before(year, month, 1);
    // 1970-01-01 was a Thursday; Sunday is day 3, 10, 17…
    let to_sunday = (10 - first % 7) % 7;
    first + to_sunday + 7 * (nth - 1)
}
