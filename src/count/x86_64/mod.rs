//! Classification of 64 bytes of UTF-8 by AVX2 and lookups in [`sets`]. Checked against the oracle from every offset and
//! in every length by `tests/core/fast_paths.rs`. A text of less than a block is read as its first and last bytes: where the
//! two overlap both classify the same byte alike, so [`bit_remap`] joins them by `|`. Justified by `benches/RESULTS.md`,
//! crate-count (2026-11-25): 20 characters take 6 to 10 ns, 5 to 8 times less than a loop; a megabyte of Greek takes 22 times less.
//!
//! The only file of the crate with `unsafe`: functions for AVX2 may be called
//! only where there is AVX2, which [`scan`] checks, and registers are loaded from memory by pointer. All other
//! instructions are safe in such functions.
#![allow(
    unsafe_code,
    reason = "a call that is right because the processor was asked, and loads from arrays"
)]

mod bit_remap;
mod sets;

use core::arch::x86_64::{
    __m128i, __m256i, _mm_cvtsi64_si128, _mm_loadu_si128, _mm256_alignr_epi8, _mm256_and_si256,
    _mm256_broadcastsi128_si256, _mm256_cmpeq_epi8, _mm256_cmpgt_epi8, _mm256_loadu_si256,
    _mm256_min_epu8, _mm256_movemask_epi8, _mm256_or_si256, _mm256_permute2x128_si256,
    _mm256_set_m128i, _mm256_set1_epi8, _mm256_setzero_si256, _mm256_srli_epi16, _mm256_srli_si256,
    _mm256_subs_epu8,
};

use super::Count;
use super::block::{BLOCK, Block, BlockClass, EURO, Window, of_window};
use super::portable;
use super::tally::Marks;
use super::utf8::{self, BlockOps, Capacities};
use crate::alphabet::Alphabet;
use crate::encoding::Encoding;
use bit_remap::BitRemap;
use sets::{ASCII, EXTENSION, PLAIN, pairs};

/// Counts a text, by AVX2 if the processor has it. (The standard library asks once and remembers.)
#[inline]
pub(super) fn scan(text: &str, demanded: Option<Encoding>, full: Capacities) -> Count {
    if !std::is_x86_feature_detected!("avx2") || !std::is_x86_feature_detected!("popcnt") {
        portable::scan(text, demanded, full)
    } else if text.len() < BLOCK {
        // SAFETY: the processor has the two features that the function is compiled for.
        unsafe { short(text, demanded, full) }
    } else {
        // SAFETY: as above.
        unsafe { long(text, demanded, full) }
    }
}

/// Counts a text of less than a block. One of 32 to 63 bytes is read as its first and its last 32, which may overlap;
/// a shorter one in the same way, by smaller pieces in one register ([`load_short`]).
#[target_feature(enable = "avx2,popcnt")]
fn short(text: &str, demanded: Option<Encoding>, full: Capacities) -> Count {
    let text = text.as_bytes();
    if let Some([first, last]) = first_and_last_chunk::<32>(text) {
        let [first, last] = [load(first), load(last)];
        let remap = BitRemap::of_first_and_last(text.len());
        let units = move || remap.apply_to_marks(units([first, last]));
        let septets = move || overlapping(text, first, last);
        utf8::scan_short(text.len(), demanded, full, septets, units)
    } else {
        let (bytes, remap) = load_short(text);
        let next = _mm256_srli_si256::<1>(bytes);
        let septets = move || classify_short(bytes, next, remap, || euros(bytes, remap));
        let units = move || remap.apply_to_marks(units([bytes]));
        utf8::scan_short(text.len(), demanded, full, septets, units)
    }
}

/// Counts a text of a block or more.
#[target_feature(enable = "avx2,popcnt")]
fn long(text: &str, demanded: Option<Encoding>, full: Capacities) -> Count {
    let ops = BlockOps {
        is_plain: |block: &Block| is_plain(block),
        septets: |window: &Window| septets(window),
        edge_septets: |text: &[u8]| edge_septets(text),
        units: |block: &Block| units(halves(block)),
    };
    // A text that begins with a character beyond GSM-7 need not be read for septets at all.
    let is_ucs2 = |first: &[u8; 32]| beyond_septets(load(first)) != 0;
    let bytes = text.as_bytes();
    if !bytes.first_chunk().is_some_and(is_ucs2) {
        return ops.scan(text, demanded, full);
    }
    // A text of some 20 emoji is two blocks and one segment.
    if let (partial, [block]) = bytes.as_rchunks::<BLOCK>()
        && let Some(beginning) = bytes.first_chunk::<BLOCK>()
    {
        let beginning = units(halves(beginning)).first(partial.len());
        let units = beginning.units() + units(halves(block)).units();
        if units <= full.ucs2.single {
            let (encoding, alphabet) = (Encoding::Ucs2, Alphabet::DEFAULT);
            return Count::of_one_segment(encoding, alphabet, full.ucs2, units);
        }
    }
    ops.scan(text, Some(Encoding::Ucs2), full)
}

/// Returns true if each of 64 bytes is ASCII of one septet.
#[inline]
#[target_feature(enable = "avx2")]
fn is_plain(block: &Block) -> bool {
    let [low, high] = halves(block);
    let plain = |bytes| PLAIN.of(bytes);
    let least = _mm256_min_epu8(plain(low), plain(high));
    _mm256_movemask_epi8(_mm256_cmpeq_epi8(least, _mm256_setzero_si256())) == 0
}

/// Classifies a block in the default alphabet, given the two bytes after it.
#[inline]
#[target_feature(enable = "avx2")]
fn septets(window: &Window) -> BlockClass {
    let bytes = halves(of_window(window));
    let [_, next @ .., _] = window;
    let [_, _, after @ ..] = window;
    let next = halves(next);
    classify(bytes, next, BitRemap::ALL, || {
        let [first, second, third] = EURO;
        equal(bytes, first) & equal(next, second) & equal(halves(after), third)
    })
}

/// Classifies the first block of a text, which may lack the two bytes after it.
#[target_feature(enable = "avx2")]
fn edge_septets(text: &[u8]) -> BlockClass {
    if let Some(window) = text.first_chunk() {
        return septets(window);
    }
    let bytes = text
        .first_chunk()
        .map_or([_mm256_setzero_si256(); 2], |block| halves(block));
    classify(bytes, shifted(bytes), BitRemap::ALL, || {
        equal(bytes, EURO[0]) & equal(bytes, EURO[1]) >> 1 & equal(bytes, EURO[2]) >> 2
    })
}

/// Classifies 32 to 63 bytes, given the first and the last 32 of them. Most texts that need UCS-2 show it in the first
/// 32, and the rest is not looked at.
#[inline]
#[target_feature(enable = "avx2")]
fn overlapping(text: &[u8], first: __m256i, last: __m256i) -> BlockClass {
    let next = match text[1..].first_chunk() {
        Some(next) => load(next),
        None => shifted([first, _mm256_setzero_si256()])[0],
    };
    let mut beginning = classify_short(first, next, BitRemap::ALL, || {
        equal([first], EURO[0]) & equal([next], EURO[1]) & equal([next], EURO[2]) >> 1
    });
    // A euro sign that begins with the last of them is whole in the end.
    beginning.without &= u64::from(u32::MAX >> 1);
    if beginning.without != 0 {
        return beginning;
    }
    let next = shifted([last, _mm256_setzero_si256()])[0];
    let end = classify_short(last, next, BitRemap::ALL, || euros(last, BitRemap::ALL));
    let both =
        |beginning: u64, end: u64| beginning & u64::from(u32::MAX) | end << (text.len() - 32);
    BlockClass {
        marks: Marks {
            starts: both(beginning.marks.starts, end.marks.starts),
            doubles: both(beginning.marks.doubles, end.marks.doubles),
        },
        without: both(0, end.without),
    }
}

/// Classifies the bytes of a short text, or only says that some of them have no septets where one comparison shows it.
#[inline]
#[target_feature(enable = "avx2")]
fn classify_short(
    bytes: __m256i,
    next: __m256i,
    remap: BitRemap,
    euros: impl FnOnce() -> u64,
) -> BlockClass {
    if signs([bytes]) != 0 {
        let beyond = beyond_septets(bytes);
        if beyond != 0 {
            return BlockClass {
                marks: Marks::NONE,
                without: remap.apply(beyond),
            };
        }
    }
    classify([bytes], [next], remap, euros)
}

/// A bit for each byte that begins a character beyond the euro sign, which is the last one to have septets.
#[inline]
#[target_feature(enable = "avx2")]
fn beyond_septets(bytes: __m256i) -> u64 {
    nonzeros([_mm256_subs_epu8(bytes, splat(EURO[0]))])
}

/// A bit for each euro sign that is whole in these bytes.
#[inline]
#[target_feature(enable = "avx2")]
fn euros(bytes: __m256i, remap: BitRemap) -> u64 {
    let of = |byte| remap.apply(equal([bytes], byte));
    of(EURO[0]) & of(EURO[1]) >> 1 & of(EURO[2]) >> 2
}

/// Classifies bytes, given the byte after each of them and a function that finds euro signs.
#[inline]
#[target_feature(enable = "avx2")]
fn classify<const N: usize>(
    bytes: [__m256i; N],
    next: [__m256i; N],
    remap: BitRemap,
    euros: impl FnOnce() -> u64,
) -> BlockClass {
    if signs(bytes) == 0 {
        let with = remap.apply(nonzeros(each(bytes, |bytes| ASCII.of(bytes))));
        return BlockClass {
            marks: Marks {
                starts: u64::MAX,
                doubles: remap.apply(nonzeros(each(bytes, |bytes| EXTENSION.of(bytes)))),
            },
            without: !with,
        };
    }
    let starts = remap.apply(starts(bytes));
    let mut with = each(bytes, |bytes| ASCII.of(bytes));
    for (with, (bytes, next)) in with.iter_mut().zip(bytes.into_iter().zip(next)) {
        *with = _mm256_or_si256(*with, pairs(bytes, next));
    }
    // A pair that the beginning of a short text does not hold whole is whole in its end.
    let without = starts & !remap.apply(nonzeros(with));
    let euros = if without == 0 { 0 } else { euros() };
    let doubles = remap.apply(nonzeros(each(bytes, |bytes| EXTENSION.of(bytes))));
    BlockClass {
        marks: Marks {
            starts,
            doubles: doubles | euros,
        },
        without: without & !euros,
    }
}

/// The 16-bit units of registers.
#[inline]
#[target_feature(enable = "avx2")]
fn units<const N: usize>(bytes: [__m256i; N]) -> Marks {
    Marks {
        starts: starts(bytes),
        // From 0xF0 on what is left has the highest bit.
        doubles: signs(each(bytes, |bytes| _mm256_subs_epu8(bytes, splat(0x70)))),
    }
}

/// A bit for each byte that begins a character: all but `0x80..=0xBF`.
#[inline]
#[target_feature(enable = "avx2")]
fn starts<const N: usize>(bytes: [__m256i; N]) -> u64 {
    signs(each(bytes, |bytes| _mm256_cmpgt_epi8(bytes, splat(0xBF))))
}

/// Loads a text of less than 32 bytes: its beginning into the lower half of a register and its end into the upper half,
/// as many bytes of either as one load can read. No byte beyond the text is touched.
#[inline]
#[target_feature(enable = "avx2")]
fn load_short(text: &[u8]) -> (__m256i, BitRemap) {
    let remap = |each: usize| BitRemap {
        low_mask: (1 << each) - 1,
        low_bits: 16,
        high_offset: text.len() - each,
    };
    let small = |[first, last]: [u64; 2]| {
        let half = |word: u64| _mm_cvtsi64_si128(word.cast_signed());
        _mm256_set_m128i(half(last), half(first))
    };
    if let Some([first, last]) = first_and_last_chunk::<16>(text) {
        let bytes = _mm256_set_m128i(load_half(last), load_half(first));
        (bytes, remap(16))
    } else if let Some(chunks) = first_and_last_chunk::<8>(text) {
        let words = chunks.map(|bytes| u64::from_le_bytes(*bytes));
        (small(words), remap(8))
    } else if let Some(chunks) = first_and_last_chunk::<4>(text) {
        let words = chunks.map(|bytes| u64::from(u32::from_le_bytes(*bytes)));
        (small(words), remap(4))
    } else {
        let bytes = text
            .iter()
            .rev()
            .fold(0, |word, &byte| word << 8 | u64::from(byte));
        (
            small([bytes, 0]),
            BitRemap {
                low_mask: u64::from(u16::MAX),
                low_bits: 16,
                high_offset: 16,
            },
        )
    }
}

/// The first and the last `N` bytes, which may overlap.
#[inline]
fn first_and_last_chunk<const N: usize>(text: &[u8]) -> Option<[&[u8; N]; 2]> {
    Some([text.first_chunk()?, text.last_chunk()?])
}

/// A block as two registers.
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

/// Moves every byte down by one, from the high register to the low one too.
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

/// The upper four bits of every byte.
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

/// Loads a table for lookups in both halves of a register.
#[inline]
#[target_feature(enable = "avx2")]
fn wide(table: &[u8; 16]) -> __m256i {
    _mm256_broadcastsi128_si256(load_half(table))
}

/// Applies a function to each register.
#[inline]
#[target_feature(enable = "avx2")]
fn each<const N: usize>(
    mut bytes: [__m256i; N],
    made: impl Fn(__m256i) -> __m256i,
) -> [__m256i; N] {
    for bytes in &mut bytes {
        *bytes = made(*bytes);
    }
    bytes
}

/// A bit for each byte with the highest bit, of one register or two.
#[inline]
#[target_feature(enable = "avx2")]
fn signs<const N: usize>(bytes: [__m256i; N]) -> u64 {
    bytes.iter().rev().fold(0, |bits, bytes| {
        bits << 32 | u64::from(_mm256_movemask_epi8(*bytes).cast_unsigned())
    })
}

/// A bit for each byte that equals `byte`.
#[inline]
#[target_feature(enable = "avx2")]
fn equal<const N: usize>(bytes: [__m256i; N], byte: u8) -> u64 {
    signs(each(bytes, |bytes| _mm256_cmpeq_epi8(bytes, splat(byte))))
}

/// A bit for each byte that is not 0.
#[inline]
#[target_feature(enable = "avx2")]
fn nonzeros<const N: usize>(bytes: [__m256i; N]) -> u64 {
    equal(bytes, 0) ^ u64::MAX >> (64 - 32 * N)
}
