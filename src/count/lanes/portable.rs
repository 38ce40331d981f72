//! 32 units of UTF-16 as an array.

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

    /// A bit for each unit: those without septets in the default alphabet, and those of two.
    #[inline]
    pub(in crate::count) fn septets(self) -> (u32, u32) {
        let bytes = self.0.map(|unit| u8::try_from(unit).unwrap_or(0xFF));
        if block::all_plain(&bytes) {
            return (0, 0);
        }
        let septets = self.0.map(|unit| default_units(u32::from(unit)));
        (
            places(septets, |count| count == 0),
            places(septets, |count| count == 2),
        )
    }

    /// A bit for each high surrogate, and for each low one.
    #[inline]
    pub(in crate::count) fn surrogates(self) -> (u32, u32) {
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
fn places<T: Copy>(elements: [T; LANES], holds: impl Fn(T) -> bool) -> u32 {
    let rest = elements.iter().rev();
    rest.fold(0, |places, &element| {
        places << 1 | u32::from(holds(element))
    })
}
