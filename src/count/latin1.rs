//! Counting Latin-1: an octet for each character, as JavaScript engines keep the strings that can be kept so.
//!
//! Every octet is one character and one 16-bit unit, so the first one without septets decides the result: UCS-2 with as many
//! units as octets, whatever else is in the text. Else the chunks are tallied as those of UTF-16 are.
//!
//! Justified by `benches/RESULTS.md`, npm countMany (2026-11-26): half as many octets to write and to read as UTF-16 make
//! `countMany` 1.9 times as fast for each ASCII text of 160 characters as `count`, 1.4 times for Latin text.

use crate::alphabet::Alphabet;
use crate::count::Count;
use crate::count::chunk::LANES;
use crate::count::lanes::Octets;
use crate::count::tally::{Marks, Tally, first};
use crate::encoding::Encoding;
use crate::limits::Capacity;

/// Counts the first `length` characters of some chunks under the default options.
#[must_use]
pub fn scan_latin1(chunks: &[[u8; LANES]], length: usize) -> Count {
    let full = Capacity::by_default(Encoding::Gsm7);
    let (mut tally, mut at) = (Tally::new(full.concatenated), 0);
    for chunk in chunks {
        if at >= length {
            break;
        }
        let (mut octets, starts) = (Octets::new(chunk), first(length - at));
        if length - at < LANES {
            octets = octets.first(length - at);
        }
        let Some(doubles) = octets.doubles() else {
            return of_ucs2(length);
        };
        if doubles == 0 {
            tally.push_singles(starts.count_ones() as usize);
        } else {
            let units = starts.count_ones() + doubles.count_ones();
            tally.push_chunk(units as usize, || Marks { starts, doubles });
        }
        at += LANES;
    }
    tally.count(Encoding::Gsm7, Alphabet::DEFAULT, full)
}

/// Every character of Latin-1 is one 16-bit unit.
fn of_ucs2(length: usize) -> Count {
    let full = Capacity::by_default(Encoding::Ucs2);
    let mut tally = Tally::new(full.concatenated);
    tally.push_singles(length);
    tally.count(Encoding::Ucs2, Alphabet::DEFAULT, full)
}
