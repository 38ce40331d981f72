//! Messages from people, and what became of ours.

use alloc::string::String;

use serde::Serialize;

use super::form::form;
use crate::catalogue::Intent;
use crate::wasm::json::to_json;
use crate::wasm::messages::arguments::Given;
use crate::wasm::messages::counter::Counter;
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
pub(super) fn parse_inbound(given: &mut Given<'_>) -> String {
    let body = given.next();
    let message = given
        .errors
        .kept(InboundMessage::from_form(&form(body, given.errors)));
    let shape = message.as_ref().map(|message| InboundShape {
        message,
        opt_out: message.opt_out(),
        segment_check: compared(message, given.counter),
    });
    to_json(&shape)
}

fn compared(message: &InboundMessage, by: &Counter) -> CheckShape {
    let check = message.compare_segments(&mut |text, profile| {
        let cost = by.cost(text, false, Some(profile))?;
        Some(cost.segments)
    });
    let (result, reported, counted) = match check {
        SegmentCheck::Agrees => ("agrees", None, None),
        SegmentCheck::Differs { reported, counted } => ("differs", Some(reported), Some(counted)),
        SegmentCheck::Cut => ("cut", None, None),
        SegmentCheck::NotText => ("not-text", None, None),
    };
    CheckShape {
        result,
        reported,
        counted,
    }
}

/// Reads a status callback.
pub(super) fn parse_status_callback(given: &mut Given<'_>) -> String {
    let body = given.next();
    let callback = given
        .errors
        .kept(StatusCallback::from_form(&form(body, given.errors)));
    to_json(&callback)
}
