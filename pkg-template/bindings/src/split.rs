//! `split`: where the segments of a text end, after it was counted piece by piece.

use super::saturating_u32;
use super::scratch::Scratch;

/// Reads the next piece of a text, of `length` 16-bit units; returns how many segments end in it.
pub(super) fn cut_more(scratch: &mut Scratch, length: usize) -> usize {
    let Scratch {
        cutter, cuts, text, ..
    } = scratch;
    let mut list = List { cuts, filled: 0 };
    if let Some(cutter) = cutter {
        let units = text.as_flattened().get(..length).unwrap_or_default();
        cutter.push(units, |length, units| list.push(length, units));
    }
    list.filled
}

/// Ends the text; returns how many segments end with it, 1 or 2.
pub(super) fn cut_end(Scratch { cutter, cuts, .. }: &mut Scratch) -> usize {
    let mut list = List { cuts, filled: 0 };
    if let Some(cutter) = cutter.take() {
        cutter.finish(|length, units| list.push(length, units));
    }
    list.filled
}

struct List<'s> {
    cuts: &'s mut [u32],
    filled: usize,
}

impl List<'_> {
    fn push(&mut self, length: usize, units: usize) {
        if let Some(cut) = self.cuts.get_mut(self.filled) {
            *cut = saturating_u32(length) | saturating_u32(units) << 16;
            self.filled += 1;
        }
    }
}
