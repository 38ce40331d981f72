//! The core: counting, cutting, encodings, smart encoding, advice, octets. One program, because linking many takes longer
//! than running them.

mod advice;
mod cases;
mod conformance;
mod count;
mod counters;
mod fast_paths;
mod graphemes;
mod guidelines;
mod languages;
mod million;
#[path = "../oracle/mod.rs"]
mod oracle;
mod pdu;
#[path = "../promises/mod.rs"]
mod promises;
#[path = "../random_texts/mod.rs"]
mod random_texts;
#[cfg(feature = "serde")]
mod results;
#[path = "../shared_cases/mod.rs"]
mod shared_cases;
#[path = "../tables/smart_data.rs"]
mod smart_data;
mod smart_encoding;
mod values;
mod vectors;
