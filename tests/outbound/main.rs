//! Before a message is sent: addresses, media, and the message as a whole.
#![cfg(feature = "messages")]

mod addresses;
mod media;
mod media_types;
#[cfg(feature = "serde")]
mod messages;
#[cfg(feature = "phone-numbers")]
mod numbering_plans;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../promises/sending.rs"]
mod sending;
mod templates_and_times;
#[path = "../tables/tsv.rs"]
mod tsv;
