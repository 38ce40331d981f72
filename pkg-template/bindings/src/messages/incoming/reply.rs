//! Replies, and what a conversation remembers.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::convert::Failure;
use crate::json::to_json;
use crate::messages::arguments::{Given, Object};
use crate::messages::terms::texts;
use septet::twiml::{Forbidden, Message, Method, Redirect, Response, State, TwimlError};

/// A reply as TwiML.
pub(super) fn twiml(given: &mut Given<'_>) -> String {
    let (verbs, options) = (given.next(), given.next());
    let mut response = Response::new();
    if let Some(value) = options.object().take("replaceForbidden") {
        let mut characters = value.text().chars();
        if let (Some(character), None) = (characters.next(), characters.next()) {
            response = response.with_forbidden(Forbidden::Replace(character));
        } else {
            value.wrong("one character");
        }
    }
    for verb in verbs.one_or_many() {
        response = if verb.is_text() {
            response.with_message(Message::new(verb.text()))
        } else {
            with_verb(response, &mut verb.object())
        };
    }
    let xml = given.errors.kept(response.to_xml());
    xml.unwrap_or_default()
}

fn with_verb(response: Response, verb: &mut Object<'_>) -> Response {
    match verb.text("redirect") {
        Some(url) => {
            let redirect = Redirect::new(url);
            response.with_redirect(match method(verb) {
                Some(method) => redirect.with_method(method),
                None => redirect,
            })
        }
        None => response.with_message(message(verb)),
    }
}

fn message(verb: &mut Object<'_>) -> Message {
    let mut message = Message::new(verb.text("body").unwrap_or_default());
    for url in texts(verb, "media") {
        message = message.with_media(url);
    }
    if let Some(to) = verb.text("to") {
        message = message.with_to(to);
    }
    if let Some(from) = verb.text("from") {
        message = message.with_from(from);
    }
    if let Some(action) = verb.text("action") {
        message = message.with_action(action);
    }
    if let Some(method) = method(verb) {
        message = message.with_method(method);
    }
    if let Some(url) = verb.text("statusCallback") {
        message = message.with_status_callback(url);
    }
    message
}

fn method(verb: &mut Object<'_>) -> Option<Method> {
    let method = verb.choice("method", "GET,POST");
    method.map(|place| [Method::Get, Method::Post][place])
}

/// A URL with what a conversation remembers.
pub(super) fn with_state(given: &mut Given<'_>) -> String {
    let (url, values) = (given.next(), given.next());
    let mut state = State::new();
    for (name, value) in values.entries() {
        state = state.with(name, value.text());
    }
    state.append_to(url.text())
}

/// What a conversation remembers, as pairs.
pub(super) fn state_of(given: &mut Given<'_>) -> String {
    let url = given.next();
    let state = given
        .errors
        .kept(State::from_url(url.text()))
        .unwrap_or_default();
    to_json(&state.pairs().collect::<Vec<_>>())
}

impl From<TwimlError> for Failure {
    fn from(error: TwimlError) -> Self {
        Failure::new("twiml", error.to_string(), None)
    }
}
