//! `Reassembler`: parts into messages.

use septet::pdu::Reassembler;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::octets::decode;
use crate::result::{Answer, to_js};

/// The messages that wait for parts.
#[wasm_bindgen]
pub struct Parts(Reassembler<String>);

#[wasm_bindgen]
impl Parts {
    /// Nothing waiting; so many messages and octets may.
    #[wasm_bindgen(constructor)]
    pub fn new(max_messages: usize, max_octets: usize) -> Self {
        let parts = Reassembler::new()
            .with_max_messages(max_messages)
            .with_max_octets(max_octets);
        Parts(parts)
    }

    /// Takes a part that came at `now`, a whole number of whatever the caller counts time in.
    pub fn insert(
        &mut self,
        sender: String,
        dcs: u8,
        udhi: bool,
        udl: u8,
        octets: &[u8],
        now: u64,
    ) -> Answer {
        let part = decode(dcs, udhi, udl, octets, false)?;
        Ok(to_js(&self.0.insert(sender, part, now)))
    }

    /// Gives up the messages whose last part came before `time`.
    #[wasm_bindgen(js_name = expireBefore)]
    pub fn expire_before(&mut self, time: u64) -> JsValue {
        to_js(&self.0.expire_before(time))
    }

    /// Octets that wait.
    pub fn octets(&self) -> usize {
        self.0.octets()
    }
}
