//! Functions of JavaScript that read a value. Octets and dates may be of any realm: `instanceof` fails for those of another one, such as Node's in a test with jsdom.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen(module = "/read.js")]
extern "C" {
    /// An array of items, or of names and values; `null` for the other kind; or what was thrown. (One function: of two
    /// from a file wasm-bindgen makes an object with the same key twice.)
    pub(super) fn read(object: &JsValue, as_items: bool) -> JsValue;
}

#[wasm_bindgen]
extern "C" {
    // Asks the value itself. Both throw for values that are not dates.
    #[wasm_bindgen(catch, js_namespace = ["Date", "prototype", "getTime"], js_name = call)]
    fn get_time(value: &JsValue) -> Result<f64, JsValue>;

    /// Throws for an invalid date too.
    #[wasm_bindgen(catch, js_namespace = ["Date", "prototype", "toISOString"], js_name = call)]
    pub(super) fn to_iso_string(value: &JsValue) -> Result<String, JsValue>;

    /// `[object Uint8Array]` for a `Buffer` too. Can call a getter.
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn tag(value: &JsValue) -> Result<String, JsValue>;
}

/// The octets of a `Uint8Array` of any realm.
pub(super) fn uint8_array(value: &JsValue) -> Option<&Uint8Array> {
    let is_array =
        ArrayBuffer::is_view(value) && tag(value).is_ok_and(|tag| tag == "[object Uint8Array]");
    is_array.then(|| value.unchecked_ref())
}

/// True if a value is a date of any realm, valid or not.
pub(super) fn is_date(value: &JsValue) -> bool {
    value.is_object() && get_time(value).is_ok()
}
