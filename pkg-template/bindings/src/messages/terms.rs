//! Arguments that functions of several tasks take.

use septet::message::{Country, SenderKind};
use septet::unstable::seconds_at;

use super::args::Arg;

/// A description of valid times.
pub(super) const TIME: &str = "a Date, or a time of ISO 8601 with Z or an offset";

/// Seconds since 1970-01-01 00:00 UTC of a time.
pub(super) fn time(value: &Arg<'_>) -> u64 {
    let seconds = value.is_text().then(|| seconds_at(&value.text())).flatten();
    if seconds.is_none() {
        value.wrong(TIME);
    }
    seconds.unwrap_or(0)
}

pub(super) fn sender_kind(value: &Arg<'_>) -> SenderKind {
    match value.choice(&["long-code", "toll-free", "short-code", "alphanumeric"]) {
        0 => SenderKind::LongCode,
        1 => SenderKind::TollFree,
        2 => SenderKind::ShortCode,
        _ => SenderKind::Alphanumeric,
    }
}

pub(super) fn country(value: &Arg<'_>) -> Option<Country> {
    let country = value.text().parse().ok();
    if country.is_none() {
        value.wrong("a country by two letters of ISO 3166-1");
    }
    country
}
