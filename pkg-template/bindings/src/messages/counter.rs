//! Counting, which the module of `septet` does: this one has no alphabets and no lists of substitutions.

use wasm_bindgen::prelude::wasm_bindgen;

use septet::{Encoding, Profile};

#[wasm_bindgen]
extern "C" {
    /// The object in `pkg-template/lib/messages/counter.js`.
    pub type Counter;

    /// The segments of a text, doubled, and 1 for UCS-2; 0 if it is not to be counted. Of the profiles, 0 is none and 2
    /// that of toll-free senders.
    #[wasm_bindgen(method)]
    fn measure(this: &Counter, text: &str, is_smart_encoded: bool, profile: u32) -> u32;
}

impl Counter {
    pub(super) fn cost(
        &self,
        text: &str,
        is_smart_encoded: bool,
        profile: Option<Profile>,
    ) -> Option<(Encoding, usize)> {
        let profile = match profile {
            None => 0,
            Some(Profile::TollFree) => 2,
            Some(_) => 1,
        };
        let measured = self.measure(text, is_smart_encoded, profile);
        let encoding = match measured & 1 {
            0 => Encoding::Gsm7,
            _ => Encoding::Ucs2,
        };
        (measured > 0).then_some((encoding, (measured >> 1) as usize))
    }
}
