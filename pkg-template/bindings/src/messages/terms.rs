//! Arguments that functions of several tasks take.

use alloc::string::String;
use alloc::vec::Vec;

use super::arguments::{Object, Value};
use septet::message::{Country, SenderKind};
use septet::unstable::seconds_at;

/// What a time is.
pub(super) const TIME: &str = "a Date, or a time of ISO 8601 with Z or an offset";

/// Seconds since 1970-01-01 00:00 UTC of a time.
pub(super) fn time(value: &Value<'_>) -> u64 {
    let seconds = value.is_text().then(|| seconds_at(value.text())).flatten();
    if seconds.is_none() {
        value.wrong(TIME);
    }
    seconds.unwrap_or(0)
}

/// One text or several.
pub(super) fn texts(object: &mut Object<'_>, name: &'static str) -> Vec<String> {
    let texts = object.take(name).map_or_else(Vec::new, Value::one_or_many);
    texts.iter().map(|value| value.text().into()).collect()
}

pub(super) fn sender_kind(value: &Value<'_>) -> SenderKind {
    match value.choice("long-code,toll-free,short-code,alphanumeric") {
        0 => SenderKind::LongCode,
        1 => SenderKind::TollFree,
        2 => SenderKind::ShortCode,
        _ => SenderKind::Alphanumeric,
    }
}

pub(super) fn country(value: &Value<'_>) -> Option<Country> {
    let country = value.text().parse().ok();
    if country.is_none() {
        value.wrong("a country by two letters of ISO 3166-1");
    }
    country
}
