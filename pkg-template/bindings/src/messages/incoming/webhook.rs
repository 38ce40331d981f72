//! Messages from people, and what became of ours.

use alloc::string::String;

use serde::Serialize;

use super::form::form;
use crate::json::to_json;
use crate::messages::arguments::Given;
use crate::messages::counter::Counter;
use septet::catalogue::Intent;
use septet::unstable::compare_segments;
use septet::webhook::{InboundMessage, SegmentCheck, StatusCallback};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InboundShape<'a> {
    message: &'a InboundMessage,
    opt_out: Option<Intent>,
    segment_check: SegmentCheck,
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

fn compared(message: &InboundMessage, by: &Counter) -> SegmentCheck {
    compare_segments(message, &mut |text, profile| {
        let (_, segments) = by.cost(text, false, Some(profile))?;
        Some(segments)
    })
}

/// Reads a status callback.
pub(super) fn parse_status_callback(given: &mut Given<'_>) -> String {
    let body = given.next();
    let callback = given
        .errors
        .kept(StatusCallback::from_form(&form(body, given.errors)));
    to_json(&callback)
}
