//! Media: will a channel take these files.

use septet::media::{Carrier, Item, MediaChannel, MediaType, MediaValidator};
use septet::message::ConflictPolicy;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::messages::args::{Arg, ArgReader, Properties};
use crate::messages::terms::sender_kind;
use crate::result::Answer;

/// The largest whole number that JavaScript counts exactly.
pub(super) const MAX_SAFE: i64 = (1 << 53) - 1;

/// Judges the files of one message.
#[wasm_bindgen(js_name = checkMedia)]
pub fn check_media(items: JsValue, options: JsValue) -> Answer {
    let args = ArgReader::default();
    let items = args.arg("items", items);
    let check = known(args.arg("options", options).object());
    let items = items.one_or_many().into_iter();
    let items: Vec<Item> = items
        .map(|item| described(&mut item.object(), None))
        .collect();
    args.answer(&check.validate(&items))
}

fn known(mut options: Properties<'_>) -> MediaValidator {
    let names = MediaChannel::ALL.map(MediaChannel::name);
    let channel = options.require("channel", "a channel").index_in(&names);
    let mut check =
        MediaValidator::new(MediaChannel::ALL[channel]).with_conflict_policy(reading(&mut options));
    if let Some(sender) = options.take("sender") {
        check = check.with_sender(sender_kind(&sender));
    }
    let carriers = [
        ("att", Carrier::Att),
        ("t-mobile", Carrier::TMobile),
        ("verizon", Carrier::Verizon),
    ];
    if let Some(carrier) = options.named("carrier", &carriers) {
        check = check.with_carrier(carrier);
    }
    check
}

/// A file, as far as it is described; of the type that its name suggests, where nothing else tells its type.
pub(super) fn described(object: &mut Properties<'_>, named: Option<MediaType>) -> Item {
    let declared = |value: Arg<'_>| {
        let media_type = value.text().parse::<MediaType>();
        media_type
            .map_err(|error| value.wrong(&error.to_string()))
            .ok()
    };
    let declared = object.take("contentType").and_then(declared);
    let bytes = object.take("bytes");
    let bytes = bytes.map(|value| value.whole(0, MAX_SAFE).unsigned_abs());
    let first_bytes = object.take("firstBytes").map(|value| value.octets());
    let item = declared.map_or_else(Item::unknown, Item::new);
    let mut item = match first_bytes {
        Some(first_bytes) => item.with_first_bytes(&first_bytes),
        None => item,
    };
    if let (None, Some(named)) = (item.media_type(), named) {
        item = Item::new(named);
    }
    match bytes {
        Some(bytes) => item.with_bytes(bytes),
        None => item,
    }
}

pub(super) fn reading(options: &mut Properties<'_>) -> ConflictPolicy {
    let policies = [
        ("stricter", ConflictPolicy::Strict),
        ("looser", ConflictPolicy::Lenient),
    ];
    options
        .named("reading", &policies)
        .unwrap_or(ConflictPolicy::Strict)
}
