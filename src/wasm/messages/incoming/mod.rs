//! What came in: webhooks and their signatures, keywords, and replies.

mod form;
mod keyword;
mod reply;
mod signature;
mod webhook;

use alloc::string::String;

use super::arguments::Given;

pub(super) fn answer(name: &str, given: &mut Given<'_>) -> Option<String> {
    Some(match name {
        "parseInbound" => webhook::parse_inbound(given),
        "parseStatusCallback" => webhook::parse_status_callback(given),
        "signatureProblem" => signature::signature_problem(given),
        "signForm" => signature::sign_form(given),
        "signBody" => signature::sign_body(given),
        "recognizeKeyword" => keyword::recognize_keyword(given),
        "route" => keyword::route(given),
        "twiml" => reply::twiml(given),
        "withState" => reply::with_state(given),
        "stateOf" => reply::state_of(given),
        _ => return None,
    })
}
