//! Addresses and identifiers.

use alloc::string::{String, ToString};

use crate::message::{Address, AddressError, Sid, SidKind};
use crate::wasm::convert::Failure;
use crate::wasm::json::to_json;
use crate::wasm::messages::arguments::{Errors, Given, Value};

/// Takes an address apart.
pub(super) fn parse_address(given: &mut Given<'_>) -> String {
    let text = given.next();
    let address = address(&text, given.errors);
    to_json(&address)
}

/// What an identifier stands for.
pub(super) fn sid_kind(given: &mut Given<'_>) -> String {
    let text = given.next();
    let sid: Option<Sid> = text.text().parse().ok();
    to_json(&sid.map(|sid| match sid.kind() {
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
    }))
}

pub(super) fn address(text: &Value<'_>, errors: &Errors) -> Option<Address> {
    errors.kept(text.text().parse::<Address>())
}

impl From<AddressError> for Failure {
    fn from(error: AddressError) -> Self {
        Failure::new("invalid-address", error.to_string(), None).with_suggestion(error.suggestion())
    }
}
