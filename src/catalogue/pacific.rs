//! Midnight in California, where daily limits of US carriers start anew. UTC−8, in summer UTC−7:
//! from the second Sunday of March, 02:00, to the first Sunday of November, 02:00 (15 U.S.C. § 260a).

const HOUR: u64 = 3_600;
const DAY: u64 = 24 * HOUR;

/// 9999-12-31 23:59:59 UTC; later, days are counted and clocks are not.
const LAST: u64 = 253_402_300_799;

/// Seconds since 1970-01-01 00:00 UTC, of the first midnight in California after `now`, by the law
/// since 2007.
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
fn sunday(year: u64, month: usize, nth: u64) -> u64 {
    let first = day_of(year, month);
    // 1970-01-01 was a Thursday; Sunday is day 3, 10, 17…
    let to_sunday = (10 - first % 7) % 7;
    first + to_sunday + 7 * (nth - 1)
}

/// Days from 1970-01-01 to the first day of a month of 1970 or later.
fn day_of(year: u64, month: usize) -> u64 {
    const BEFORE: [u64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let months = BEFORE.get(month - 1).copied().unwrap_or(0);
    days_before(year) + months + u64::from(leap && month > 2)
}

/// Days from 1970-01-01 to the first day of a year.
fn days_before(year: u64) -> u64 {
    // Leap days from year 1 to the year before; 477 of them before 1970.
    let leaps = |year: u64| year / 4 - year / 100 + year / 400;
    (year - 1970) * 365 + leaps(year - 1) - 477
}

fn year_of(day: u64) -> u64 {
    // 146,097 days are 400 years; off by at most one.
    let guess = 1970 + day * 400 / 146_097;
    if days_before(guess) > day {
        guess - 1
    } else if days_before(guess + 1) <= day {
        guess + 1
    } else {
        guess
    }
}
