//! Media: will a channel take these files.

use alloc::string::{String, ToString};

use crate::media::{Carrier, Item, MediaChannel, MediaType, MediaValidator};
use crate::message::ConflictPolicy;
use crate::wasm::json::to_json;
use crate::wasm::messages::arguments::{Given, Object, Value};
use crate::wasm::messages::terms::sender_kind;

/// The most bytes that JavaScript counts exactly.
const MOST: i64 = (1 << 53) - 1;

/// Judges the files of one message.
pub(super) fn check_media(given: &mut Given<'_>) -> String {
    let (items, options) = (given.next(), given.next());
    let check = known(options.object());
    let items = items.one_or_many().into_iter();
    let report = check.validate(
        &items
            .map(|item| described(&mut item.object()))
            .collect::<alloc::vec::Vec<_>>(),
    );
    to_json(&report)
}

fn known(mut options: Object<'_>) -> MediaValidator {
    let names = MediaChannel::ALL.map(MediaChannel::name).join(",");
    let channel = options.require("channel", "a channel").choice(&names);
    let mut check =
        MediaValidator::new(MediaChannel::ALL[channel]).with_conflict_policy(reading(&mut options));
    if let Some(sender) = options.take("sender") {
        check = check.with_sender(sender_kind(&sender));
    }
    if let Some(carrier) = options.choice("carrier", "att,t-mobile,verizon") {
        let carriers = [Carrier::Att, Carrier::TMobile, Carrier::Verizon];
        check = check.with_carrier(carriers[carrier]);
    }
    check
}

/// A file, as far as it is described.
pub(super) fn described(object: &mut Object<'_>) -> Item {
    let declared = |value: Value<'_>| {
        let media_type = value.text().parse::<MediaType>();
        media_type
            .map_err(|error| value.wrong(&error.to_string()))
            .ok()
    };
    Item::described(
        object.take("contentType").and_then(declared),
        object
            .take("bytes")
            .map(|value| value.whole(0, MOST).unsigned_abs()),
        object.take("firstBytes").map(|value| value.octets()),
    )
}

pub(super) fn reading(options: &mut Object<'_>) -> ConflictPolicy {
    match options.choice("reading", "stricter,looser") {
        Some(1) => ConflictPolicy::Lenient,
        _ => ConflictPolicy::Strict,
    }
}
