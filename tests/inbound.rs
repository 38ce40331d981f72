//! What comes back from a provider: statuses, error codes, webhooks, keywords, replies, senders.
#![cfg(feature = "messages")]

#[path = "inbound/error_code.rs"]
mod error_code;
#[path = "inbound/form.rs"]
mod form;
#[path = "promises/forms.rs"]
mod forms;
#[cfg(feature = "serde")]
#[path = "inbound/json.rs"]
mod json;
#[path = "inbound/keyword.rs"]
mod keyword;
#[path = "inbound/pick.rs"]
mod pick;
#[path = "promises/replies.rs"]
mod replies;
#[path = "inbound/sender.rs"]
mod sender;
#[path = "inbound/signature.rs"]
mod signature;
#[path = "inbound/status.rs"]
mod status;
#[path = "inbound/throughput.rs"]
mod throughput;
#[path = "tables/tsv.rs"]
mod tsv;
#[path = "inbound/twiml.rs"]
mod twiml;
#[path = "inbound/webhook.rs"]
mod webhook;
#[path = "inbound/xml.rs"]
mod xml;
