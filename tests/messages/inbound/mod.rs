//! Incoming data of a provider: statuses, error codes, webhooks, keywords, replies, senders.

mod error_code;
mod form;
#[cfg(feature = "serde")]
mod json;
mod keyword;
mod pick;
mod rate_limiter;
mod sender;
mod shared_keys;
mod signature;
mod status;
mod throughput;
mod twiml;
mod webhook;
mod webhook_contents;
