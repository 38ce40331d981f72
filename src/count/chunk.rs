//! Chunks of UTF-16 and Latin-1.

/// Elements of a chunk.
pub const LANES: usize = 64;

/// Fills up a chunk of less than [`LANES`] elements with zeros.
#[inline]
pub(super) fn padded(rest: &[u16]) -> [u16; LANES] {
    let mut chunk = [0; LANES];
    let length = rest.len().min(LANES);
    chunk[..length].copy_from_slice(&rest[..length]);
    chunk
}
