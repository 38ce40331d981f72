//! Rules of the remaining parameters: callbacks, time in the queue, price, privacy, purpose, actions.

use alloc::format;

use super::draft::{Draft, non_empty};
use super::parameter::Decimal;
use super::parties::is_sid;
use super::rule::Rule;
use super::url;
use super::violation::Violation;
use crate::address::{Channel, SenderKind, SidKind};

/// Seconds that a message may wait in the provider's queue (error 21624).
const VALIDITY: core::ops::RangeInclusive<i64> = 1..=36_000;

/// That many seconds and fewer are advised against.
const SHORT_VALIDITY: i64 = 5;

/// The documented values of `MessageIntent`.
const INTENTS: [&str; 11] = [
    "otp",
    "notifications",
    "marketing",
    "fraud",
    "security",
    "customercare",
    "delivery",
    "education",
    "polling",
    "announcements",
    "events",
];

pub(super) fn check(draft: &mut Draft<'_>) {
    callback(draft);
    queue(draft);
    price(draft);
    choices(draft);
    actions(draft);
    mms(draft);
}

fn callback(draft: &mut Draft<'_>) {
    let callback = non_empty(draft.message.status_callback.as_deref());
    let violation = callback.and_then(|url| url::violation(url, Rule::CallbackInvalid));
    if let Some(violation) = violation {
        draft.add(violation);
    }
    let Some(application) = non_empty(draft.message.application_sid.as_deref()) else {
        return;
    };
    if !is_sid(application, SidKind::Application) {
        let sentence = "it is not an identifier of an application";
        draft.add(Violation::new(
            Rule::ApplicationInvalid,
            sentence,
            "write AP and 32 hexadecimal digits",
        ));
    }
    if callback.is_some() {
        let sentence = "it is ignored: StatusCallback goes before it";
        draft.add(Violation::new(
            Rule::ApplicationIgnored,
            sentence,
            "leave one of the two out",
        ));
    }
}

fn queue(draft: &mut Draft<'_>) {
    match draft.message.validity_period {
        Some(seconds) if !VALIDITY.contains(&seconds) => {
            let sentence = format!("{seconds} seconds are outside 1 to 36,000");
            let fix = "set 1 to 36000 seconds, or leave it out for 36000";
            draft.add(Violation::new(Rule::ValidityRange, sentence, fix));
        }
        Some(seconds @ ..=SHORT_VALIDITY) => {
            let sentence =
                format!("{seconds} seconds may pass before the message leaves the queue");
            let fix = "set more than 5 seconds";
            draft.add(Violation::new(Rule::ValidityShort, sentence, fix));
        }
        _ => {}
    }
    if draft.message.attempt.is_some_and(|attempt| attempt < 1) {
        let sentence = "attempts are counted from 1";
        draft.add(Violation::new(
            Rule::AttemptRange,
            sentence,
            "set 1 or more, or leave it out",
        ));
    }
}

fn price(draft: &mut Draft<'_>) {
    let Some(price) = non_empty(draft.message.max_price.as_ref().map(Decimal::as_str)) else {
        return;
    };
    let violation = if is_positive_decimal(price) {
        let sentence = "it has no effect since June 2024";
        Violation::new(Rule::MaxPriceObsolete, sentence, "leave it out")
    } else {
        let fix = "leave it out: it has no effect";
        Violation::new(
            Rule::MaxPriceInvalid,
            "it is not a positive decimal number",
            fix,
        )
    };
    draft.add(violation);
}

fn is_positive_decimal(text: &str) -> bool {
    decimal(text).is_some() && text.contains(|digit: char| ('1'..='9').contains(&digit))
}

/// The digits before and after the point of a decimal number; `0` after it where there is none.
fn decimal(text: &str) -> Option<(&str, &str)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole) && digits(fraction)).then_some((whole, fraction))
}

/// Parameters that take one of a few words.
fn choices(draft: &mut Draft<'_>) {
    let message = draft.message;
    for (value, words, rule) in [
        (
            &message.content_retention,
            &["retain", "discard"][..],
            Rule::ContentRetentionInvalid,
        ),
        (
            &message.address_retention,
            &["retain", "obfuscate"],
            Rule::AddressRetentionInvalid,
        ),
        (&message.traffic_type, &["free"], Rule::TrafficTypeInvalid),
        (
            &message.risk_check,
            &["enable", "disable"],
            Rule::RiskCheckInvalid,
        ),
        (&message.message_intent, &INTENTS, Rule::IntentUnknown),
    ] {
        if let Some(value) = non_empty(value.as_deref()).filter(|value| !words.contains(value)) {
            let sentence = format!("`{value}` is not among its values");
            let fix = format!("write {}", words.join(", "));
            draft.add(Violation::new(rule, sentence, fix));
        }
    }
}

fn actions(draft: &mut Draft<'_>) {
    let message = draft.message;
    if draft.channel == Channel::Sms && !message.persistent_action.is_empty() {
        let sentence = "actions are for channels other than SMS and MMS";
        draft.add(Violation::new(Rule::ActionOnSms, sentence, "leave it out"));
    }
    for (index, action) in message.persistent_action.iter().enumerate() {
        if action
            .strip_prefix("geo:")
            .is_some_and(|place| !is_place(place))
        {
            let sentence = "it is not a latitude (-90 to 90) and a longitude (-180 to 180)";
            let fix = "write geo:latitude,longitude|label, such as geo:48.85,2.35|Paris";
            draft.add(Violation::new(Rule::ActionInvalid, sentence, fix).at(index));
        }
    }
}

/// Latitude and longitude in degrees, before an optional label.
fn is_place(text: &str) -> bool {
    let place = text.split('|').next().unwrap_or_default();
    let halves = place.split_once(',');
    halves
        .is_some_and(|(latitude, longitude)| is_degrees(latitude, 90) && is_degrees(longitude, 180))
}

/// A decimal number from `-most` to `most`. Read digit by digit: the tables of `f64` are not worth it.
fn is_degrees(text: &str, most: u32) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    decimal(digits).is_some_and(|(whole, fraction)| {
        let is_edge = || fraction.bytes().all(|digit| digit == b'0');
        whole
            .parse::<u32>()
            .is_ok_and(|degrees| degrees < most || degrees == most && is_edge())
    })
}

fn mms(draft: &mut Draft<'_>) {
    if draft.message.send_as_mms != Some(true) {
        return;
    }
    if draft.channel != Channel::Sms {
        let sentence = format!("it has no effect on {}", draft.channel.name());
        draft.add(Violation::new(Rule::MmsOnChannel, sentence, "leave it out"));
    } else if draft.sender_kind() == Some(SenderKind::Alphanumeric) {
        let sentence = "a sender name sends no MMS";
        let fix = "send from a number that can send MMS, or leave it out";
        draft.add(Violation::new(Rule::MmsSender, sentence, fix));
    }
}
