//! Addresses and identifiers.

use alloc::string::{String, ToString};

use crate::convert::Failure;
use crate::json::to_json;
use crate::messages::arguments::{Errors, Given, Value};
use septet::message::{Address, AddressError, Sid};

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
    to_json(&sid.map(|sid| sid.kind().name()))
}

pub(super) fn address(text: &Value<'_>, errors: &Errors) -> Option<Address> {
    errors.kept(text.text().parse::<Address>())
}

impl From<AddressError> for Failure {
    fn from(error: AddressError) -> Self {
        Failure::new("invalid-address", error.to_string(), None).with_suggestion(error.suggestion())
    }
}
