//! Octets of short messages: read, written, joined.

mod dcs;
mod decode;
mod header;
#[path = "../promises/joining.rs"]
mod joining;
mod json;
#[path = "../promises/octets.rs"]
mod promises;
mod properties;
mod reassemble;
mod septets;
mod tpdu;
mod user_data;
