//! Keywords, and commands beside them.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::{Answer, Failure};
use super::super::json::to_json;
use super::address::{country, sender_kind};
use super::arguments::{Value, Wrong, arguments};
use crate::catalogue::{Intent, Keywords, Provider, Recognition, Route, Router, RouterError};
use crate::message::Channel;

const PROVIDERS: [&str; 5] = ["twilio", "telnyx", "aws", "bird", "other"];
const CHANNELS: [&str; 4] = ["sms", "whatsapp", "messenger", "rcs"];

/// The keyword that a message is.
#[wasm_bindgen(js_name = recognizeKeyword)]
pub fn recognize_keyword(words: &[u32], octets: &[u8]) -> Answer {
    let [message, options] = arguments(words, octets);
    Ok(to_json(&keywords(options)?.recognize(message.text()?)))
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
#[wasm_bindgen]
pub fn route(words: &[u32], octets: &[u8]) -> Answer {
    let [options, commands, message] = arguments(words, octets);
    let mut router = Router::new(keywords(options)?);
    for (place, (words, takes_argument)) in commands.entries()?.into_iter().enumerate() {
        router = if takes_argument.flag()? {
            router.with_argument(words, place)
        } else {
            router.with_command(words, place)
        }
        .map_err(Failure::from)?;
    }
    let route = if message.is_null() {
        Route::Other
    } else {
        router.route(message.text()?)
    };
    Ok(to_json(&match route {
        Route::Keyword(keyword) => RouteShape {
            kind: "keyword",
            keyword: Some(keyword),
            command: None,
            argument: None,
        },
        Route::Command { command, argument } => RouteShape {
            kind: "command",
            keyword: None,
            command: Some(*command),
            argument: Some(argument),
        },
        Route::Other => RouteShape {
            kind: "other",
            keyword: None,
            command: None,
            argument: None,
        },
    }))
}

fn keywords(options: Value<'_>) -> Result<Keywords, Wrong> {
    let mut options = options.object()?;
    let provider = options.choice("provider", &PROVIDERS)?;
    let mut keywords = Keywords::new(match provider {
        None | Some(0) => Provider::Twilio,
        Some(1) => Provider::Telnyx,
        Some(2) => Provider::Aws,
        Some(3) => Provider::Bird,
        _ => Provider::Other,
    });
    if let Some(sender) = options.take("sender") {
        keywords = keywords.with_sender(sender_kind(&sender)?);
    }
    if let Some(channel) = options.choice("channel", &CHANNELS)? {
        let channels = [
            Channel::Sms,
            Channel::WhatsApp,
            Channel::Messenger,
            Channel::Rcs,
        ];
        keywords = keywords.with_channel(channels[channel]);
    }
    if let Some(of) = options.take("country") {
        keywords = keywords.with_country(country(&of)?);
    }
    if let Some(own) = options.take("own") {
        let mut own = own.object()?;
        for (name, intent) in [
            ("opt-out", Intent::OptOut),
            ("opt-in", Intent::OptIn),
            ("help", Intent::Help),
        ] {
            for keyword in own
                .take(name)
                .map_or(Ok(alloc::vec::Vec::new()), Value::list)?
            {
                keywords = keywords.with_keyword(keyword.text()?, intent);
            }
        }
        own.end()?;
    }
    options.end()?;
    Ok(keywords)
}

impl From<RouterError> for Failure {
    fn from(error: RouterError) -> Self {
        Failure::new("wrong-command", &error, None)
    }
}
