//! 32 units of UTF-16 in registers of WebAssembly's `simd128`, low octets apart from high ones.

use core::arch::wasm32::{
    i8x16_bitmask, i8x16_eq, i8x16_gt, i8x16_lt, i8x16_shuffle, i8x16_splat, i8x16_swizzle,
    u8x16_shr, u8x16_splat, u16x8, u64x2, v128, v128_and, v128_any_true, v128_or, v128_xor,
};

use super::LANES;
use crate::alphabet::default_units;

#[derive(Clone, Copy)]
pub(in crate::count) struct Lanes {
    low: Octets,
    high: Octets,
}

impl Lanes {
    #[inline]
    pub(in crate::count) fn new(units: &[u16; LANES]) -> Self {
        let register = |at: usize| {
            let unit = |place: usize| units[at + place];
            u16x8(
                unit(0),
                unit(1),
                unit(2),
                unit(3),
                unit(4),
                unit(5),
                unit(6),
                unit(7),
            )
        };
        let (a, b, c, d) = (register(0), register(8), register(16), register(24));
        Lanes {
            low: Octets(low_octets(a, b), low_octets(c, d)),
            high: Octets(high_octets(a, b), high_octets(c, d)),
        }
    }

    /// A bit for each unit: those without septets in the default alphabet, and those of two.
    #[inline]
    pub(in crate::count) fn septets(self) -> (u32, u32) {
        if !self.high.any(|octets| octets) {
            if !self
                .low
                .any(|octets| v128_or(unprintable(octets), brackets(octets)))
            {
                return (0, 0);
            }
            if !self.low.any(unprintable) {
                return (0, self.low.places(brackets));
            }
        }
        let latin = self.high.places_of(0x00);
        let without = !(latin & self.low.places(|octets| LATIN.mask(octets)));
        let doubles = latin & self.low.places(|octets| LATIN_DOUBLES.mask(octets));
        if without == 0 {
            return (0, doubles);
        }
        let greek = self.high.places_of(0x03) & self.low.places(|octets| GREEK.mask(octets));
        let euros = self.high.places_of(0x20) & self.low.places_of(0xAC);
        (without & !greek & !euros, doubles | euros)
    }

    /// A bit for each high surrogate, and for each low one.
    #[inline]
    pub(in crate::count) fn surrogates(self) -> (u32, u32) {
        let within =
            |octets, first, mask| i8x16_eq(v128_and(octets, u8x16_splat(mask)), u8x16_splat(first));
        if !self.high.any(|octets| within(octets, 0xD8, 0xF8)) {
            return (0, 0);
        }
        (
            self.high.places(|octets| within(octets, 0xD8, 0xFC)),
            self.high.places(|octets| within(octets, 0xDC, 0xFC)),
        )
    }
}

#[inline]
fn low_octets(a: v128, b: v128) -> v128 {
    i8x16_shuffle::<0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30>(a, b)
}

#[inline]
fn high_octets(a: v128, b: v128) -> v128 {
    i8x16_shuffle::<1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31>(a, b)
}

/// `[ \ ] ^ { | } ~`.
#[inline]
fn brackets(octets: v128) -> v128 {
    let folded = v128_or(octets, i8x16_splat(0x20)); // [ \ ] ^ become { | } ~
    v128_and(
        i8x16_gt(folded, i8x16_splat(0x7A)),
        i8x16_lt(folded, i8x16_splat(0x7F)),
    )
}

/// Control characters, the backtick, DEL and all beyond ASCII.
#[inline]
fn unprintable(octets: v128) -> v128 {
    let control = i8x16_lt(octets, i8x16_splat(0x20)); // and beyond ASCII, being negative
    let backtick = i8x16_eq(octets, i8x16_splat(0x60));
    let delete = i8x16_eq(octets, i8x16_splat(0x7F));
    v128_or(control, v128_or(backtick, delete))
}

/// 32 octets.
#[derive(Clone, Copy)]
struct Octets(v128, v128);

impl Octets {
    #[inline]
    fn any(self, holds: impl Fn(v128) -> v128) -> bool {
        v128_any_true(v128_or(holds(self.0), holds(self.1)))
    }

    /// A bit for each octet of which `holds` sets the highest bit.
    #[inline]
    fn places(self, holds: impl Fn(v128) -> v128) -> u32 {
        let bits = |octets| u32::from(i8x16_bitmask(holds(octets)));
        bits(self.0) | bits(self.1) << 16
    }

    #[inline]
    fn places_of(self, octet: u8) -> u32 {
        self.places(|octets| i8x16_eq(octets, u8x16_splat(octet)))
    }
}

/// A set of octets: for each low half of an octet, a bit for each high half. The octets below and
/// from 0x80 have a table each.
struct Set {
    below: v128,
    from: v128,
}

/// U+0000 to U+00FF of the default alphabet, those of them with two septets, and U+0300 to U+03FF.
const LATIN: Set = Set::new(0, 1);
const LATIN_DOUBLES: Set = Set::new(0, 2);
const GREEK: Set = Set::new(0x300, 1);

impl Set {
    /// The characters from `first` on that have at least so many septets.
    const fn new(first: u32, least: u8) -> Self {
        let mut tables = [[0; 16]; 2];
        let mut octet = 0;
        while octet < 256 {
            if default_units(first + octet) >= least {
                tables[(octet >> 7) as usize][(octet & 15) as usize] |= 1 << (octet >> 4 & 7);
            }
            octet += 1;
        }
        let [below, from] = tables;
        Set {
            below: register(below),
            from: register(from),
        }
    }

    /// All bits of each octet that is in the set.
    #[inline]
    fn mask(&self, octets: v128) -> v128 {
        let half = u8x16_splat(0x8F); // an index above 15 gives 0
        let other = v128_xor(octets, u8x16_splat(0x80));
        let row = v128_or(
            i8x16_swizzle(self.below, v128_and(octets, half)),
            i8x16_swizzle(self.from, v128_and(other, half)),
        );
        let bits = const { register([1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128]) };
        let bit = i8x16_swizzle(bits, u8x16_shr(octets, 4));
        i8x16_eq(v128_and(row, bit), bit)
    }
}

const fn register(octets: [u8; 16]) -> v128 {
    let (halves, _) = octets.as_chunks::<8>();
    u64x2(u64::from_le_bytes(halves[0]), u64::from_le_bytes(halves[1]))
}
