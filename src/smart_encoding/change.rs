//! One change that smart encoding makes.

use super::{Level, SubstitutionReason};

/// The level that makes a change, if a level does, and why.
pub(super) type LevelAndReason = (Option<Level>, SubstitutionReason);

/// One change. Where it is in the result, and in 16-bit units, follows from the changes before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// Start and end in the original, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Bytes of the replacement.
    pub(super) replacement: usize,
    pub(super) cause: LevelAndReason,
}
