//! The crate compiled to WebAssembly, in Node and in headless Chromium: its `simd128` code answers as
//! the plain code does.
#![cfg(target_arch = "wasm32")]

mod random_texts;
mod shared_cases;

use random_texts::{Digest, Texts};
use septet::Utf16Counter;
use shared_cases::{cases, shape};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn shared_cases_in_utf16() {
    for case in cases() {
        let mut counter = case.counter();
        counter.push(&case.units);
        let answer = shape(counter.finish().unwrap(), &case.parts());
        assert_eq!(answer, case.expect, "{}", case.name);
    }
}

#[wasm_bindgen_test]
fn every_unit_alone_and_at_every_place_of_a_chunk() {
    for unit in 0..=u16::MAX {
        let mut units = [0x61; 70];
        let place = usize::from(unit % 64);
        units[place] = unit;
        let text = String::from_utf16_lossy(&units);
        assert_eq!(
            counted(&units),
            septet::count(&text),
            "U+{unit:04X} at {place}"
        );
    }
}

#[wasm_bindgen_test]
fn random_texts_in_utf8_and_utf16() {
    let (mut utf8, mut utf16) = (Digest::new(), Digest::new());
    for units in Texts::new(7).take(20_000) {
        utf8.add(septet::count(&String::from_utf16_lossy(&units)));
        utf16.add(counted(&units));
    }
    assert_eq!(utf8.hex(), utf16.hex());
}

fn counted(units: &[u16]) -> septet::Count {
    let mut counter = Utf16Counter::new();
    counter.push(units);
    counter.finish().unwrap()
}
