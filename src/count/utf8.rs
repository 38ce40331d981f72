//! Counting UTF-8: 64 bytes at a time, a character at a time only for letters beyond ASCII.

use crate::alphabet::{Alphabet, default_units};
use crate::count::Count;
use crate::count::block::{self, BLOCK, Block};
use crate::count::tally::{Marks, Tally};
use crate::encoding::Encoding;
use crate::segment::Capacity;

/// A block and the two bytes after it, which may complete its last character.
type Window = [u8; BLOCK + 2];

/// Counts a text in the default alphabet where that has every character, else (or where
/// `demanded`) in UCS-2. A text that turns out to need UCS-2 was read up to there in septets, each
/// of its characters being one 16-bit unit.
#[inline]
pub(crate) fn scan(
    text: &str,
    demanded: Option<Encoding>,
    capacity: impl Fn(Encoding) -> Capacity,
) -> Count {
    let bytes = text.as_bytes();
    let mut read = 0;
    if demanded != Some(Encoding::Ucs2) {
        let capacity = capacity(Encoding::Gsm7);
        let mut tally = Tally::new(capacity.concatenated);
        read = windows(bytes, 0, |window, length| gsm7(window, length, &mut tally));
        if read == bytes.len() {
            return tally.count(Encoding::Gsm7, Alphabet::DEFAULT, capacity);
        }
    }
    let capacity = capacity(Encoding::Ucs2);
    let mut tally = Tally::new(capacity.concatenated);
    let mut singles = 0;
    windows(&bytes[..read], 0, |window, length| {
        singles += block::characters(block_of(window)) - (BLOCK - length);
        true
    });
    tally.push_singles(singles);
    windows(bytes, read, |window, length| {
        ucs2(block_of(window), length, &mut tally);
        true
    });
    tally.count(Encoding::Ucs2, Alphabet::DEFAULT, capacity)
}

/// Hands out the text from `read` on, a block at a time, the last ones filled up with spaces, until
/// `step` refuses one; gives the place of that block, or the length of the text.
#[inline]
fn windows(bytes: &[u8], mut read: usize, mut step: impl FnMut(&Window, usize) -> bool) -> usize {
    while let Some(window) = bytes[read..].first_chunk::<{ BLOCK + 2 }>() {
        if !step(window, BLOCK) {
            return read;
        }
        read += BLOCK;
    }
    while read < bytes.len() {
        let rest = &bytes[read..];
        let mut window = [b' '; BLOCK + 2];
        window[..rest.len()].copy_from_slice(rest);
        let length = rest.len().min(BLOCK);
        if !step(&window, length) {
            return read;
        }
        read += length;
    }
    read
}

#[inline]
fn block_of(window: &Window) -> &Block {
    let [block @ .., _, _] = window;
    block
}

/// Tallies the septets of a block, of which the first `length` bytes are text; refuses it where a
/// character has none.
#[inline]
fn gsm7(window: &Window, length: usize, tally: &mut Tally) -> bool {
    let block = block_of(window);
    if block::all_plain(block) {
        tally.push_singles(length);
        return true;
    }
    if block::all_printable(block) {
        let units = length + block::extensions(block);
        let doubles = || block::extension_places(block);
        tally.push_chunk(units, || {
            Marks {
                doubles: doubles(),
                ..Marks::SINGLES
            }
            .first(length)
        });
        return true;
    }
    gsm7_beyond_ascii(window, length, tally)
}

/// The same for a block with line breaks, letters beyond ASCII, or what has no septets.
#[inline(never)]
fn gsm7_beyond_ascii(window: &Window, length: usize, tally: &mut Tally) -> bool {
    let block = block_of(window);
    if block::any_without_code(block) {
        return false;
    }
    let Some(euros) = euros(window) else {
        return false;
    };
    let doubles = block::extensions(block) + euros.count_ones() as usize;
    let units = block::characters(block) - (BLOCK - length) + doubles;
    tally.push_chunk(units, || {
        let doubles = block::extension_places(block) | euros;
        Marks {
            starts: block::character_places(block),
            doubles,
        }
        .first(length)
    });
    true
}

/// The places of the euro sign, the one character of two septets beyond ASCII; `None` where a
/// character beyond ASCII has no septets.
#[inline]
fn euros(window: &Window) -> Option<u64> {
    let mut euros = 0;
    let mut leads = block::lead_places(block_of(window));
    while leads != 0 {
        match default_units(decode(window, leads.trailing_zeros() as usize)) {
            0 => return None,
            1 => {}
            _ => euros |= leads & leads.wrapping_neg(),
        }
        leads &= leads - 1;
    }
    Some(euros)
}

/// The character of two or three bytes that begins at `at`; of four bytes, a character that the
/// alphabet does not have either.
#[inline]
fn decode(window: &Window, at: usize) -> u32 {
    let [lead, second, third] =
        [0, 1, 2].map(|index| u32::from(window[(at & (BLOCK - 1)) + index]));
    if lead < 0xE0 {
        (lead & 0x1F) << 6 | second & 0x3F
    } else {
        (lead & 0x1F) << 12 | (second & 0x3F) << 6 | third & 0x3F
    }
}

/// Tallies the 16-bit units of a block, of which the first `length` bytes are text.
#[inline]
fn ucs2(block: &Block, length: usize, tally: &mut Tally) {
    let doubles = block::beyond_bmp(block);
    let characters = block::characters(block) - (BLOCK - length);
    let units = characters + doubles;
    if doubles == 0 {
        tally.push_singles(units);
    } else if doubles == characters {
        tally.push_doubles(doubles);
    } else {
        tally.push_chunk(units, || {
            let doubles = block::beyond_bmp_places(block);
            Marks {
                starts: block::character_places(block),
                doubles,
            }
            .first(length)
        });
    }
}
