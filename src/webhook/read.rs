//! The values of parameters: numbers, flags, identifiers.

use crate::message::{Sid, SidKind};

pub(super) const WHOLE_NUMBER: &str = "a whole number";
pub(super) const FLAG: &str = "true or false";
pub(super) const MESSAGE_SID: &str = "SM or MM and 32 hexadecimal digits";
pub(super) const ACCOUNT_SID: &str = "AC and 32 hexadecimal digits";
pub(super) const SERVICE_SID: &str = "MG and 32 hexadecimal digits";

/// Digits, without sign or space.
pub(super) fn whole_number(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

pub(super) fn flag(text: &str) -> Option<bool> {
    if text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

/// Degrees with an optional sign and fraction, at most `limit` either way.
pub(super) fn degrees(text: &str, limit: f64) -> Option<f64> {
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
    let degrees: f64 = text.parse().ok().filter(|_| plain)?;
    (-limit..=limit).contains(&degrees).then_some(degrees)
}

pub(super) fn message_sid(text: &str) -> Option<Sid> {
    sid(text, |kind| {
        matches!(kind, SidKind::Message | SidKind::MediaMessage)
    })
}

pub(super) fn account_sid(text: &str) -> Option<Sid> {
    sid(text, |kind| kind == SidKind::Account)
}

pub(super) fn service_sid(text: &str) -> Option<Sid> {
    sid(text, |kind| kind == SidKind::MessagingService)
}

fn sid(text: &str, is_kind: impl Fn(SidKind) -> bool) -> Option<Sid> {
    text.parse().ok().filter(|sid: &Sid| is_kind(sid.kind()))
}

#[cfg(feature = "serde")]
pub(super) fn serialize_sid<S: serde::Serializer>(
    sid: &Sid,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(sid.as_str())
}

#[cfg(feature = "serde")]
#[expect(clippy::ref_option, reason = "serde passes a reference to the field")]
pub(super) fn serialize_optional_sid<S: serde::Serializer>(
    sid: &Option<Sid>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&sid.as_ref().map(Sid::as_str), serializer)
}
