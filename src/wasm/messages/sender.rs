//! Senders by country, and one chosen from a pool.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::Answer;
use super::super::json::to_json;
use super::address::{address, country};
use super::arguments::{Value, arguments};
use crate::catalogue::{ErrorCode, Need, Pick, PoolSender, Reason, Refusal, SenderRules};

/// What a country takes.
#[wasm_bindgen(js_name = senderRules)]
pub fn sender_rules(words: &[u32], octets: &[u8]) -> Answer {
    let [of] = arguments(words, octets);
    Ok(to_json(&SenderRules::of(country(&of)?)))
}

#[derive(Serialize)]
struct CountryShape {
    country: &'static str,
    name: &'static str,
}

/// The countries of the catalogue.
#[wasm_bindgen]
pub fn countries(_: &[u32], _: &[u8]) -> String {
    let country = |rules: SenderRules| CountryShape {
        country: rules.code(),
        name: rules.name(),
    };
    to_json(&SenderRules::all().map(country).collect::<Vec<_>>())
}

#[derive(Serialize)]
struct PickShape<'a> {
    chosen: Option<usize>,
    reasons: &'a [Reason],
    refused: Vec<RefusalShape>,
}

#[derive(Serialize)]
struct RefusalShape {
    index: usize,
    reason: &'static str,
    code: Option<ErrorCode>,
}

/// Chooses a sender from a pool.
#[wasm_bindgen(js_name = pickSender)]
pub fn pick_sender(words: &[u32], octets: &[u8]) -> Answer {
    let [pool, recipient, need] = arguments(words, octets);
    let pool: Result<Vec<PoolSender>, JsValue> =
        pool.list()?.into_iter().map(pool_sender).collect();
    let pick = Pick::from_pool(&pool?, &address(&recipient)?, &needed(need)?);
    let refusal = |&(index, refusal): &(usize, Refusal)| RefusalShape {
        index,
        reason: match refusal {
            Refusal::OtherChannel => "other-channel",
            Refusal::SameAddress => "same-address",
            Refusal::NoMedia => "no-media",
            Refusal::NoReply => "no-reply",
            Refusal::NotAccepted => "not-accepted",
            Refusal::NotRegistered { .. } => "not-registered",
            Refusal::OtherCountry => "other-country",
        },
        code: refusal.error_code(),
    };
    Ok(to_json(&PickShape {
        chosen: pick.chosen(),
        reasons: pick.reasons(),
        refused: pick.refused().iter().map(refusal).collect(),
    }))
}

fn pool_sender(value: Value<'_>) -> Result<PoolSender, JsValue> {
    if value.is_text() {
        return Ok(PoolSender::new(address(&value)?));
    }
    let mut object = value.object()?;
    let mut sender = PoolSender::new(address(&object.require("address", "a string")?)?);
    if let Some(of) = object.take("country") {
        sender = sender.with_country(country(&of)?);
    }
    sender = sender
        .with_registration(object.flag("registered")? == Some(true))
        .with_media(object.flag("media")? == Some(true));
    object.end()?;
    Ok(sender)
}

fn needed(value: Value<'_>) -> Result<Need, JsValue> {
    let mut object = value.object()?;
    let mut need = Need::new();
    if object.flag("media")? == Some(true) {
        need = need.with_media();
    }
    if object.flag("reply")? == Some(true) {
        need = need.with_reply();
    }
    if let Some(previous) = object.take("previous") {
        need = need.with_previous(address(&previous)?);
    }
    object.end()?;
    Ok(need)
}
