//! A million random texts cost the same natively and in the npm package: both are held to one digest
//! (`tests/data/million.json`), which `UPDATE=1 cargo test --test core million` rewrites from the native count.

use serde_json::{Value, json};

use crate::random_texts::{Digest, Texts};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/million.json");

#[test]
fn native_counts_have_the_digest() {
    let (seed, texts) = (0x5E97_E75E, 1_000_000);
    let mut digest = Digest::new();
    for units in Texts::new(seed).take(texts) {
        digest.add(septet::count(&String::from_utf16_lossy(&units)));
    }
    let found = json!({ "seed": seed, "texts": texts, "digest": digest.hex() });
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(FILE, format!("{found:#}\n")).unwrap();
    }
    let expected: Value = serde_json::from_str(&std::fs::read_to_string(FILE).unwrap()).unwrap();
    assert_eq!(found, expected);
}
