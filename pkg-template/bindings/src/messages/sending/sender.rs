//! Senders by country, and one chosen from a pool.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::address::address;
use crate::json::to_json;
use crate::messages::arguments::{Errors, Given, Object, Value};
use crate::messages::terms::country;
use septet::catalogue::{ErrorCode, Need, Pick, PickReason, PoolSender, Refusal, SenderRules};

/// What a country takes.
pub(super) fn sender_rules(given: &mut Given<'_>) -> String {
    let of = given.next();
    let rules = country(&of).and_then(SenderRules::of);
    to_json(&rules)
}

#[derive(Serialize)]
struct CountryShape {
    country: &'static str,
    name: &'static str,
}

/// The countries of the catalogue.
pub(super) fn countries(_: &mut Given<'_>) -> String {
    let country = |rules: SenderRules| CountryShape {
        country: rules.code(),
        name: rules.name(),
    };
    to_json(&SenderRules::all().map(country).collect::<Vec<_>>())
}

#[derive(Serialize)]
struct PickShape<'a> {
    chosen: Option<usize>,
    reasons: &'a [PickReason],
    refused: Vec<RefusalShape>,
}

#[derive(Serialize)]
struct RefusalShape {
    index: usize,
    reason: &'static str,
    code: Option<ErrorCode>,
}

/// Chooses a sender from a pool.
pub(super) fn pick_sender(given: &mut Given<'_>) -> String {
    let (pool, recipient, need) = (given.next(), given.next(), given.next());
    let pool = pool.list().into_iter();
    let pool: Vec<PoolSender> = pool
        .filter_map(|one| pool_sender(one, given.errors))
        .collect();
    let (recipient, need) = (
        address(&recipient, given.errors),
        needed(need.object(), given.errors),
    );
    let pick = recipient.map(|recipient| Pick::from_pool(&pool, &recipient, &need));
    let refusal = |&(index, refusal): &(usize, Refusal)| RefusalShape {
        index,
        reason: refusal.name(),
        code: refusal.error_code(),
    };
    let shape = pick.as_ref().map(|pick| PickShape {
        chosen: pick.chosen(),
        reasons: pick.reasons(),
        refused: pick.refused().iter().map(refusal).collect(),
    });
    to_json(&shape)
}

fn pool_sender(value: Value<'_>, errors: &Errors) -> Option<PoolSender> {
    if value.is_text() {
        return Some(PoolSender::new(address(&value, errors)?));
    }
    let mut object = value.object();
    let of = object.require("address", "a string");
    let own = object.take("country").and_then(|value| country(&value));
    let (registered, media) = (object.is("registered"), object.is("media"));
    let mut sender = PoolSender::new(address(&of, errors)?)
        .with_registration(registered)
        .with_media(media);
    if let Some(country) = own {
        sender = sender.with_country(country);
    }
    Some(sender)
}

fn needed(mut object: Object<'_>, errors: &Errors) -> Need {
    let mut need = Need::new();
    if object.is("media") {
        need = need.with_media();
    }
    if object.is("reply") {
        need = need.with_reply();
    }
    let previous = object.take("previous");
    if let Some(previous) = previous.and_then(|value| address(&value, errors)) {
        need = need.with_previous(previous);
    }
    need
}
