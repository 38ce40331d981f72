//! What 64 bytes of UTF-8 hold, by AVX2: every byte is looked up by its halves, and the first byte of a pair by the
//! second one too. One of the two files with `unsafe` (the other is the memory shared with JavaScript): functions for
//! AVX2 may be called only where there is AVX2, which [`scan`] finds out, and registers are read from memory by pointer.
//! All other instructions are safe to use in such functions.
#![allow(
    unsafe_code,
    reason = "a call that is right because the processor was asked, and loads from arrays"
)]

use core::arch::x86_64::{
    __m128i, __m256i, _mm_cvtsi64_si128, _mm_loadu_si128, _mm256_adds_epu8, _mm256_alignr_epi8,
    _mm256_and_si256, _mm256_broadcastsi128_si256, _mm256_cmpeq_epi8, _mm256_cmpgt_epi8,
    _mm256_loadu_si256, _mm256_min_epu8, _mm256_movemask_epi8, _mm256_or_si256,
    _mm256_permute2x128_si256, _mm256_set1_epi8, _mm256_setzero_si256, _mm256_shuffle_epi8,
    _mm256_srli_epi16, _mm256_subs_epu8, _mm256_xor_si256, _mm256_zextsi128_si256,
};

use super::Count;
use super::block::{BLOCK, Block, EURO, of_window};
use super::tally::Marks;
use super::utf8::{self, Capacities, Questions, Septets, Window};
use crate::alphabet::default_units;
use crate::encoding::Encoding;

/// Counts a text; the standard library remembers whether the processor has the instructions for it.
#[inline]
pub(super) fn scan(text: &str, demanded: Option<Encoding>, full: Capacities) -> Count {
    if !std::is_x86_feature_detected!("avx2") || !std::is_x86_feature_detected!("popcnt") {
        utf8::scan_portable(text, demanded, full)
    } else if text.len() < BLOCK {
        // SAFETY: the processor has the two features that the function is compiled for.
        unsafe { short(text, demanded, full) }
    } else {
        // SAFETY: as above.
        unsafe { long(text, demanded, full) }
    }
}

#[target_feature(enable = "avx2,popcnt")]
fn short(text: &str, demanded: Option<Encoding>, full: Capacities) -> Count {
    let septets = |text: &[u8]| short_septets(text);
    utf8::scan_short(text, demanded, full, septets, |text| short_units(text))
}

#[target_feature(enable = "avx2,popcnt")]
fn long(text: &str, demanded: Option<Encoding>, full: Capacities) -> Count {
    let questions = Questions {
        is_plain: |block: &Block| is_plain(block),
        septets: |window: &Window| septets(window),
        edge_septets: |text: &[u8]| edge_septets(text),
        units: |block: &Block| units(halves(block)),
    };
    questions.scan(text, demanded, full)
}

#[inline]
#[target_feature(enable = "avx2")]
fn is_plain(block: &Block) -> bool {
    let [low, high] = halves(block);
    let plain = |bytes| PLAIN.of(bytes);
    let least = _mm256_min_epu8(plain(low), plain(high));
    _mm256_movemask_epi8(_mm256_cmpeq_epi8(least, _mm256_setzero_si256())) == 0
}

#[inline]
#[target_feature(enable = "avx2")]
fn septets(window: &Window) -> Septets {
    let bytes = halves(of_window(window));
    let [_, next @ .., _] = window;
    let [_, _, after @ ..] = window;
    let next = halves(next);
    judged(bytes, next, Places::ALL, || {
        let [first, second, third] = EURO;
        equal(bytes, first) & equal(next, second) & equal(halves(after), third)
    })
}

#[target_feature(enable = "avx2")]
fn edge_septets(text: &[u8]) -> Septets {
    if let Some(window) = text.first_chunk() {
        return septets(window);
    }
    let bytes = text
        .first_chunk()
        .map_or([_mm256_setzero_si256(); 2], |block| halves(block));
    judged(bytes, shifted(bytes), Places::ALL, || {
        euros(bytes, Places::ALL)
    })
}

#[inline]
#[target_feature(enable = "avx2")]
fn short_septets(text: &[u8]) -> Septets {
    let (bytes, places) = ends(text);
    let next = |bytes| shifted([bytes, _mm256_setzero_si256()])[0];
    let next = [next(bytes[0]), next(bytes[1])];
    judged(bytes, next, places, || euros(bytes, places))
}

#[inline]
#[target_feature(enable = "avx2")]
fn short_units(text: &[u8]) -> Marks {
    let (bytes, places) = ends(text);
    places.of_marks(units(bytes))
}

/// The places of euro signs that nothing follows.
#[inline]
#[target_feature(enable = "avx2")]
fn euros(bytes: [__m256i; 2], places: Places) -> u64 {
    let of = |byte| places.of(equal(bytes, byte));
    of(EURO[0]) & of(EURO[1]) >> 1 & of(EURO[2]) >> 2
}

/// What these bytes are, given those that follow each of them and how to find euro signs.
#[inline]
#[target_feature(enable = "avx2")]
fn judged(
    bytes: [__m256i; 2],
    next: [__m256i; 2],
    places: Places,
    euros: impl FnOnce() -> u64,
) -> Septets {
    let [low, high] = bytes;
    let doubles = places.of(!zeros([EXTENSION.of(low), EXTENSION.of(high)]));
    let ascii = [ASCII.of(low), ASCII.of(high)];
    if signs(bytes) == 0 {
        let (starts, with) = (u64::MAX, places.of(!zeros(ascii)));
        let marks = Marks { starts, doubles };
        return Septets {
            marks,
            without: !with,
        };
    }
    let starts = places.of(starts(bytes));
    let with = |at: usize| _mm256_or_si256(ascii[at], pairs(bytes[at], next[at]));
    // A pair that the beginning of a short text does not hold whole is whole in its end.
    let without = starts & !places.of(!zeros([with(0), with(1)]));
    let euros = if without == 0 { 0 } else { euros() };
    Septets {
        marks: Marks {
            starts,
            doubles: doubles | euros,
        },
        without: without & !euros,
    }
}

/// The 16-bit units of two registers.
#[inline]
#[target_feature(enable = "avx2")]
fn units([low, high]: [__m256i; 2]) -> Marks {
    // From 0xF0 on what is left has the highest bit.
    let beyond = |bytes| _mm256_subs_epu8(bytes, splat(0x70));
    Marks {
        starts: starts([low, high]),
        doubles: signs([beyond(low), beyond(high)]),
    }
}

/// A bit for each byte that begins a character: all but `0x80..=0xBF`.
#[inline]
#[target_feature(enable = "avx2")]
fn starts(bytes: [__m256i; 2]) -> u64 {
    let begins = |bytes| _mm256_cmpgt_epi8(bytes, splat(0xBF));
    signs([begins(bytes[0]), begins(bytes[1])])
}

/// Not 0 for the first byte of each pair that is a character with septets.
#[inline]
#[target_feature(enable = "avx2")]
fn pairs(bytes: __m256i, next: __m256i) -> __m256i {
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
struct Set([u8; 16]);

/// ASCII of one septet, of two, and of either.
const PLAIN: Set = Set::new(1, 1);
const EXTENSION: Set = Set::new(2, 2);
const ASCII: Set = Set::new(1, 2);

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
    fn of(&self, bytes: __m256i) -> __m256i {
        const BITS: [u8; 16] = [1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0];
        let bit = _mm256_shuffle_epi8(wide(&BITS), high_halves(bytes));
        _mm256_and_si256(_mm256_shuffle_epi8(wide(&self.0), bytes), bit)
    }
}

/// The places of bits in a text. Of a short text one register holds the beginning and the other, as far as it is
/// long, the end.
#[derive(Clone, Copy)]
struct Places {
    /// Of the low register those that count.
    kept: u64,
    /// How far beyond the beginning the end begins.
    distance: usize,
}

impl Places {
    const ALL: Places = Places {
        kept: u32::MAX as u64,
        distance: 32,
    };

    #[inline]
    fn of(self, bits: u64) -> u64 {
        bits & self.kept | bits >> 32 << self.distance
    }

    #[inline]
    fn of_marks(self, Marks { starts, doubles }: Marks) -> Marks {
        let (starts, doubles) = (self.of(starts), self.of(doubles));
        Marks { starts, doubles }
    }
}

/// The beginning and the end of a text of less than 64 bytes: as many bytes of either as one load can read.
#[inline]
#[target_feature(enable = "avx2")]
fn ends(text: &[u8]) -> ([__m256i; 2], Places) {
    let places = |each: usize| Places {
        kept: (1 << each) - 1,
        distance: text.len() - each,
    };
    let small = |word: u64| _mm256_zextsi128_si256(_mm_cvtsi64_si128(word.cast_signed()));
    if let Some([first, last]) = both::<32>(text) {
        ([load(first), load(last)], places(32))
    } else if let Some([first, last]) = both::<16>(text) {
        let wide = |bytes| _mm256_zextsi128_si256(load_half(bytes));
        ([wide(first), wide(last)], places(16))
    } else if let Some(ends) = both::<8>(text) {
        let [first, last] = ends.map(|bytes| u64::from_le_bytes(*bytes));
        ([small(first), small(last)], places(8))
    } else if let Some(ends) = both::<4>(text) {
        let [first, last] = ends.map(|bytes| u32::from_le_bytes(*bytes));
        ([small(first.into()), small(last.into())], places(4))
    } else {
        let bytes = text
            .iter()
            .rev()
            .fold(0, |word, &byte| word << 8 | u64::from(byte));
        ([small(bytes), _mm256_setzero_si256()], Places::ALL)
    }
}

/// The first and the last `N` bytes, which may overlap.
#[inline]
fn both<const N: usize>(text: &[u8]) -> Option<[&[u8; N]; 2]> {
    Some([text.first_chunk()?, text.last_chunk()?])
}

#[inline]
#[target_feature(enable = "avx2")]
fn halves(block: &Block) -> [__m256i; 2] {
    let ([low, high], _) = block.as_chunks() else {
        unreachable!("64 bytes are two times 32")
    };
    [load(low), load(high)]
}

#[inline]
#[target_feature(enable = "avx2")]
fn load(bytes: &[u8; 32]) -> __m256i {
    // SAFETY: there are 32 bytes to read, and they may begin anywhere.
    unsafe { _mm256_loadu_si256(bytes.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx2")]
fn load_half(bytes: &[u8; 16]) -> __m128i {
    // SAFETY: there are 16 bytes to read, and they may begin anywhere.
    unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) }
}

/// Every byte in the place before, from a high register to a low one too.
#[inline]
#[target_feature(enable = "avx2")]
fn shifted([low, high]: [__m256i; 2]) -> [__m256i; 2] {
    let middle = _mm256_permute2x128_si256::<0x21>(low, high);
    let end = _mm256_permute2x128_si256::<0x81>(high, high);
    [
        _mm256_alignr_epi8::<1>(middle, low),
        _mm256_alignr_epi8::<1>(end, high),
    ]
}

#[inline]
#[target_feature(enable = "avx2")]
fn high_halves(bytes: __m256i) -> __m256i {
    _mm256_and_si256(_mm256_srli_epi16::<4>(bytes), splat(0x0F))
}

#[inline]
#[target_feature(enable = "avx2")]
fn splat(byte: u8) -> __m256i {
    _mm256_set1_epi8(byte.cast_signed())
}

/// A table for the lookups of both halves of a register.
#[inline]
#[target_feature(enable = "avx2")]
fn wide(table: &[u8; 16]) -> __m256i {
    _mm256_broadcastsi128_si256(load_half(table))
}

/// A bit for each byte with the highest bit.
#[inline]
#[target_feature(enable = "avx2")]
fn signs([low, high]: [__m256i; 2]) -> u64 {
    let bits = |bytes| u64::from(_mm256_movemask_epi8(bytes).cast_unsigned());
    bits(low) | bits(high) << 32
}

/// A bit for each byte that is this one.
#[inline]
#[target_feature(enable = "avx2")]
fn equal([low, high]: [__m256i; 2], byte: u8) -> u64 {
    let is = |bytes| _mm256_cmpeq_epi8(bytes, splat(byte));
    signs([is(low), is(high)])
}

/// A bit for each byte that is 0.
#[inline]
#[target_feature(enable = "avx2")]
fn zeros(bytes: [__m256i; 2]) -> u64 {
    equal(bytes, 0)
}
