//! Limits: the capacity of a segment by the standard, the width of the reference number,
//! the profiles that change both, and the limits of a whole text.

mod advised;
mod capacity;
mod custom;
mod profile;

pub(crate) use advised::{ADVISED_SEGMENTS, MAX_CHARACTERS, MAX_SEGMENTS};
pub use capacity::ReferenceBits;
pub(crate) use capacity::{Capacity, USER_DATA_OCTETS, USER_DATA_SEPTETS};
pub use custom::{Limits, LimitsError};
pub use profile::{Profile, ProfileError};
