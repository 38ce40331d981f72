//! Addresses and identifiers.

use alloc::string::String;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::{Answer, Failure};
use super::super::json::to_json;
use super::arguments::{Value, Wrong, arguments};
use crate::message::{Address, AddressError, Country, SenderKind, Sid, SidKind};

/// The kinds of sender by their names.
const SENDERS: [SenderKind; 4] = [
    SenderKind::LongCode,
    SenderKind::TollFree,
    SenderKind::ShortCode,
    SenderKind::Alphanumeric,
];

/// Takes an address apart.
#[wasm_bindgen(js_name = parseAddress)]
pub fn parse_address(words: &[u32], octets: &[u8]) -> Answer {
    let [text] = arguments(words, octets);
    Ok(to_json(&address(&text)?))
}

/// What an identifier stands for.
#[wasm_bindgen(js_name = sidKind)]
pub fn sid_kind(words: &[u32], octets: &[u8]) -> Answer {
    let [text] = arguments(words, octets);
    let sid: Option<Sid> = text.text()?.parse().ok();
    Ok(to_json(&sid.map(|sid| match sid.kind() {
        SidKind::Message => "message",
        SidKind::MediaMessage => "media-message",
        SidKind::Media => "media",
        SidKind::Account => "account",
        SidKind::PhoneNumber => "phone-number",
        SidKind::MessagingService => "messaging-service",
        SidKind::Content => "content",
        SidKind::Application => "application",
        SidKind::AlphaSender => "alpha-sender",
        SidKind::Domain => "domain",
        SidKind::Unknown(_) => "unknown",
    })))
}

pub(super) fn address(text: &Value<'_>) -> Result<Address, JsValue> {
    let text = text.text()?;
    Ok(text.parse().map_err(|error| failure(&error))?)
}

fn failure(error: &AddressError) -> Failure {
    Failure::new("invalid-address", error, None).with_suggestion(error.suggestion())
}

pub(super) fn sender_kind(value: &Value<'_>) -> Result<SenderKind, Wrong> {
    let place = value.choice(&SENDERS.map(SenderKind::name))?;
    Ok(SENDERS[place])
}

pub(super) fn country(value: &Value<'_>) -> Result<Country, Wrong> {
    let wrong = |_| value.wrong(String::from("a country by two letters of ISO 3166-1"));
    value.text()?.parse().map_err(wrong)
}
