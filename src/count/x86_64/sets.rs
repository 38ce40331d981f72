//! The bytes and pairs of bytes that are characters of the default alphabet: every byte is looked up by its halves,
//! and the first byte of a pair by the second one too. Made of the alphabet's table while this is compiled.
//!
//! Why a look-up is exact: the low half of a byte selects a row of 8 bits, the high half selects the bit of the row. 16 rows of
//! 8 bits are the 128 characters of ASCII, one bit each. A byte from 0x80 on selects 0, because a shuffle gives 0 for an
//! index with its highest bit set.
//!
//! A pair has a lead (`C2`, `C3`, `CE`, `CF`) and a second byte in `80..=BF`: 16 low halves times 4 quarters, so a row has 4
//! bits for each of two leads, and a table serves two leads. A second byte outside `80..=BF` has no quarter and selects 0.
#![deny(unsafe_code)]

use core::arch::x86_64::{
    __m256i, _mm256_adds_epu8, _mm256_and_si256, _mm256_or_si256, _mm256_shuffle_epi8,
    _mm256_xor_si256,
};

use super::{high_halves, splat, wide};
use crate::alphabet::default_units;

/// Not 0 for the first byte of each pair that is a character with septets.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) fn pairs(bytes: __m256i, next: __m256i) -> __m256i {
    // 0xC0..=0xCF becomes 0x70..=0x7F, all else has the highest bit and is looked up as 0.
    let lead = _mm256_adds_epu8(_mm256_xor_si256(bytes, splat(0xC0)), splat(0x70));
    let low = _mm256_xor_si256(next, splat(0x80));
    let quarter = _mm256_shuffle_epi8(wide(&QUARTERS), high_halves(next));
    let of = |pairs: &Pairs| {
        let row = _mm256_and_si256(_mm256_shuffle_epi8(wide(&pairs.rows), low), quarter);
        _mm256_and_si256(row, _mm256_shuffle_epi8(wide(&pairs.leads), lead))
    };
    _mm256_or_si256(of(&LATIN), of(&GREEK))
}

/// The pairs that begin with one of two bytes.
struct Pairs {
    /// For each low half of a second byte, a bit for each quarter of what follows the first lead, then of what follows
    /// the second.
    rows: [u8; 16],
    /// For each low half of a first byte, the bits that are its own.
    leads: [u8; 16],
}

/// U+0080 to U+00FF; U+0380 to U+03BF.
const LATIN: Pairs = Pairs::new([0xC2, 0xC3]);
const GREEK: Pairs = Pairs::new([0xCE, 0xCF]);

/// `0x80..=0xBF` by quarters, once for each of two leads.
const QUARTERS: [u8; 16] = [0, 0, 0, 0, 0, 0, 0, 0, 0x11, 0x22, 0x44, 0x88, 0, 0, 0, 0];

impl Pairs {
    const fn new(leads: [u8; 2]) -> Self {
        let mut pairs = Pairs {
            rows: [0; 16],
            leads: [0; 16],
        };
        let mut which = 0;
        while which < 2 {
            let lead = leads[which];
            pairs.leads[(lead & 0x0F) as usize] = 0x0F << (4 * which);
            let mut second = 0;
            while second < 64 {
                if default_units(((lead & 0x1F) as u32) << 6 | second) == 1 {
                    pairs.rows[(second & 0x0F) as usize] |=
                        1 << (4 * which + (second >> 4) as usize);
                }
                second += 1;
            }
            which += 1;
        }
        pairs
    }
}

/// A set of ASCII: for each low half of a byte, a bit for each high half.
pub(super) struct Set([u8; 16]);

/// ASCII of one septet, of two, and of either.
pub(super) const PLAIN: Set = Set::new(1, 1);
pub(super) const EXTENSION: Set = Set::new(2, 2);
pub(super) const ASCII: Set = Set::new(1, 2);

impl Set {
    const fn new(least: u8, most: u8) -> Self {
        let mut rows = [0; 16];
        let mut byte: u8 = 0;
        while byte < 0x80 {
            let units = default_units(byte as u32);
            if least <= units && units <= most {
                rows[(byte & 0x0F) as usize] |= 1 << (byte >> 4);
            }
            byte += 1;
        }
        Set(rows)
    }

    /// Not 0 for each byte that is in the set.
    #[inline]
    #[target_feature(enable = "avx2")]
    pub(super) fn of(&self, bytes: __m256i) -> __m256i {
        const BITS: [u8; 16] = [1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0];
        let bit = _mm256_shuffle_epi8(wide(&BITS), high_halves(bytes));
        _mm256_and_si256(_mm256_shuffle_epi8(wide(&self.0), bytes), bit)
    }
}
