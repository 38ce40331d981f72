//! Arguments that functions of several tasks take.

use septet::message::{Country, SenderKind};
use septet::unstable::seconds_at;

use super::args::Arg;

/// A description of valid times.
pub(super) const TIME: &str = "a Date, or a time of ISO 8601 with Z or an offset";

/// Seconds since 1970-01-01 00:00 UTC of a time.
pub(super) fn time(value: &Arg<'_>) -> u64 {
    let seconds = value.is_text().then(|| seconds_at(&value.text()));
    value.expect(seconds.flatten(), TIME)
}

pub(super) fn sender_kind(value: &Arg<'_>) -> SenderKind {
    value.named(&SenderKind::ALL.map(|kind| (kind.name(), kind)))
}

pub(super) fn country(value: &Arg<'_>) -> Option<Country> {
    let country = value.text().parse().ok();
    if country.is_none() {
        value.wrong("a country by two letters of ISO 3166-1");
    }
    country
}
