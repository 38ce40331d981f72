//! Generated from `tests/data/links/`.

pub(super) mod top_level;
