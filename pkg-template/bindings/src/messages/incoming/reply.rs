//! Replies, and what a conversation remembers.

use septet::twiml::{Forbidden, Message, Method, Redirect, Response, State, TwimlError};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::failure::Failure;
use crate::messages::args::{ArgReader, Properties};
use crate::result::Answer;

/// Stands for a lone surrogate: a character that XML does not have either, so that `replaceForbidden` decides about it.
const SURROGATE: char = '\u{FFFF}';

/// A reply as TwiML.
#[wasm_bindgen]
pub fn twiml(verbs: JsValue, options: JsValue) -> Answer {
    let args = ArgReader::default();
    let (verbs, options) = (args.arg("verbs", verbs), args.arg("options", options));
    let mut response = Response::new();
    if let Some(value) = options.object().take("replaceForbidden") {
        let text = value.text();
        let mut characters = text.chars();
        if let (Some(character), None) = (characters.next(), characters.next()) {
            response = response.with_forbidden(Forbidden::Replace(character));
        } else {
            value.wrong("one character");
        }
    }
    for verb in verbs.one_or_many() {
        response = if verb.is_text() {
            response.with_message(Message::new(verb.text_without_surrogates(SURROGATE)))
        } else {
            with_verb(response, &mut verb.object())
        };
    }
    let xml = args.kept(response.to_xml());
    args.answer(&xml)
}

fn with_verb(response: Response, verb: &mut Properties<'_>) -> Response {
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

fn message(verb: &mut Properties<'_>) -> Message {
    let body = verb
        .take("body")
        .map(|body| body.text_without_surrogates(SURROGATE));
    let mut message = Message::new(body.unwrap_or_default());
    for url in verb.texts("media") {
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

fn method(verb: &mut Properties<'_>) -> Option<Method> {
    verb.named("method", &[("GET", Method::Get), ("POST", Method::Post)])
}

/// A URL with what a conversation remembers.
#[wasm_bindgen(js_name = withState)]
pub fn with_state(url: JsValue, state: JsValue) -> Answer {
    let args = ArgReader::default();
    let mut remembered = State::new();
    for (name, value) in args.arg("state", state).entries() {
        remembered = remembered.with(&name, &value.text());
    }
    let url = args.arg("url", url).text();
    args.answer(&remembered.append_to(&url))
}

/// Reads the state of a conversation, as pairs.
#[wasm_bindgen(js_name = stateOf)]
pub fn state_of(url: JsValue) -> Answer {
    let args = ArgReader::default();
    let state = args.kept(State::from_url(&args.arg("url", url).text()));
    let state = state.unwrap_or_default();
    args.answer(&state.pairs().collect::<Vec<_>>())
}

impl From<TwimlError> for Failure {
    fn from(error: TwimlError) -> Self {
        Failure::new("twiml", error.to_string(), None)
    }
}
