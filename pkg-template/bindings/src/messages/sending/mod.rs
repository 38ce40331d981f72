//! Before a message is sent: addresses, media, the message as a whole, senders and their pace.

pub mod address;
pub mod media;
pub mod message;
pub mod pace;
pub mod sender;
