//! Generated from `tests/data/smart-encoding/`.

pub(super) mod compositions;
pub(super) mod levels;
pub(super) mod telnyx;
pub(super) mod twilio;
