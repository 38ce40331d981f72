//! The values of parameters: numbers, flags, identifiers.

use super::expected;
use super::form::Fields;
use crate::address::{Sid, SidKind};

impl Fields {
    pub(super) fn whole_number(&mut self, name: &str) -> Option<u32> {
        self.parse(name, expected::WHOLE_NUMBER, whole_number)
    }

    pub(super) fn flag(&mut self, name: &str) -> Option<bool> {
        self.parse(name, expected::FLAG, flag)
    }

    pub(super) fn message_sid(&mut self, name: &str) -> Option<Sid> {
        self.parse(name, expected::MESSAGE_SID, message_sid)
    }

    pub(super) fn account_sid(&mut self, name: &str) -> Option<Sid> {
        self.parse(name, expected::ACCOUNT_SID, account_sid)
    }

    pub(super) fn service_sid(&mut self, name: &str) -> Option<Sid> {
        self.parse(name, expected::SERVICE_SID, service_sid)
    }
}

/// Digits, without sign or space.
fn whole_number(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// `true` or `false`, whatever the case.
fn flag(text: &str) -> Option<bool> {
    if text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

/// Degrees with an optional sign and fraction, at most `limit` either way. Digits after the twelfth of a fraction, less
/// than a ten-thousandth of a millimetre, are dropped. What is left fits the 53 bits of an `f64`, so one division gives
/// the number, for which `str::parse` would bring 10 KB of tables.
pub(super) fn degrees(text: &str, limit: u64) -> Option<f64> {
    const DIGITS: u32 = 12;
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut scaled = 0_u64;
    for digit in whole.bytes() {
        scaled = scaled.checked_mul(10)?.checked_add(decimal(digit)?)?;
    }
    if scaled > limit {
        return None;
    }
    let mut places = 0;
    for digit in fraction.bytes() {
        let digit = decimal(digit)?;
        if places < DIGITS {
            scaled = scaled * 10 + digit;
            places += 1;
        }
    }
    let scale = 10_u64.pow(places);
    if scaled > limit * scale {
        return None;
    }
    let degrees = exact(scaled) / exact(scale);
    Some(if text.starts_with('-') {
        -degrees
    } else {
        degrees
    })
}

fn decimal(digit: u8) -> Option<u64> {
    digit.is_ascii_digit().then(|| u64::from(digit - b'0'))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "180 degrees with 12 digits after the point fit 53 bits"
)]
const fn exact(number: u64) -> f64 {
    number as f64
}

pub(super) fn message_sid(text: &str) -> Option<Sid> {
    sid(text, |kind| {
        matches!(kind, SidKind::Message | SidKind::MediaMessage)
    })
}

fn account_sid(text: &str) -> Option<Sid> {
    sid(text, |kind| kind == SidKind::Account)
}

fn service_sid(text: &str) -> Option<Sid> {
    sid(text, |kind| kind == SidKind::MessagingService)
}

fn sid(text: &str, is_kind: impl Fn(SidKind) -> bool) -> Option<Sid> {
    text.parse().ok().filter(|sid: &Sid| is_kind(sid.kind()))
}
