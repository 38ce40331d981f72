//! Keywords, and commands beside them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use crate::convert::Failure;
use crate::json::to_json;
use crate::messages::arguments::{Given, Object, Value};
use crate::messages::terms::{country, sender_kind};
use septet::catalogue::{Intent, Keywords, Provider, Recognition, Route, Router, RouterError};
use septet::message::Channel;

/// The keyword that a message is.
pub(super) fn recognize_keyword(given: &mut Given<'_>) -> String {
    let (message, options) = (given.next(), given.next());
    let found = keywords(options.object()).recognize(message.text());
    to_json(&found)
}

#[derive(Serialize)]
struct RouteShape<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    keyword: Option<Recognition>,
    command: Option<usize>,
    argument: Option<&'a str>,
}

/// Where a message leads; without one, whether the last command can be added. A command is its words and whether it
/// takes an argument, and stands for its place in the list.
pub(super) fn route(given: &mut Given<'_>) -> String {
    let (options, commands, message) = (given.next(), given.next(), given.next());
    let mut router = Router::new(keywords(options.object()));
    for (place, (words, takes_argument)) in commands.entries().into_iter().enumerate() {
        let added = if takes_argument.flag() {
            router.with_argument(words, place)
        } else {
            router.with_command(words, place)
        };
        let Some(more) = given.errors.kept(added) else {
            return String::new();
        };
        router = more;
    }
    let route = if message.is_null() {
        Route::Other
    } else {
        router.route(message.text())
    };
    let mut shape = RouteShape {
        kind: "other",
        keyword: None,
        command: None,
        argument: None,
    };
    match route {
        Route::Keyword(keyword) => {
            shape.kind = "keyword";
            shape.keyword = Some(keyword);
        }
        Route::Command { command, argument } => {
            shape.kind = "command";
            shape.command = Some(*command);
            shape.argument = Some(argument);
        }
        Route::Other => {}
    }
    to_json(&shape)
}

fn keywords(mut options: Object<'_>) -> Keywords {
    let provider = options.choice("provider", "twilio,telnyx,aws,bird,other");
    let mut keywords = Keywords::new(match provider {
        None | Some(0) => Provider::Twilio,
        Some(1) => Provider::Telnyx,
        Some(2) => Provider::Aws,
        Some(3) => Provider::Bird,
        _ => Provider::Other,
    });
    if let Some(sender) = options.take("sender") {
        keywords = keywords.with_sender(sender_kind(&sender));
    }
    if let Some(channel) = options.choice("channel", "sms,whatsapp,messenger,rcs") {
        keywords = keywords.with_channel(match channel {
            0 => Channel::Sms,
            1 => Channel::WhatsApp,
            2 => Channel::Messenger,
            _ => Channel::Rcs,
        });
    }
    if let Some(country) = options.take("country").and_then(|value| country(&value)) {
        keywords = keywords.with_country(country);
    }
    if let Some(own) = options.take("own") {
        let mut own = own.object();
        for (name, intent) in [
            ("opt-out", Intent::OptOut),
            ("opt-in", Intent::OptIn),
            ("help", Intent::Help),
        ] {
            for keyword in own.take(name).map_or_else(Vec::new, Value::list) {
                keywords = keywords.with_keyword(keyword.text(), intent);
            }
        }
    }
    keywords
}

impl From<RouterError> for Failure {
    fn from(error: RouterError) -> Self {
        Failure::new("wrong-command", error.to_string(), None)
    }
}
