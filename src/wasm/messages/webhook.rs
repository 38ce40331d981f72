//! Messages from people, and what became of ours.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::{Answer, Failure};
use super::super::json::to_json;
use super::arguments::arguments;
use super::form::form;
use crate::catalogue::Intent;
use crate::webhook::{InboundMessage, SegmentCheck, StatusCallback};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InboundShape<'a> {
    message: &'a InboundMessage,
    opt_out: Option<Intent>,
    segment_check: CheckShape,
}

#[derive(Serialize)]
struct CheckShape {
    result: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reported: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<usize>,
}

/// Reads the webhook of a message from a person.
#[wasm_bindgen(js_name = parseInbound)]
pub fn parse_inbound(words: &[u32], octets: &[u8]) -> Answer {
    let [body] = arguments(words, octets);
    let message = InboundMessage::from_form(&form(body)?).map_err(Failure::from)?;
    let (result, reported, counted) = match message.check_segments() {
        SegmentCheck::Agrees => ("agrees", None, None),
        SegmentCheck::Differs { reported, counted } => ("differs", Some(reported), Some(counted)),
        SegmentCheck::Cut => ("cut", None, None),
        SegmentCheck::NotText => ("not-text", None, None),
    };
    Ok(to_json(&InboundShape {
        message: &message,
        opt_out: message.opt_out(),
        segment_check: CheckShape {
            result,
            reported,
            counted,
        },
    }))
}

/// Reads a status callback.
#[wasm_bindgen(js_name = parseStatusCallback)]
pub fn parse_status_callback(words: &[u32], octets: &[u8]) -> Answer {
    let [body] = arguments(words, octets);
    let callback = StatusCallback::from_form(&form(body)?).map_err(Failure::from)?;
    Ok(to_json(&callback))
}
