//! Blocks of UTF-8, and what the hot path has to know about each.

use crate::count::tally::Marks;

/// Bytes of a block.
pub(super) const BLOCK: usize = 64;

/// A block of text.
pub(super) type Block = [u8; BLOCK];

/// A block and the two bytes after it, which may complete its last character.
pub(super) type Window = [u8; BLOCK + 2];

/// The classification of up to 64 bytes in the default alphabet. For a shorter input, bits beyond its length are
/// unspecified.
#[derive(Clone, Copy)]
pub(super) struct BlockClass {
    pub(super) marks: Marks,
    /// A bit for each byte with which a character without septets begins.
    pub(super) without: u64,
}

/// The block without the two bytes after it.
#[inline]
pub(super) fn of_window(window: &Window) -> &Block {
    let [block @ .., _, _] = window;
    block
}

/// The euro sign, the one character of two septets beyond ASCII.
pub(super) const EURO: [u8; 3] = [0xE2, 0x82, 0xAC];
