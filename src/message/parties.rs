//! Rules of `To`, `From`, `FallbackFrom` and `MessagingServiceSid`.

use alloc::format;
use alloc::string::String;

use super::draft::{Draft, non_empty};
use super::rule::Rule;
use super::severity::Severity;
use super::violation::Violation;
use crate::address::{
    Address, AddressError, AddressErrorKind, Alphanumeric, Channel, NumberKind, Sid, SidKind,
};
#[cfg(feature = "phone-numbers")]
use crate::address::{Line, PhoneNumber};
#[cfg(feature = "phone-numbers")]
use crate::catalogue::SenderRules;
use crate::conflict::ConflictPolicy;

pub(super) fn check(draft: &mut Draft<'_>) {
    recipient(draft);
    sender(draft);
    pair(draft);
    service(draft);
    fallback(draft);
}

fn recipient(draft: &mut Draft<'_>) {
    let Some(text) = non_empty(draft.message.to.as_deref()) else {
        let fix = "name the recipient, such as +14155552671";
        return draft.add(Violation::new(
            Rule::ToMissing,
            "there is no recipient",
            fix,
        ));
    };
    let address = match text.parse::<Address>() {
        Ok(address) => address,
        Err(error) => {
            let violation = if text.contains([',', ';']) {
                let sentence = "it names several recipients";
                Violation::new(
                    Rule::ToInvalid,
                    sentence,
                    "send one request for each recipient",
                )
            } else {
                let example = "write `+`, the country code and the number, such as +14155552671";
                Violation::new(Rule::ToInvalid, format!("{error}"), fix(&error, example))
            };
            return draft.add(violation);
        }
    };
    if address.short_code().is_some() {
        let sentence = "a short code receives no messages from other senders";
        draft.add(Violation::new(
            Rule::ToShortCode,
            sentence,
            "send to a phone number",
        ));
    }
    if let Some(name) = address.alphanumeric() {
        let sentence = format!("`{name}` is a sender name, which receives no messages");
        draft.add(Violation::new(
            Rule::ToInvalid,
            sentence,
            "send to a phone number",
        ));
    }
    let Some(number) = address.phone_number() else {
        return;
    };
    if let Some(problem) = number.problem() {
        let sentence = format!("{number} cannot exist: {problem}");
        draft.add(Violation::new(
            Rule::ToInvalid,
            sentence,
            "ask for the number again",
        ));
    } else if number.kind() == NumberKind::Premium {
        let sentence = format!("{number} is a premium rate number, to which no messages are sent");
        draft.add(Violation::new(
            Rule::ToPremium,
            sentence,
            "send to another number",
        ));
    } else {
        #[cfg(feature = "phone-numbers")]
        numbering_plan(draft, number);
    }
}

/// Checks a recipient's number against its country's numbering plan.
#[cfg(feature = "phone-numbers")]
fn numbering_plan(draft: &mut Draft<'_>, number: PhoneNumber) {
    if !draft.check.by_numbering_plan {
        return;
    }
    if !number.is_in_numbering_plan() {
        let sentence = format!("{number} is not in the numbering plan of its country");
        let fix = "ask for the number again";
        draft.add(Violation::new(Rule::ToInvalid, sentence, fix));
    } else if number.line() == Some(Line::Fixed) && draft.channel == Channel::Sms {
        let rules = number.country().and_then(SenderRules::of);
        let severity = if rules.is_some_and(SenderRules::attempts_landlines) {
            Severity::Warning
        } else {
            Severity::Error
        };
        let sentence = format!("{number} is a landline");
        let fix = "ask for a mobile number, or call";
        draft.add(Violation::new(Rule::ToLandline, sentence, fix).with_severity(severity));
    }
}

fn sender(draft: &mut Draft<'_>) {
    let Some(text) = non_empty(draft.message.from.as_deref()) else {
        if !draft.has_service() {
            let sentence = "there is neither a sender nor a messaging service";
            let fix = "set From or MessagingServiceSid";
            draft.add(Violation::new(Rule::SenderMissing, sentence, fix));
        }
        return;
    };
    let address = match text.parse::<Address>() {
        Ok(address) => address,
        Err(error) => {
            let example = match error.kind() {
                AddressErrorKind::Sid(SidKind::MessagingService) => {
                    "put it into MessagingServiceSid"
                }
                _ => {
                    "use a number such as +14155552671, a short code, or a name of 1 to 11 letters, digits and spaces"
                }
            };
            return draft.add(Violation::new(
                Rule::FromInvalid,
                format!("{error}"),
                fix(&error, example),
            ));
        }
    };
    if let Some(name) = address.alphanumeric() {
        let country = draft.to.as_ref().and_then(Address::phone_number);
        let country = country.and_then(|number| number.country());
        // The SMS Sender Registration Scheme of Hong Kong puts `#` before every registered name
        // (https://www.ofca.gov.hk/en/consumer_focus/guide/hot_topics/ssrs/, read 2026-11-30).
        let is_registered = |name: &str| {
            let rest = name
                .strip_prefix('#')
                .and_then(|rest| rest.parse::<Alphanumeric>().ok());
            let is_hong_kong = country.is_some_and(|country| country.code() == "HK");
            is_hong_kong && rest.is_some_and(|rest| rest.is_portable())
        };
        if name.as_str().starts_with('#') && !is_registered(name.as_str()) {
            let sentence =
                format!("`{name}` begins with #, which only registered names in Hong Kong do");
            let fix = "leave # out";
            draft.add(Violation::new(Rule::FromInvalid, sentence, fix));
        } else if !name.is_portable() && !is_registered(name.as_str()) {
            let sentence = format!(
                "`{name}` has a character the AlphaSender resource allows and the glossary does not (-, +, _ or &)"
            );
            let severity = match draft.check.policy {
                ConflictPolicy::Strict => Severity::Error,
                ConflictPolicy::Lenient => Severity::Warning,
            };
            let violation = Violation::new(
                Rule::FromDisputed,
                sentence,
                "use letters, digits and spaces",
            );
            draft.add(violation.with_severity(severity));
        }
        if draft.check.is_trial {
            let sentence = "a trial account has no sender names";
            let fix = "send from a number, or upgrade the account";
            draft.add(Violation::new(Rule::FromAlphanumericOnTrial, sentence, fix));
        }
    }
}

/// Sender and recipient together.
fn pair(draft: &mut Draft<'_>) {
    let (Some(to), Some(from)) = (&draft.to, &draft.from) else {
        return;
    };
    let violation = if to.channel() != from.channel() {
        let (to, from) = (to.channel().name(), from.channel().name());
        let sentence = format!("the recipient is on {to} and the sender on {from}");
        Violation::new(
            Rule::ChannelMismatch,
            sentence,
            "use the same prefix on both sides",
        )
    } else if to == from {
        // 63031 is the same rule on other channels: tests/data/errors.tsv
        let code = if to.channel() == Channel::Sms {
            21266
        } else {
            63031
        };
        let fix = "send from one of your senders to somebody else";
        Violation::new(Rule::ToSameAsFrom, "the recipient is the sender", fix).with_code(Some(code))
    } else {
        return;
    };
    draft.add(violation);
}

fn service(draft: &mut Draft<'_>) {
    let Some(text) = non_empty(draft.message.messaging_service_sid.as_deref()) else {
        return;
    };
    if !is_sid(text, SidKind::MessagingService) {
        let sentence = "it is not an identifier of a messaging service";
        let fix = "write MG and 32 hexadecimal digits";
        draft.add(Violation::new(Rule::ServiceInvalid, sentence, fix));
    }
    let Some(senders) = draft.pool() else { return };
    if senders.is_empty() {
        let sentence = "the messaging service has no senders";
        draft.add(Violation::new(
            Rule::ServiceEmpty,
            sentence,
            "add a sender to its pool",
        ));
    } else if draft
        .from
        .as_ref()
        .is_some_and(|from| !senders.contains(from))
    {
        let sentence = "the sender is not in the pool of the messaging service";
        let fix = "leave From out, or add the sender to the pool";
        draft.add(Violation::new(Rule::FromNotInService, sentence, fix));
    }
}

fn fallback(draft: &mut Draft<'_>) {
    let Some(text) = non_empty(draft.message.fallback_from.as_deref()) else {
        return;
    };
    let address = text.parse::<Address>().ok();
    if address.and_then(|address| address.sender_kind()).is_none() {
        let sentence = "it is not a sender of SMS or MMS";
        let fix = "use a number or short code of the account";
        draft.add(Violation::new(Rule::FallbackInvalid, sentence, fix));
    }
    if non_empty(draft.message.from.as_deref()).is_some() {
        let sentence = "FallbackFrom and From exclude each other";
        let fix = "leave From out: the service chooses the RCS sender";
        draft.add(Violation::new(Rule::FallbackWithFrom, sentence, fix));
    }
    if !draft.has_service() {
        let sentence = "FallbackFrom works with a messaging service only";
        let fix = "set MessagingServiceSid to a service with an RCS sender";
        draft.add(Violation::new(Rule::FallbackWithoutService, sentence, fix));
    }
    let is_rcs = |sender: &Address| sender.channel() == Channel::Rcs;
    let pool = draft.pool().filter(|_| draft.has_service());
    if pool.is_some_and(|senders| !senders.iter().any(is_rcs)) {
        let sentence = "the messaging service has no RCS sender to fall back from";
        let fix = "add an RCS sender to its pool, or leave FallbackFrom out";
        draft.add(Violation::new(Rule::FallbackWithoutRcs, sentence, fix));
    }
}

/// True if a text is an identifier of this kind.
pub(super) fn is_sid(text: &str, kind: SidKind) -> bool {
    text.parse::<Sid>().is_ok_and(|sid| sid.kind() == kind)
}

/// The number that was meant, where the error knows it; else a general word.
fn fix(error: &AddressError, otherwise: &str) -> String {
    match error.suggestion() {
        Some(number) => format!("write {number}"),
        None => otherwise.into(),
    }
}
