//! 64 units of UTF-16 in registers of WebAssembly's `simd128`.
//!
//! - **Plain text first.** A chunk in which the greatest distance from the space and the least distance from `[` stay within
//!   bounds holds only characters of one septet: two folds and one test for 64 characters, instead of a look-up each.
//! - **Order is restored late.** Two registers of units become one of octets, which mixes their order. The number of
//!   characters of two septets does not depend on it; [`Doubles::mask`] restores the order only if a segment ends in the chunk.
//! - **A euro sign is put in place of a bracket** before the test for Latin-1: both take two septets, and it is the only
//!   character with septets between U+0100 and U+FFFF outside Greek, so that texts with prices stay on the short way.
//! - **A set is 2 × 16 rows of 8 bits**: the low half of an octet selects a row, its bits 4 to 6 the bit, its highest bit the
//!   table. A swizzle gives 0 for an index above 15, which makes one of the two tables silent.
//!
//! Justified by `benches/RESULTS.md`, npm count in Node (2026-11-26): 1,000 characters of ASCII take 146 ns and of Latin text
//! 279 ns, a loop of JavaScript 1.3 µs. Checked against the oracle by the tests of the npm package.

use core::arch::wasm32::{
    i8x16_all_true, i8x16_bitmask, i8x16_eq, i8x16_shuffle, i8x16_sub, i8x16_swizzle, u8x16_lt,
    u8x16_max, u8x16_min, u8x16_shr, u8x16_splat, u8x16_sub_sat, u16x8, u16x8_eq, u16x8_shl,
    u16x8_splat, u64x2, v128, v128_and, v128_any_true, v128_bitselect, v128_or, v128_xor,
};

use super::chunk::LANES;
use crate::alphabet::default_units;

#[derive(Clone, Copy)]
pub(in crate::count) struct Lanes([v128; 8]);

/// A bit for each unit that takes two septets, in the order in which [`Lanes::doubles`] finds them: of every 16 units, the
/// first eight have the even bits, the others the odd ones.
#[derive(Clone, Copy)]
pub(in crate::count) struct Doubles(u64);

impl Doubles {
    /// Returns their number.
    #[inline]
    pub(in crate::count) fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The bits in the order of the text: neighbours are swapped within four bits, then twos within eight, then
    /// fours within sixteen.
    #[inline]
    pub(in crate::count) fn mask(self) -> u64 {
        let swapped = |bits: u64, by: u32, upper: u64| {
            let differ = (bits ^ bits >> by) & upper;
            bits ^ differ ^ differ << by
        };
        let bits = swapped(self.0, 1, 0x2222_2222_2222_2222);
        let bits = swapped(bits, 2, 0x0C0C_0C0C_0C0C_0C0C);
        swapped(bits, 4, 0x00F0_00F0_00F0_00F0)
    }
}

impl Lanes {
    #[inline]
    pub(in crate::count) fn new(units: &[u16; LANES]) -> Self {
        let at = |at| register(units, at);
        Lanes([at(0), at(8), at(16), at(24), at(32), at(40), at(48), at(56)])
    }

    /// The first `length` units, spaces after them.
    #[inline]
    pub(in crate::count) fn first(self, length: usize) -> Self {
        // 64 times all bits, then 64 times none.
        static MASKS: [u16; 2 * LANES] = {
            let mut masks = [u16::MAX; 2 * LANES];
            let mut at = LANES;
            while at < masks.len() {
                masks[at] = 0;
                at += 1;
            }
            masks
        };
        let from = LANES - length.min(LANES);
        let kept = |index: usize| {
            let mask = register(&MASKS, from + 8 * index);
            v128_bitselect(self.0[index], u16x8_splat(0x20), mask)
        };
        Lanes([
            kept(0),
            kept(1),
            kept(2),
            kept(3),
            kept(4),
            kept(5),
            kept(6),
            kept(7),
        ])
    }

    /// The units that take two septets, if all are of Latin-1 or euro signs and have septets; `None` asks for a closer look.
    #[inline]
    pub(in crate::count) fn doubles(self) -> Option<Doubles> {
        let is_latin = |lanes: Self| !v128_any_true(v128_and(lanes.or(), u16x8_splat(0xFF00)));
        let mut lanes = self;
        if !is_latin(lanes) {
            // A euro sign takes as many as a bracket does.
            let euro = |units| u16x8_eq(units, u16x8_splat(0x20AC));
            lanes = self.each(|units| v128_bitselect(u16x8_splat(0x5B), units, euro(units)));
            if !is_latin(lanes) {
                return None;
            }
        }
        // Two registers become one of octets, in another order.
        let octets = lanes.octets(|low, high| v128_or(low, u16x8_shl(high, 8)));
        octets.doubles().map(Doubles)
    }

    /// The units that take two septets, if all have septets. Their low octets tell: no other unit with septets has that of the euro sign.
    pub(in crate::count) fn doubles_of_all(self) -> Doubles {
        let low = |units| v128_and(units, u16x8_splat(0x00FF));
        let octets = self.octets(|units, next| v128_or(low(units), u16x8_shl(next, 8)));
        let is_euro = |octets| i8x16_eq(octets, u8x16_splat(0xAC));
        Doubles(octets.nonzeros(|octets| v128_or(double(octets), is_euro(octets))))
    }

    /// A bit for each unit without septets in the default alphabet.
    #[inline]
    pub(in crate::count) fn without(self) -> u64 {
        let (low, high) = (self.octets(low_octets), self.octets(high_octets));
        let latin = high.mask_of(0x00) & low.nonzeros(|octets| LATIN.bits(octets));
        let greek = high.mask_of(0x03) & low.nonzeros(|octets| GREEK.bits(octets));
        let euros = high.mask_of(0x20) & low.mask_of(0xAC);
        !(latin | greek | euros)
    }

    /// A bit for each high surrogate, and for each low one.
    #[inline]
    pub(in crate::count) fn surrogates(self) -> (u64, u64) {
        let within =
            |units, first, mask| u16x8_eq(v128_and(units, u16x8_splat(mask)), u16x8_splat(first));
        let any = self.each(|units| within(units, 0xD800, 0xF800));
        if !v128_any_true(any.or()) {
            return (0, 0);
        }
        let high = self.octets(high_octets);
        let within =
            |octets, first| i8x16_eq(v128_and(octets, u8x16_splat(0xFC)), u8x16_splat(first));
        (
            high.mask(|octets| within(octets, 0xD8)),
            high.mask(|octets| within(octets, 0xDC)),
        )
    }

    #[inline]
    fn or(self) -> v128 {
        let four = |at: usize| {
            let two = |at: usize| v128_or(self.0[at], self.0[at + 1]);
            v128_or(two(at), two(at + 2))
        };
        v128_or(four(0), four(4))
    }

    #[inline]
    fn each(self, of: impl Fn(v128) -> v128) -> Self {
        let of = |at: usize| of(self.0[at]);
        Lanes([of(0), of(1), of(2), of(3), of(4), of(5), of(6), of(7)])
    }

    #[inline]
    fn octets(self, of: impl Fn(v128, v128) -> v128) -> Octets {
        let of = |at: usize| of(self.0[at], self.0[at + 1]);
        Octets([of(0), of(2), of(4), of(6)])
    }
}

/// Eight units from a place on.
#[inline]
fn register<const N: usize>(units: &[u16; N], at: usize) -> v128 {
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
}

#[inline]
fn low_octets(a: v128, b: v128) -> v128 {
    i8x16_shuffle::<0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30>(a, b)
}

#[inline]
fn high_octets(a: v128, b: v128) -> v128 {
    i8x16_shuffle::<1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31>(a, b)
}

// Saturating subtraction gives non-zero exactly inside (or outside) a range, and compilers leave it alone. Unsigned byte
// compares would take several instructions.

/// Not 0 for `[ \ ] ^ { | } ~`.
#[inline]
fn brackets(octets: v128) -> v128 {
    let folded = v128_or(octets, u8x16_splat(0x20)); // [ \ ] ^ become { | } ~
    u8x16_sub_sat(u8x16_splat(4), i8x16_sub(folded, u8x16_splat(b'{')))
}

/// Not 0 for what takes two septets in Latin-1: the brackets and the form feed.
#[inline]
fn double(octets: v128) -> v128 {
    v128_or(brackets(octets), i8x16_eq(octets, u8x16_splat(0x0C)))
}

/// 64 characters of Latin-1.
#[derive(Clone, Copy)]
pub(in crate::count) struct Octets([v128; 4]);

impl Octets {
    #[inline]
    pub(in crate::count) fn new(octets: &[u8; LANES]) -> Self {
        let (registers, _) = octets.as_chunks::<16>();
        Octets([0, 1, 2, 3].map(|at| of_octets(registers[at])))
    }

    /// The first `length` characters, spaces after them.
    #[inline]
    pub(in crate::count) fn first(self, length: usize) -> Self {
        let kept = |at: usize| {
            let places = of_octets([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
            let left = u8::try_from(length.saturating_sub(16 * at)).unwrap_or(u8::MAX);
            let are_kept = u8x16_lt(places, u8x16_splat(left));
            v128_bitselect(self.0[at], u8x16_splat(b' '), are_kept)
        };
        Octets([kept(0), kept(1), kept(2), kept(3)])
    }

    /// A bit for each octet that takes two septets, if all have some; in the order of the octets.
    #[inline]
    pub(in crate::count) fn doubles(self) -> Option<u64> {
        // The farthest from the space on, and the nearest from `[` on: what is before either is the farthest from it.
        let farthest = self.fold(
            |octets| i8x16_sub(octets, u8x16_splat(b' ')),
            |a, b| u8x16_max(a, b),
        );
        let nearest = self.fold(
            |octets| i8x16_sub(octets, u8x16_splat(b'[')),
            |a, b| u8x16_min(a, b),
        );
        let is_beyond = |last: u8| u8x16_sub_sat(farthest, u8x16_splat(last - b' '));
        let is_before_a = u8x16_sub_sat(u8x16_splat(b'a' - b'['), nearest);
        if !v128_any_true(v128_or(is_beyond(b'z'), is_before_a)) {
            return Some(0);
        }
        let backticks = self.fold(
            |octets| i8x16_eq(octets, u8x16_splat(b'`')),
            |a, b| v128_or(a, b),
        );
        let are_printable = !v128_any_true(v128_or(is_beyond(b'~'), backticks));
        if are_printable {
            return Some(self.nonzeros(brackets));
        }
        let have_septets = self.fold(|octets| LATIN.bits(octets), |a, b| u8x16_min(a, b));
        i8x16_all_true(have_septets).then(|| self.nonzeros(double))
    }

    /// All of something about each register, put together.
    #[inline]
    fn fold(self, of: impl Fn(v128) -> v128, with: impl Fn(v128, v128) -> v128) -> v128 {
        let two = |at: usize| with(of(self.0[at]), of(self.0[at + 1]));
        with(two(0), two(2))
    }

    /// A bit for each octet of which `holds` sets the highest bit.
    #[inline]
    fn mask(self, holds: impl Fn(v128) -> v128) -> u64 {
        let bits = |at: usize| u64::from(i8x16_bitmask(holds(self.0[at]))) << (16 * at);
        bits(0) | bits(1) | bits(2) | bits(3)
    }

    /// A bit for each octet of which `holds` is anything but 0.
    #[inline]
    fn nonzeros(self, holds: impl Fn(v128) -> v128) -> u64 {
        !self.mask(|octets| i8x16_eq(holds(octets), u8x16_splat(0)))
    }

    #[inline]
    fn mask_of(self, octet: u8) -> u64 {
        self.mask(|octets| i8x16_eq(octets, u8x16_splat(octet)))
    }
}

/// A set of octets: for each low half of an octet, a bit for each high half. The octets below and
/// from 0x80 have a table each.
struct Set {
    below: v128,
    from: v128,
}

/// U+0000 to U+00FF of the default alphabet, and U+0300 to U+03FF.
const LATIN: Set = Set::new(0);
const GREEK: Set = Set::new(0x300);

impl Set {
    /// The 256 characters from `first` on that have septets.
    const fn new(first: u32) -> Self {
        let mut tables = [[0; 16]; 2];
        let mut octet = 0;
        while octet < 256 {
            if default_units(first + octet) >= 1 {
                tables[(octet >> 7) as usize][(octet & 15) as usize] |= 1 << (octet >> 4 & 7);
            }
            octet += 1;
        }
        let [below, from] = tables;
        Set {
            below: of_octets(below),
            from: of_octets(from),
        }
    }

    /// Something other than 0 for each octet that is in the set.
    #[inline]
    fn bits(&self, octets: v128) -> v128 {
        let half = u8x16_splat(0x8F); // an index above 15 gives 0
        let below = v128_and(octets, half);
        let row = v128_or(
            i8x16_swizzle(self.below, below),
            i8x16_swizzle(self.from, v128_xor(below, u8x16_splat(0x80))),
        );
        let bits = const { of_octets([1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128]) };
        let bit = i8x16_swizzle(bits, u8x16_shr(octets, 4));
        v128_and(row, bit)
    }
}

const fn of_octets(octets: [u8; 16]) -> v128 {
    let (halves, _) = octets.as_chunks::<8>();
    u64x2(u64::from_le_bytes(halves[0]), u64::from_le_bytes(halves[1]))
}
