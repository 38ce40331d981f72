//! Octets of short messages: read, written, joined.

mod dcs;
mod decode;
mod header;
mod json;
mod properties;
mod reassemble;
mod septets;
mod tpdu;
mod user_data;
