//! Before a message is sent: addresses, media, the message as a whole, senders and their pace.

mod address;
mod media;
mod message;
mod pace;
mod sender;

use super::Function;

pub(super) const FUNCTIONS: &[Function] = &[
    ("parseAddress", address::parse_address),
    ("sidKind", address::sid_kind),
    ("checkMedia", media::check_media),
    ("check", message::check),
    ("messageForm", message::message_form),
    ("checkUpdate", message::check_update),
    ("updateForm", message::update_form),
    ("checkTemplate", message::check_template),
    ("senderRules", sender::sender_rules),
    ("countries", sender::countries),
    ("pickSender", sender::pick_sender),
    ("tiers", pace::tiers),
    ("plan", pace::plan),
    ("schedule", pace::schedule),
];
