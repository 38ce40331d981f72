//! 32 bytes as two registers of WebAssembly's `simd128`.

use core::arch::wasm32::{
    i8x16_bitmask, i8x16_eq, i8x16_gt, i8x16_lt, i8x16_splat, u64x2, v128, v128_and, v128_any_true,
    v128_or,
};

use super::LANES;

#[derive(Clone, Copy)]
pub(in crate::count) struct Lanes([v128; 2]);

impl Lanes {
    #[inline]
    pub(in crate::count) fn new(bytes: &[u8; LANES]) -> Self {
        let quarter = |index: usize| {
            let mut quarter = [0; 8];
            quarter.copy_from_slice(&bytes[index * 8..index * 8 + 8]);
            u64::from_le_bytes(quarter)
        };
        Lanes([u64x2(quarter(0), quarter(1)), u64x2(quarter(2), quarter(3))])
    }

    /// A bit for each byte of which `holds` sets the highest bit.
    #[inline]
    fn places(self, holds: impl Fn(v128) -> v128) -> u64 {
        let [low, high] = self.0.map(|bytes| u64::from(i8x16_bitmask(holds(bytes))));
        low | high << 16
    }

    /// Whether all are ASCII of one septet, control characters aside.
    #[inline]
    pub(in crate::count) fn all_plain(self) -> bool {
        let [low, high] = self
            .0
            .map(|bytes| v128_or(unprintable(bytes), brackets(bytes)));
        !v128_any_true(v128_or(low, high))
    }

    /// Whether all are ASCII with septets and no control characters.
    #[inline]
    pub(in crate::count) fn all_printable(self) -> bool {
        let [low, high] = self.0.map(unprintable);
        !v128_any_true(v128_or(low, high))
    }

    /// The places of ASCII of two septets: form feed and `[ \ ] ^ { | } ~`.
    #[inline]
    pub(in crate::count) fn extension_places(self) -> u64 {
        self.places(|bytes| v128_or(brackets(bytes), i8x16_eq(bytes, i8x16_splat(0x0C))))
    }
}

/// `[ \ ] ^ { | } ~`.
#[inline]
fn brackets(bytes: v128) -> v128 {
    let folded = v128_or(bytes, i8x16_splat(0x20)); // [ \ ] ^ become { | } ~
    v128_and(
        i8x16_gt(folded, i8x16_splat(0x7A)),
        i8x16_lt(folded, i8x16_splat(0x7F)),
    )
}

/// Control characters, the backtick, DEL and all beyond ASCII.
#[inline]
fn unprintable(bytes: v128) -> v128 {
    let control = i8x16_lt(bytes, i8x16_splat(0x20)); // and beyond ASCII, being negative
    let backtick = i8x16_eq(bytes, i8x16_splat(0x60));
    let delete = i8x16_eq(bytes, i8x16_splat(0x7F));
    v128_or(control, v128_or(backtick, delete))
}
