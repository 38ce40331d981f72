//! Chunks of UTF-16 and Latin-1.

/// Elements of a chunk.
pub const LANES: usize = 64;

/// A chunk of less than [`LANES`] elements, filled up.
#[inline]
pub(super) fn padded(rest: &[u16]) -> [u16; LANES] {
    let mut chunk = [0; LANES];
    let length = rest.len().min(LANES);
    chunk[..length].copy_from_slice(&rest[..length]);
    chunk
}
