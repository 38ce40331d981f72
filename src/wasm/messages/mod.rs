//! What surrounds a text, for `septet/messages`: a module of its own, with one function that leads to all of them. (What
//! each would bring to cross the border is as much as many of them have to do.)

mod address;
mod arguments;
mod counter;
mod failure;
mod form;
mod keyword;
mod media;
mod message;
mod pace;
mod reply;
mod sender;
mod signature;
mod webhook;

use alloc::string::String;

use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::Answer;
use arguments::{Errors, Given};
use counter::Counter;

/// Calls a function with the values that [`arguments`] reads; the name of the function is the first of them. `runs`
/// are those of a batch. Gives JSON, or a text.
#[wasm_bindgen]
pub fn call(words: &[u32], octets: &[u8], runs: &[u32], counter: &Counter) -> Answer {
    let errors = Errors::default();
    let mut given = Given::new(words, octets, runs, counter, &errors);
    let name = given.next().text();
    let answer = match name {
        "parseAddress" => address::parse_address(&mut given),
        "sidKind" => address::sid_kind(&mut given),
        "errorCode" => failure::error_code(&mut given),
        "errorCodes" => failure::error_codes(),
        "retryAfter" => failure::retry_after(&mut given),
        "statusDetails" => failure::status_details(&mut given),
        "statuses" => failure::statuses(),
        "mergeStatuses" => failure::merge_statuses(&mut given),
        "recognizeKeyword" => keyword::recognize_keyword(&mut given),
        "route" => keyword::route(&mut given),
        "checkMedia" => media::check_media(&mut given),
        "check" => message::check(&mut given),
        "messageForm" => message::message_form(&mut given),
        "checkUpdate" => message::check_update(&mut given),
        "updateForm" => message::update_form(&mut given),
        "checkTemplate" => message::check_template(&mut given),
        "tiers" => pace::tiers(),
        "plan" => pace::plan(&mut given),
        "schedule" => pace::schedule(&mut given),
        "twiml" => reply::twiml(&mut given),
        "withState" => reply::with_state(&mut given),
        "stateOf" => reply::state_of(&mut given),
        "senderRules" => sender::sender_rules(&mut given),
        "countries" => sender::countries(),
        "pickSender" => sender::pick_sender(&mut given),
        "signatureProblem" => signature::signature_problem(&mut given),
        "signForm" => signature::sign_form(&mut given),
        "signBody" => signature::sign_body(&mut given),
        "parseInbound" => webhook::parse_inbound(&mut given),
        "parseStatusCallback" => webhook::parse_status_callback(&mut given),
        _ => String::new(),
    };
    errors.or(answer)
}
