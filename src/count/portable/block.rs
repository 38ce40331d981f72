//! Classification of 64 bytes of UTF-8 in plain code. Every loop runs to its end and every test is arithmetic, so that the
//! compiler vectorises it on any processor. Checked against the oracle by `tests/core/fast_paths.rs`.
//!
//! Ranges are tested by wrapping subtraction: `byte - first < length` for unsigned bytes, one comparison each. `byte | 0x20`
//! folds `[ \ ] ^` (0x5B..=0x5E) onto `{ | } ~` (0x7B..=0x7E), and no other byte, so that one range covers the eight
//! characters of two septets in ASCII.
//!
//! Most blocks are plain ASCII, which one pass recognises; characters beyond ASCII are looked up one by one, at their first
//! byte. The look-up holds for two-byte characters up to U+03FF, among which are all with septets, and the euro sign.

use crate::alphabet::default_units;
use crate::count::Count;
use crate::count::block::{BLOCK, Block, BlockClass, EURO, Window, of_window};
use crate::count::tally::Marks;
use crate::count::utf8::{BlockOps, Capacities, scan_short};
use crate::encoding::Encoding;

/// Counts a text with the instructions that every processor has.
#[inline(never)]
pub(in crate::count) fn scan(text: &str, demanded: Option<Encoding>, full: Capacities) -> Count {
    if text.len() < BLOCK {
        let window = padded(text.as_bytes());
        let units = || units(of_window(&window));
        return scan_short(text.len(), demanded, full, || septets(&window), units);
    }
    let ops = BlockOps {
        is_plain: all_plain,
        septets,
        edge_septets: |text: &[u8]| septets(&padded(text)),
        units,
    };
    ops.scan(text, demanded, full)
}

/// Returns true if all bytes are ASCII of one septet; false for control characters.
#[inline]
pub(crate) fn all_plain<const N: usize>(block: &[u8; N]) -> bool {
    // Between the space and `z` all but `[ \ ] ^` and the backtick are.
    none(block, |byte| {
        byte.wrapping_sub(b' ') > b'z' - b' ' || bracket(byte) || byte == b'`'
    })
}

/// Returns true if all bytes are ASCII with septets; false for control characters.
#[inline]
pub(in crate::count) fn all_printable<const N: usize>(block: &[u8; N]) -> bool {
    none(block, unprintable)
}

/// Classifies a block in the default alphabet.
pub(in crate::count) fn septets(window: &Window) -> BlockClass {
    let block = of_window(window);
    let doubles = mask(block, |byte| bracket(byte) || byte == 0x0C);
    if all_printable(block) {
        let starts = u64::MAX;
        return BlockClass {
            marks: Marks { starts, doubles },
            without: 0,
        };
    }
    let starts = starts(block);
    let mut marks = Marks { starts, doubles };
    let mut without = mask(block, |byte| {
        unprintable(byte) && byte < 0x80 && byte != 0x0A && byte != 0x0C && byte != 0x0D
    });
    let mut leads = mask(block, |byte| byte >= 0xC0);
    while leads != 0 {
        let lead = leads & leads.wrapping_neg();
        match beyond_ascii(window, leads.trailing_zeros() as usize) {
            0 => without |= lead,
            1 => {}
            _ => marks.doubles |= lead,
        }
        leads ^= lead;
    }
    BlockClass { marks, without }
}

/// The 16-bit units of a block.
pub(in crate::count) fn units(block: &Block) -> Marks {
    let any = block
        .iter()
        .fold(0, |any, &byte| any | u8::from(byte >= 0xF0));
    Marks {
        starts: starts(block),
        doubles: if any == 0 {
            0
        } else {
            mask(block, |byte| byte >= 0xF0)
        },
    }
}

/// The block that a text begins with and the two bytes after it; spaces where the text is shorter.
pub(in crate::count) fn padded(text: &[u8]) -> Window {
    let mut window = [b' '; BLOCK + 2];
    let length = text.len().min(window.len());
    window[..length].copy_from_slice(&text[..length]);
    window
}

/// The septets of the character beyond ASCII that begins at `at`, 0 if it has none.
#[inline]
fn beyond_ascii(window: &Window, at: usize) -> u8 {
    /// A bit for each second byte that makes a character of one septet with a first byte, indexed by the lower half of that.
    const SECONDS: [u64; 16] = {
        let mut seconds = [0; 16];
        let mut character = 0x80;
        while character < 0x400 {
            if default_units(character) == 1 {
                seconds[(character >> 6) as usize] |= 1 << (character & 0x3F);
            }
            character += 1;
        }
        seconds
    };
    let [lead, second, third] = [0, 1, 2].map(|index| window[(at & (BLOCK - 1)) + index]);
    if lead < 0xD0 {
        (SECONDS[usize::from(lead & 0x0F)] >> (second & 0x3F) & 1) as u8
    } else {
        2 * u8::from([lead, second, third] == EURO)
    }
}

/// The places of bytes that begin a character: all but `0x80..=0xBF`.
#[inline]
fn starts(block: &Block) -> u64 {
    mask(block, |byte| byte.cast_signed() >= -0x40)
}

/// Returns true if a byte is one of `[ \ ] ^ { | } ~`.
#[inline]
fn bracket(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'{') < 4
}

/// Returns true if a byte is a control character, the backtick, DEL or beyond ASCII.
#[inline]
fn unprintable(byte: u8) -> bool {
    byte.wrapping_sub(0x20) >= 0x5F || byte == b'`'
}

/// Returns true if `holds` is false for every byte.
#[inline]
fn none<const N: usize>(block: &[u8; N], holds: impl Fn(u8) -> bool) -> bool {
    block
        .iter()
        .fold(0, |any, &byte| any | u8::from(holds(byte)))
        == 0
}

/// A bit for each byte that `holds`.
#[inline]
fn mask<const N: usize>(block: &[u8; N], holds: impl Fn(u8) -> bool) -> u64 {
    let flags = block.map(|byte| u8::from(holds(byte)));
    let (eights, _) = flags.as_chunks::<8>();
    eights.iter().rev().fold(0, |places, eight| {
        // The product moves the lowest bit of byte n to bit 56 + n: eight bits, from bit 56 on. The factor has the bits 7m for
        // m = 1..=8, and the sums 8n + 7m of the 64 partial products all differ, so nothing carries into those eight bits.
        let product = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080);
        places << 8 | product >> 56
    })
}
