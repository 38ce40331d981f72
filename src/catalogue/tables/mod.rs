//! Generated from the data files; `UPDATE=1 cargo test --test tables_current` rewrites them.

pub(super) mod error_codes;
pub(super) mod keywords;
pub(super) mod senders;
pub(super) mod statuses;
pub(super) mod throughput;
