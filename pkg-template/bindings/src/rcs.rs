//! `rcs`.

use septet::RcsRegion;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::result::to_js;

/// Counts a text as RCS in the United States, or elsewhere.
#[wasm_bindgen]
pub fn rcs(text: &str, in_united_states: bool) -> JsValue {
    let region = if in_united_states {
        RcsRegion::UnitedStates
    } else {
        RcsRegion::Elsewhere
    };
    to_js(&septet::rcs_count(text, region))
}
