//! Addresses and identifiers.

use septet::message::{Address, AddressError, Sid};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::failure::Failure;
use crate::messages::args::{Arg, ArgReader};
use crate::result::Answer;

/// Takes an address apart.
#[wasm_bindgen(js_name = parseAddress)]
pub fn parse_address(text: JsValue) -> Answer {
    let args = ArgReader::default();
    let address = address(&args, &args.arg("text", text));
    args.answer(&address)
}

/// The kind of thing that an identifier stands for.
#[wasm_bindgen(js_name = sidKind)]
pub fn sid_kind(text: JsValue) -> Answer {
    let args = ArgReader::default();
    let sid: Option<Sid> = args.arg("text", text).text().parse().ok();
    args.answer(&sid.map(|sid| sid.kind().name()))
}

pub(super) fn address(args: &ArgReader, text: &Arg<'_>) -> Option<Address> {
    args.kept(text.text().parse::<Address>())
}

impl From<AddressError> for Failure {
    fn from(error: AddressError) -> Self {
        Failure::new("invalid-address", error.to_string(), None).with_suggestion(error.suggestion())
    }
}
