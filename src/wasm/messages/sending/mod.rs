//! Before a message is sent: addresses, media, the message as a whole, senders and their pace.

mod address;
mod media;
mod message;
mod pace;
mod sender;

use alloc::string::String;

use super::arguments::Given;

pub(super) fn answer(name: &str, given: &mut Given<'_>) -> Option<String> {
    Some(match name {
        "parseAddress" => address::parse_address(given),
        "sidKind" => address::sid_kind(given),
        "checkMedia" => media::check_media(given),
        "check" => message::check(given),
        "messageForm" => message::message_form(given),
        "checkUpdate" => message::check_update(given),
        "updateForm" => message::update_form(given),
        "checkTemplate" => message::check_template(given),
        "senderRules" => sender::sender_rules(given),
        "countries" => sender::countries(),
        "pickSender" => sender::pick_sender(given),
        "tiers" => pace::tiers(),
        "plan" => pace::plan(given),
        "schedule" => pace::schedule(given),
        _ => return None,
    })
}
