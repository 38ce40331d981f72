//! Before a message is sent: addresses, media, and the message as a whole.
#![cfg(feature = "messages")]

#[path = "outbound/addresses.rs"]
mod addresses;
#[path = "outbound/media.rs"]
mod media;
#[cfg(feature = "serde")]
#[path = "outbound/messages.rs"]
mod messages;
#[cfg(feature = "phone-numbers")]
#[path = "outbound/numbering_plans.rs"]
mod numbering_plans;
#[cfg(not(target_arch = "wasm32"))]
#[path = "outbound/properties.rs"]
mod properties;
#[cfg(not(target_arch = "wasm32"))]
#[path = "promises/sending.rs"]
mod sending;
#[path = "outbound/templates_and_times.rs"]
mod templates_and_times;
#[path = "tables/tsv.rs"]
mod tsv;
