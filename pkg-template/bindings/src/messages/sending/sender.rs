//! Senders by country, and one chosen from a pool.

use septet::catalogue::{ErrorCode, Need, Pick, PickReason, PoolSender, Refusal, SenderRules};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::address::address;
use crate::messages::args::{Arg, ArgReader, Properties};
use crate::messages::terms;
use crate::result::{Answer, to_js};

/// The senders that a country takes.
#[wasm_bindgen(js_name = senderRules)]
pub fn sender_rules(country: JsValue) -> Answer {
    let args = ArgReader::default();
    let country = terms::country(&args.arg("country", country));
    args.answer(&country.and_then(SenderRules::of))
}

#[derive(Serialize)]
struct CountryShape {
    country: &'static str,
    name: &'static str,
}

/// The countries of the catalogue.
#[wasm_bindgen]
pub fn countries() -> JsValue {
    let country = |rules: SenderRules| CountryShape {
        country: rules.code(),
        name: rules.name(),
    };
    to_js(&SenderRules::all().map(country).collect::<Vec<_>>())
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
#[wasm_bindgen(js_name = pickSender)]
pub fn pick_sender(pool: JsValue, recipient: JsValue, need: JsValue) -> Answer {
    let args = ArgReader::default();
    let pool = args.arg("pool", pool).list().into_iter();
    let pool: Vec<PoolSender> = pool.filter_map(|one| pool_sender(&args, one)).collect();
    let recipient = address(&args, &args.arg("recipient", recipient));
    let need = needed(&args, args.arg("need", need).object());
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
    args.answer(&shape)
}

fn pool_sender(args: &ArgReader, value: Arg<'_>) -> Option<PoolSender> {
    if value.is_text() {
        return Some(PoolSender::new(address(args, &value)?));
    }
    let mut object = value.object();
    let of = object.require("address", "a string");
    let own = object
        .take("country")
        .and_then(|value| terms::country(&value));
    let (registered, media) = (object.is("registered"), object.is("media"));
    let mut sender = PoolSender::new(address(args, &of)?)
        .with_registration(registered)
        .with_media(media);
    if let Some(country) = own {
        sender = sender.with_country(country);
    }
    Some(sender)
}

fn needed(args: &ArgReader, mut object: Properties<'_>) -> Need {
    let mut need = Need::new();
    if object.is("media") {
        need = need.with_media();
    }
    if object.is("reply") {
        need = need.with_reply();
    }
    let previous = object.take("previous");
    if let Some(previous) = previous.and_then(|value| address(args, &value)) {
        need = need.with_previous(previous);
    }
    need
}
