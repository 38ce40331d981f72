//! Before a message is sent: addresses, media, and the message as a whole.

mod addresses;
#[cfg(feature = "serde")]
mod input;
mod media;
mod media_types;
#[cfg(feature = "serde")]
mod messages;
#[cfg(feature = "phone-numbers")]
mod numbering_plans;
mod properties;
mod services;
mod smpp;
mod templates_and_times;
