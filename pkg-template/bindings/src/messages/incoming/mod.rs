//! Incoming requests: webhooks and their signatures, keywords, and replies.

mod form;
pub mod keyword;
pub mod reply;
pub mod signature;
pub mod webhook;
