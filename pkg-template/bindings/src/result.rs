//! Results as JavaScript objects, with the keys of the crate's `Serialize`.

use js_sys::Uint32Array;
use serde::{Serialize, Serializer as Target};
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::JsValue;

use crate::failure::Failure;

/// The result of most exported functions. wasm-bindgen throws the failure as `JsValue::from` makes it.
pub(crate) type Answer = Result<JsValue, Failure>;

/// A column of octets, as a `Uint8Array`.
pub(crate) fn octets<S: Target>(column: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(column)
}

/// A column of numbers, as a `Uint32Array`.
pub(crate) fn numbers<S: Target>(column: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
    preserve::serialize(&Uint32Array::from(column), serializer)
}

/// A value as JavaScript has it: `null` for what is missing, a `Uint8Array` for octets.
pub(crate) fn to_js(value: &(impl Serialize + ?Sized)) -> JsValue {
    let serializer = Serializer::json_compatible().serialize_bytes_as_arrays(false);
    // No type of the crate fails to be written, and each number is one that JavaScript counts exactly.
    value.serialize(&serializer).unwrap_or_default()
}
