//! Generated Rust is checked in; these tests prove that it is what the reviewed data gives today.
//! `UPDATE=1 cargo test --test tables_current` writes it anew.

#[path = "tables/calling_codes.rs"]
mod calling_codes;
#[path = "tables/errors.rs"]
mod errors;
#[path = "tables/gsm7.rs"]
mod gsm7;
#[path = "tables/keywords.rs"]
mod keywords;
#[path = "tables/media.rs"]
mod media;
#[path = "tables/nfc.rs"]
mod nfc;
#[cfg(feature = "messages")]
#[path = "tables/ordered_json.rs"]
mod ordered_json;
#[cfg(feature = "messages")]
#[path = "tables/schemas.rs"]
mod schemas;
#[path = "tables/senders.rs"]
mod senders;
#[path = "tables/smart_data.rs"]
mod smart_data;
#[path = "tables/smart_encoding.rs"]
mod smart_encoding;
#[path = "tables/smart_levels.rs"]
mod smart_levels;
#[path = "tables/statuses.rs"]
mod statuses;
#[path = "tables/throughput.rs"]
mod throughput;
#[path = "tables/top_level.rs"]
mod top_level;
#[path = "tables/tsv.rs"]
mod tsv;

use std::path::Path;

/// Compares a generated file with the one checked in, or writes it under `UPDATE=1`.
fn assert_current(path: &str, generated: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, generated).unwrap();
    }
    let current = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        current == generated,
        "{path} is not what its data gives: run `UPDATE=1 cargo test --test tables_current` and review the change"
    );
}
