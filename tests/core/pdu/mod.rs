//! Octets of short messages: read, written, joined.

mod damaged;
mod dcs;
mod decode;
mod header;
mod json;
mod properties;
mod reassemble;
mod septets;
mod smpp;
mod status_report;
mod submit;
mod tpdu;
mod transcript;
mod user_data;
