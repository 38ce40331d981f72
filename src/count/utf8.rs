//! Counting UTF-8: 32 bytes at a time, a character at a time only for letters beyond ASCII.

use crate::alphabet::{Alphabet, default_units};
use crate::count::Count;
use crate::count::lanes::{LANES, Lanes, padded};
use crate::count::tally::{Marks, Tally};
use crate::encoding::Encoding;
use crate::segment::Capacity;

/// Counts a text in the default alphabet where that has every character, else (or where
/// `demanded`) in UCS-2. A text that turns out to need UCS-2 is not read again: up to there each of
/// its characters takes one 16-bit unit.
#[inline]
pub(crate) fn scan(
    text: &str,
    demanded: Option<Encoding>,
    capacity: impl Fn(Encoding) -> Capacity,
) -> Count {
    let mut read = 0;
    if demanded != Some(Encoding::Ucs2) {
        let capacity = capacity(Encoding::Gsm7);
        let mut tally = Tally::new(capacity.concatenated);
        read = gsm7(text.as_bytes(), &mut tally);
        if read == text.len() {
            return tally.count(Encoding::Gsm7, Alphabet::DEFAULT, capacity);
        }
    }
    let capacity = capacity(Encoding::Ucs2);
    let mut tally = Tally::new(capacity.concatenated);
    ucs2(text.as_bytes(), read, &mut tally);
    tally.count(Encoding::Ucs2, Alphabet::DEFAULT, capacity)
}

/// Tallies septets up to the chunk with a character the default alphabet does not have, and gives
/// the bytes read: all of them where it has every character.
fn gsm7(bytes: &[u8], tally: &mut Tally) -> usize {
    let (chunks, rest) = bytes.as_chunks::<LANES>();
    for (index, chunk) in chunks.iter().enumerate() {
        match gsm7_marks(chunk, &bytes[index * LANES..]) {
            Some(marks) => tally.push_chunk(marks),
            None => return index * LANES,
        }
    }
    let read = bytes.len() - rest.len();
    match gsm7_marks(&padded(rest, b' '), rest) {
        Some(marks) => tally.push_chunk(marks.first(rest.len())),
        None => return read,
    }
    bytes.len()
}

/// The marks of a chunk, which `bytes` begins with and may continue; `None` where a character has
/// no septets.
#[inline]
fn gsm7_marks(chunk: &[u8; LANES], bytes: &[u8]) -> Option<Marks> {
    let lanes = Lanes::new(chunk);
    if lanes.all_plain() {
        return Some(Marks::SINGLES);
    }
    let marks = Marks {
        doubles: lanes.extension(),
        ..Marks::SINGLES
    };
    if lanes.all_printable() {
        Some(marks)
    } else {
        gsm7_marks_beyond(lanes, marks, bytes)
    }
}

/// The same for a chunk with line breaks, letters beyond ASCII, or what has no septets.
#[inline(never)]
fn gsm7_marks_beyond(lanes: Lanes, marks: Marks, bytes: &[u8]) -> Option<Marks> {
    if lanes.without_code() != 0 {
        return None;
    }
    let starts = !lanes.continuation();
    let mut leads = lanes.beyond_ascii() & starts;
    let mut doubles = marks.doubles;
    while leads != 0 {
        match default_units(decode(bytes, leads.trailing_zeros() as usize)) {
            0 => return None,
            1 => {}
            _ => doubles |= leads & leads.wrapping_neg(),
        }
        leads &= leads - 1;
    }
    Some(Marks { starts, doubles })
}

/// The character of two or three bytes that begins at `at`; of four bytes, some character that the
/// alphabet does not have either.
#[inline]
fn decode(bytes: &[u8], at: usize) -> u32 {
    let continuation = |index: usize| u32::from(bytes.get(at + index).copied().unwrap_or(0) & 0x3F);
    let lead = u32::from(bytes[at]);
    if lead < 0xE0 {
        (lead & 0x1F) << 6 | continuation(1)
    } else {
        (lead & 0x1F) << 12 | continuation(1) << 6 | continuation(2)
    }
}

/// Tallies 16-bit units; the first `read` bytes hold no character of two.
fn ucs2(bytes: &[u8], read: usize, tally: &mut Tally) {
    let (before, bytes) = bytes.split_at(read);
    let (chunks, rest) = before.as_chunks::<LANES>();
    let starts = |chunk| (!Lanes::new(chunk).continuation()).count_ones() as usize;
    tally.push_singles(chunks.iter().map(starts).sum());
    debug_assert!(rest.is_empty(), "septets are read by the chunk");

    let (chunks, rest) = bytes.as_chunks::<LANES>();
    for chunk in chunks {
        tally.push_chunk(ucs2_marks(chunk));
    }
    tally.push_chunk(ucs2_marks(&padded(rest, b' ')).first(rest.len()));
}

#[inline]
fn ucs2_marks(chunk: &[u8; LANES]) -> Marks {
    let lanes = Lanes::new(chunk);
    Marks {
        starts: !lanes.continuation(),
        doubles: lanes.beyond_bmp(),
    }
}
