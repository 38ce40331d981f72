//! 64 units of UTF-16 as an array, for architectures without a module of their own.
//!
//! Three steps, each for fewer texts than the one before: printable characters of one septet are recognised by narrowing to bytes
//! (what does not fit becomes 0xFF, which is not plain), then septets are looked up by unit, then surrogates are searched for
//! if any unit is one.

use crate::alphabet::default_units;
use crate::count::chunk::LANES;
use crate::count::portable::block;

#[derive(Clone, Copy)]
pub(in crate::count) struct Lanes([u16; LANES]);

/// A bit for each unit that takes two septets.
#[derive(Clone, Copy)]
pub(in crate::count) struct Doubles(u64);

impl Doubles {
    /// Returns their number.
    #[inline]
    pub(in crate::count) fn count(self) -> u32 {
        self.0.count_ones()
    }

    #[inline]
    pub(in crate::count) fn mask(self) -> u64 {
        self.0
    }
}

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

    /// None takes two septets if each is a printable character of one; `None` asks for a closer look, and so do control characters.
    #[inline]
    pub(in crate::count) fn doubles(self) -> Option<Doubles> {
        let bytes = self.0.map(|unit| u8::try_from(unit).unwrap_or(0xFF));
        block::all_plain(&bytes).then_some(Doubles(0))
    }

    /// The units that take two septets, if all have septets.
    pub(in crate::count) fn doubles_of_all(self) -> Doubles {
        Doubles(mask(self.0, |unit| default_units(u32::from(unit)) == 2))
    }

    /// A bit for each unit without septets in the default alphabet.
    pub(in crate::count) fn without(self) -> u64 {
        mask(self.0, |unit| default_units(u32::from(unit)) == 0)
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
            mask(self.0, |unit| within(unit, 0xD800, 0xFC00)),
            mask(self.0, |unit| within(unit, 0xDC00, 0xFC00)),
        )
    }
}

/// 64 characters of Latin-1 as an array.
#[derive(Clone, Copy)]
pub(in crate::count) struct Octets([u8; LANES]);

impl Octets {
    pub(in crate::count) fn new(octets: &[u8; LANES]) -> Self {
        Octets(*octets)
    }

    /// The first `length` characters, spaces after them.
    pub(in crate::count) fn first(mut self, length: usize) -> Self {
        self.0[length.min(LANES)..].fill(b' ');
        self
    }

    /// A bit for each octet that takes two septets, if all have some.
    pub(in crate::count) fn doubles(self) -> Option<u64> {
        let septets = self.0.map(|octet| default_units(u32::from(octet)));
        (!septets.contains(&0)).then(|| mask(septets, |septets| septets == 2))
    }
}

/// A bit for each element for which `holds` returns true.
#[inline]
fn mask<T: Copy>(elements: [T; LANES], holds: impl Fn(T) -> bool) -> u64 {
    let rest = elements.iter().rev();
    rest.fold(0, |places, &element| {
        places << 1 | u64::from(holds(element))
    })
}
