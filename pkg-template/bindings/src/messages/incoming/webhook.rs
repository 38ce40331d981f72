//! Messages from people, and what became of ours.

use septet::catalogue::Intent;
use septet::unstable::compare_segments;
use septet::webhook::{InboundMessage, LinkClick, SegmentCheck, StatusCallback};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::form::received;
use crate::messages::args::ArgReader;
use crate::messages::counter::Counter;
use crate::result::Answer;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InboundShape<'a> {
    message: &'a InboundMessage,
    opt_out: Option<Intent>,
    segment_check: SegmentCheck,
}

/// Reads the webhook of a message from a person.
#[wasm_bindgen(js_name = parseInbound)]
pub fn parse_inbound(body: JsValue, counter: &Counter) -> Answer {
    let args = ArgReader::default();
    let form = received(&args.arg("body", body));
    let message = args.kept(InboundMessage::from_form(&form));
    let shape = message.as_ref().map(|message| InboundShape {
        message,
        opt_out: message.opt_out(),
        segment_check: compare_segments(message, &mut |text, profile| {
            let (_, segments) = counter.cost(&args, text, false, Some(profile))?;
            Some(segments)
        }),
    });
    args.answer(&shape)
}

/// Reads a status callback.
#[wasm_bindgen(js_name = parseStatusCallback)]
pub fn parse_status_callback(body: JsValue) -> Answer {
    let args = ArgReader::default();
    let form = received(&args.arg("body", body));
    let callback = args.kept(StatusCallback::from_form(&form));
    args.answer(&callback)
}

/// Reads clicks on shortened links: the JSON of a callback or of an event stream.
#[wasm_bindgen(js_name = parseLinkClicks)]
pub fn parse_link_clicks(body: JsValue) -> Answer {
    let args = ArgReader::default();
    let octets = args.arg("body", body).required_body();
    let clicks = args.kept(LinkClick::from_json(&octets));
    args.answer(&clicks)
}
