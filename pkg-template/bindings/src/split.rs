//! `split`: where the segments of a text end, after it was counted piece by piece.

use super::saturating_u32;
use super::scratch::Scratch;

/// Reads the next piece of a text, of `length` 16-bit units; returns how many segments end in it.
pub(super) fn cut_more(scratch: &mut Scratch, length: usize) -> usize {
    let mut filled = 0;
    if let Some(cutter) = &mut scratch.cutter {
        let units = scratch.text.as_flattened().get(..length);
        let cut = |length, units| put(&mut scratch.cuts, &mut filled, length, units);
        cutter.push(units.unwrap_or_default(), cut);
    }
    filled
}

/// Ends the text; returns how many segments end with it, 1 or 2.
pub(super) fn cut_end(scratch: &mut Scratch) -> usize {
    let mut filled = 0;
    if let Some(cutter) = scratch.cutter.take() {
        cutter.finish(|length, units| put(&mut scratch.cuts, &mut filled, length, units));
    }
    filled
}

/// Adds a segment to the list.
fn put(cuts: &mut [u32], filled: &mut usize, length: usize, units: usize) {
    if let Some(cut) = cuts.get_mut(*filled) {
        *cut = saturating_u32(length) | saturating_u32(units) << 16;
        *filled += 1;
    }
}
