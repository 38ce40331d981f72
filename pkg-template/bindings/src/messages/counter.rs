//! Counting, which the module of `septet` does: this one has no alphabets and no lists of substitutions.

use septet::{Encoding, Profile};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::args::ArgReader;

#[wasm_bindgen]
extern "C" {
    /// The object in `pkg-template/lib/messages/counter.js`.
    pub type Counter;

    /// Counts a text, smart encoded if the flag says so, under a profile of that name; nothing without a name.
    #[wasm_bindgen(catch, method, js_name = countBody)]
    fn count_body(
        this: &Counter,
        text: &str,
        is_smart_encoded: bool,
        profile: Option<&str>,
    ) -> Result<Option<BodyCount>, JsValue>;

    /// A `Count` of `septet`.
    type BodyCount;

    #[wasm_bindgen(method, getter)]
    fn encoding(this: &BodyCount) -> String;

    #[wasm_bindgen(method, getter)]
    fn segments(this: &BodyCount) -> u32;
}

impl Counter {
    pub(super) fn cost(
        &self,
        reader: &ArgReader,
        text: &str,
        is_smart_encoded: bool,
        profile: Option<Profile>,
    ) -> Option<(Encoding, usize)> {
        let profile = profile.map(|profile| match profile {
            Profile::TollFree => "toll-free",
            _ => "standard",
        });
        let counted = reader.called(self.count_body(text, is_smart_encoded, profile))??;
        let encoding = if counted.encoding() == Encoding::Ucs2.name() {
            Encoding::Ucs2
        } else {
            Encoding::Gsm7
        };
        Some((encoding, counted.segments() as usize))
    }
}
