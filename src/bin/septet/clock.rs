//! The time of the clock, or one that the command line gives.

use std::time::{SystemTime, UNIX_EPOCH};

use septet::message::MessageValidator;

pub(crate) fn now() -> MessageValidator {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    MessageValidator::at(now.map_or(0, |now| now.as_secs()))
}

/// Reads a time as ISO 8601 writes it.
pub(crate) fn time(text: &str) -> Result<MessageValidator, String> {
    let wrong = "write a time as ISO 8601 does, with Z or an offset: 2026-05-15T14:30:00Z";
    MessageValidator::at_text(text).ok_or_else(|| wrong.into())
}

/// Seconds since 1970 as people read them: `2026-05-15 14:30:00 UTC`.
pub(crate) fn utc(seconds: u64) -> String {
    let (days, time) = (seconds / 86_400, seconds % 86_400);
    // Eras of 400 years, 146,097 days each, from 1 March of the year 0 on, so that leap days come last.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    let year = 400 * era + year + next;
    let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} UTC")
}

#[cfg(test)]
mod tests {
    use super::utc;

    #[test]
    fn dates() {
        assert_eq!(utc(0), "1970-01-01 00:00:00 UTC");
        assert_eq!(utc(951_782_400), "2000-02-29 00:00:00 UTC");
        assert_eq!(utc(1_778_855_400), "2026-05-15 14:30:00 UTC");
        assert_eq!(utc(1_798_761_599), "2026-12-31 23:59:59 UTC");
    }
}
