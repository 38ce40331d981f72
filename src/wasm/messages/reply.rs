//! Replies, and what a conversation remembers.

use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::{Answer, Failure};
use super::super::json::to_json;
use super::arguments::{Object, Value, Wrong, arguments};
use super::message::texts;
use crate::twiml::{Forbidden, Message, Method, Redirect, Response, State, TwimlError};

/// A reply as TwiML.
#[wasm_bindgen]
pub fn twiml(words: &[u32], octets: &[u8]) -> Answer {
    let [verbs, options] = arguments(words, octets);
    let mut options = options.object()?;
    let mut response = Response::new();
    if let Some(value) = options.take("replaceForbidden") {
        let mut characters = value.text()?.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else {
            return Err(value.wrong("one character").into());
        };
        response = response.with_forbidden(Forbidden::Replace(character));
    }
    options.end()?;
    for verb in verbs.one_or_many() {
        response = with_verb(response, verb)?;
    }
    Ok(response.to_xml().map_err(Failure::from)?)
}

fn with_verb(response: Response, verb: Value<'_>) -> Result<Response, Wrong> {
    if verb.is_text() {
        return Ok(response.with_message(Message::new(verb.text()?)));
    }
    let mut verb = verb.object()?;
    let response = match verb.text("redirect")? {
        Some(url) => {
            let redirect = Redirect::new(url);
            response.with_redirect(match method(&mut verb)? {
                Some(method) => redirect.with_method(method),
                None => redirect,
            })
        }
        None => response.with_message(message(&mut verb)?),
    };
    verb.end()?;
    Ok(response)
}

fn message(verb: &mut Object<'_>) -> Result<Message, Wrong> {
    let mut message = Message::new(verb.text("body")?.unwrap_or_default());
    for url in texts(verb, "media")? {
        message = message.with_media(url);
    }
    if let Some(to) = verb.text("to")? {
        message = message.with_to(to);
    }
    if let Some(from) = verb.text("from")? {
        message = message.with_from(from);
    }
    if let Some(action) = verb.text("action")? {
        message = message.with_action(action);
    }
    if let Some(method) = method(verb)? {
        message = message.with_method(method);
    }
    if let Some(url) = verb.text("statusCallback")? {
        message = message.with_status_callback(url);
    }
    Ok(message)
}

fn method(verb: &mut Object<'_>) -> Result<Option<Method>, Wrong> {
    let method = verb.choice("method", &["GET", "POST"])?;
    Ok(method.map(|place| [Method::Get, Method::Post][place]))
}

/// A URL with what a conversation remembers.
#[wasm_bindgen(js_name = withState)]
pub fn with_state(words: &[u32], octets: &[u8]) -> Answer {
    let [url, values] = arguments(words, octets);
    let mut state = State::new();
    for (name, value) in values.entries()? {
        state = state.with(name, value.text()?);
    }
    Ok(state.append_to(url.text()?))
}

/// What a conversation remembers, as pairs.
#[wasm_bindgen(js_name = stateOf)]
pub fn state_of(words: &[u32], octets: &[u8]) -> Answer {
    let [url] = arguments(words, octets);
    let state = State::from_url(url.text()?).map_err(Failure::from)?;
    Ok(to_json(&state.pairs().collect::<Vec<_>>()))
}

impl From<TwimlError> for Failure {
    fn from(error: TwimlError) -> Self {
        Failure::new("twiml", &error, None)
    }
}
