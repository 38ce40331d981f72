//! The time of the clock, or one that the command line gives.

use std::time::{SystemTime, UNIX_EPOCH};

use septet::message::MessageValidator;

pub(crate) fn now() -> MessageValidator {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    MessageValidator::at(now.map_or(0, |now| now.as_secs()))
}

/// Reads a time as ISO 8601 writes it.
pub(crate) fn time(text: &str) -> Result<MessageValidator, String> {
    let wrong = "write a time as ISO 8601 does, with Z or an offset: 2026-05-15T14:30:00Z";
    MessageValidator::at_text(text).ok_or_else(|| wrong.into())
}
