//! 32 bytes as an array.

use super::LANES;
use crate::count::block;

#[derive(Clone, Copy)]
pub(in crate::count) struct Lanes([u8; LANES]);

impl Lanes {
    #[inline]
    pub(in crate::count) fn new(bytes: &[u8; LANES]) -> Self {
        Lanes(*bytes)
    }

    /// Whether all are ASCII of one septet, control characters aside.
    #[inline]
    pub(in crate::count) fn all_plain(self) -> bool {
        block::all_plain(&self.0)
    }

    /// Whether all are ASCII with septets and no control characters.
    #[inline]
    pub(in crate::count) fn all_printable(self) -> bool {
        block::all_printable(&self.0)
    }

    /// The places of ASCII of two septets: form feed and `[ \ ] ^ { | } ~`.
    #[inline]
    pub(in crate::count) fn extension_places(self) -> u64 {
        block::extension_places(&self.0)
    }
}
