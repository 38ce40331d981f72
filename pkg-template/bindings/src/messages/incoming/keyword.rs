//! Keywords, and commands next to them.

use septet::catalogue::{Intent, Keywords, Provider, Recognition, Route, Router, RouterError};
use septet::message::Channel;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::failure::Failure;
use crate::messages::args::{ArgReader, Properties};
use crate::messages::terms::{country, sender_kind};
use crate::result::Answer;

/// The keyword that a message is.
#[wasm_bindgen(js_name = recognizeKeyword)]
pub fn recognize_keyword(message: JsValue, options: JsValue) -> Answer {
    let args = ArgReader::default();
    let keywords = keywords(args.arg("options", options).object());
    let message = args.arg("message", message).text();
    args.answer(&keywords.recognize(&message))
}

#[derive(Serialize)]
struct RouteShape<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    keyword: Option<Recognition>,
    command: Option<usize>,
    argument: Option<&'a str>,
}

/// Routes a message; without one, checks that the last command can be added. A command is its words and a flag for an argument,
/// and is identified by its index in the list.
#[wasm_bindgen]
pub fn route(options: JsValue, commands: JsValue, message: JsValue) -> Answer {
    let args = ArgReader::default();
    let mut router = Router::new(keywords(args.arg("options", options).object()));
    let commands = args.arg("commands", commands).entries();
    for (index, (words, takes_argument)) in commands.into_iter().enumerate() {
        let added = if takes_argument.flag() {
            router.with_argument(&words, index)
        } else {
            router.with_command(&words, index)
        };
        let Some(more) = args.kept(added) else {
            return args.answer(&());
        };
        router = more;
    }
    let message = args.arg("message", message);
    let text = if message.is_null() {
        None
    } else {
        Some(message.text())
    };
    let route = text
        .as_deref()
        .map_or(Route::Other, |text| router.route(text));
    let (kind, keyword, command, argument) = match route {
        Route::Keyword(keyword) => ("keyword", Some(keyword), None, None),
        Route::Command { command, argument } => ("command", None, Some(*command), Some(argument)),
        Route::Other => ("other", None, None, None),
    };
    args.answer(&RouteShape {
        kind,
        keyword,
        command,
        argument,
    })
}

fn keywords(mut options: Properties<'_>) -> Keywords {
    let providers = Provider::ALL.map(|provider| (provider.name(), provider));
    let provider = options.named("provider", &providers);
    let mut keywords = Keywords::new(provider.unwrap_or(Provider::Twilio));
    if let Some(sender) = options.take("sender") {
        keywords = keywords.with_sender(sender_kind(&sender));
    }
    let channels = [
        ("sms", Channel::Sms),
        ("whatsapp", Channel::WhatsApp),
        ("messenger", Channel::Messenger),
        ("rcs", Channel::Rcs),
    ];
    if let Some(channel) = options.named("channel", &channels) {
        keywords = keywords.with_channel(channel);
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
            for keyword in own.take(name).map_or_else(Vec::new, |own| own.list()) {
                keywords = keywords.with_keyword(&keyword.text(), intent);
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
