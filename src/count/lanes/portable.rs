//! 64 units of UTF-16 as an array.

use super::LANES;
use crate::alphabet::default_units;
use crate::count::block;

#[derive(Clone, Copy)]
pub(in crate::count) struct Lanes([u16; LANES]);

impl Lanes {
    #[inline]
    pub(in crate::count) fn new(units: &[u16; LANES]) -> Self {
        Lanes(*units)
    }

    /// The first `length` units, spaces after them.
    #[inline]
    pub(in crate::count) fn first(mut self, length: usize) -> Self {
        self.0[length.min(LANES)..].fill(u16::from(b' '));
        self
    }

    /// How many units take two septets, if none does and all have septets.
    #[inline]
    pub(in crate::count) fn doubles(self) -> Option<u32> {
        let bytes = self.0.map(|unit| u8::try_from(unit).unwrap_or(0xFF));
        block::all_plain(&bytes).then_some(0)
    }

    /// The same where some do.
    #[inline]
    pub(in crate::count) fn doubles_and_euros(self) -> Option<u32> {
        (self.without() == 0).then(|| self.double_places().count_ones())
    }

    /// A bit for each unit of two septets in the default alphabet.
    pub(in crate::count) fn double_places(self) -> u64 {
        places(self.0, |unit| default_units(u32::from(unit)) == 2)
    }

    /// A bit for each unit without septets in the default alphabet.
    pub(in crate::count) fn without(self) -> u64 {
        places(self.0, |unit| default_units(u32::from(unit)) == 0)
    }

    /// A bit for each high surrogate, and for each low one.
    #[inline]
    pub(in crate::count) fn surrogates(self) -> (u64, u64) {
        let within = |unit, first: u16, mask| unit & mask == first;
        if !self
            .0
            .iter()
            .fold(false, |any, &unit| any | within(unit, 0xD800, 0xF800))
        {
            return (0, 0);
        }
        (
            places(self.0, |unit| within(unit, 0xD800, 0xFC00)),
            places(self.0, |unit| within(unit, 0xDC00, 0xFC00)),
        )
    }
}

/// A bit for each element that `holds`.
#[inline]
fn places<T: Copy>(elements: [T; LANES], holds: impl Fn(T) -> bool) -> u64 {
    let rest = elements.iter().rev();
    rest.fold(0, |places, &element| {
        places << 1 | u64::from(holds(element))
    })
}
