//! What comes back from a provider: statuses, error codes, webhooks, keywords, replies, senders.
#![cfg(feature = "messages")]

mod error_code;
mod form;
#[path = "../promises/forms.rs"]
mod forms;
#[cfg(feature = "serde")]
mod json;
mod keyword;
mod pick;
#[path = "../promises/replies.rs"]
mod replies;
mod sender;
mod signature;
mod status;
mod throughput;
#[path = "../tables/tsv.rs"]
mod tsv;
mod twiml;
mod webhook;
mod xml;
