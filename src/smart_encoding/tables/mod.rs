//! Generated from `tests/data/smart-encoding/`.

pub(super) mod languages;
pub(super) mod levels;
pub(super) mod look_alikes;
pub(super) mod telnyx;
pub(super) mod twilio;
pub(super) mod webex;
pub(super) mod windows_1252;
