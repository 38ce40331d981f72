//! What comes back from a provider: statuses, error codes, webhooks, keywords, replies, senders.
#![cfg(feature = "messages")]

#[path = "inbound/error_code.rs"]
mod error_code;
#[path = "inbound/status.rs"]
mod status;
#[path = "tables/tsv.rs"]
mod tsv;
