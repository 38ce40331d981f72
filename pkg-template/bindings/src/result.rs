//! Results as JavaScript objects, with the keys of the crate's `Serialize`.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::failure::Failure;

/// The result of most exported functions. wasm-bindgen throws the failure as `JsValue::from` makes it.
pub(crate) type Answer = Result<JsValue, Failure>;

/// A value as JavaScript has it: `null` for what is missing, a `Uint8Array` for octets.
pub(crate) fn to_js(value: &(impl Serialize + ?Sized)) -> JsValue {
    let serializer = Serializer::json_compatible().serialize_bytes_as_arrays(false);
    // No type of the crate fails to be written, and each number is one that JavaScript counts exactly.
    value.serialize(&serializer).unwrap_or_default()
}
