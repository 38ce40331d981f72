//! Before a message is sent: addresses, media, and the message as a whole.
#![cfg(feature = "messages")]

#[path = "outbound/addresses.rs"]
mod addresses;
#[path = "outbound/media.rs"]
mod media;
#[path = "tables/tsv.rs"]
mod tsv;
