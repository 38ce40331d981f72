//! `septet/names`: the Unicode names of characters.

use wasm_bindgen::prelude::wasm_bindgen;

/// The name of a character, or the alias of a control character; nothing for code points without one.
#[wasm_bindgen(js_name = characterName)]
pub fn character_name(code_point: u32) -> Option<String> {
    let character = char::from_u32(code_point)?;
    let named = unicode_names2::name(character).map(Iterator::collect::<String>);
    named.or_else(|| septet::control_name(character).map(str::to_owned))
}
