//! `countMany` of strings that are all of Latin-1: half the octets to move, and to read.

use super::count::put;
use super::scratch::Scratch;
use septet::unstable::scan_latin1;

/// Counts several texts of an octet for each character under the default options; none of them can fail.
pub(super) fn count_latin1(scratch: &mut Scratch, texts: usize) {
    let mut start = 0;
    for index in 0..texts.min(scratch.lengths.len()) {
        let length = scratch.lengths[index] as usize;
        let rest = scratch.octets.as_flattened().get(start..);
        let count = scan_latin1(rest.unwrap_or_default().as_chunks().0, length);
        start += length;
        put(scratch, index, count);
    }
}
