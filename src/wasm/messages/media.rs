//! Media: will a channel take these files.

use alloc::string::ToString;
use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::Answer;
use super::super::json::to_json;
use super::address::sender_kind;
use super::arguments::{Object, Value, Wrong, arguments};
use crate::media::{Carrier, Channel, Check, Item, MediaType};
use crate::message::Reading;

/// The most bytes that JavaScript counts exactly.
const MOST: i64 = (1 << 53) - 1;

/// Judges the files of one message.
#[wasm_bindgen(js_name = checkMedia)]
pub fn check_media(words: &[u32], octets: &[u8]) -> Answer {
    let [items, options] = arguments(words, octets);
    let mut options = options.object()?;
    let channel = options.require("channel", "a channel")?;
    let channel = channel.choice(&Channel::ALL.map(Channel::name))?;
    let mut check = Check::new(Channel::ALL[channel]).with_reading(reading(&mut options)?);
    if let Some(sender) = options.take("sender") {
        check = check.with_sender(sender_kind(&sender)?);
    }
    if let Some(carrier) = options.choice("carrier", &["att", "t-mobile", "verizon"])? {
        let carriers = [Carrier::Att, Carrier::TMobile, Carrier::Verizon];
        check = check.with_carrier(carriers[carrier]);
    }
    options.end()?;
    let mut files = Vec::new();
    for item in items.one_or_many() {
        let mut object = item.object()?;
        files.push(described(&mut object)?);
        object.end()?;
    }
    Ok(to_json(&check.message(&files)))
}

/// A file, as far as it is described.
pub(super) fn described(object: &mut Object<'_>) -> Result<Item, Wrong> {
    let declared = |value: Value<'_>| {
        let wrong = |error: crate::media::MediaTypeError| value.wrong(error.to_string());
        value.text()?.parse::<MediaType>().map_err(wrong)
    };
    let bytes = |value: Value<'_>| Ok(value.whole(0, MOST)?.unsigned_abs());
    Ok(Item::described(
        object.take("contentType").map(declared).transpose()?,
        object.take("bytes").map(bytes).transpose()?,
        object
            .take("firstBytes")
            .map(|value| value.octets())
            .transpose()?,
    ))
}

pub(super) fn reading(options: &mut Object<'_>) -> Result<Reading, Wrong> {
    Ok(match options.choice("reading", &["stricter", "looser"])? {
        Some(1) => Reading::Looser,
        _ => Reading::Stricter,
    })
}
