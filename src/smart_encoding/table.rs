//! What a character is replaced with: the run-time form of the tables under `tests/data/smart-encoding/`.
//!
//! Code points lie in spans of near neighbours, one byte each: 0 where a code point is not listed, 1 where
//! it is removed, an ASCII character that replaces it, or the number of a longer replacement in the pool.

use core::ops::Range;

use super::{Level, Reason};

const UNLISTED: u8 = 0;
const REMOVED: u8 = 1;
const FIRST_POOLED: u8 = 0x80;
/// The replacement is found by the place of the code point, not by number.
const RARE: u8 = 0xFF;

/// The 128 ASCII characters, each at its own code.
const ASCII: &str = "\u{0}\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\t\n\u{B}\u{C}\r\u{E}\u{F}\u{10}\u{11}\u{12}\u{13}\u{14}\
    \u{15}\u{16}\u{17}\u{18}\u{19}\u{1A}\u{1B}\u{1C}\u{1D}\u{1E}\u{1F} !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKL\
    MNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u{7F}";

/// One table; the fields are generated.
pub(super) struct Table {
    /// Bit n: the ASCII character n is listed.
    pub(super) ascii: u128,
    /// The first code point of each span, ascending.
    pub(super) starts: &'static [u32],
    /// Where each span begins in `values`; one more entry than `starts`.
    pub(super) offsets: &'static [u16],
    /// One byte for each code point of each span.
    pub(super) values: &'static [u8],
    /// The replacements that are not one ASCII character, end to end.
    pub(super) pool: &'static str,
    /// Where each replacement ends in `pool`: the numbered ones, then the rare ones.
    pub(super) ends: &'static [u16],
    /// The places in `values` of the rare replacements, ascending.
    pub(super) rare: &'static [u16],
    /// Where each run of one kind ends in `values`, ascending; empty where all are of one kind.
    pub(super) kind_ends: &'static [u16],
    /// The kind of each run, a place in `kinds`.
    pub(super) kind_of_run: &'static [u8],
    /// Levels and reasons.
    pub(super) kinds: &'static [(Level, Reason)],
}

/// The row of one character.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// What stands in its place; empty where it is removed.
    pub(super) replacement: &'static str,
    /// The lowest level that replaces it, and why; `None` in a provider's table.
    pub(super) kind: Option<(Level, Reason)>,
}

impl Table {
    /// The row of a character, if it is listed.
    pub(super) fn row(&self, character: char) -> Option<Row> {
        self.row_or_gap(u32::from(character)).ok()
    }

    /// The row of a code point, or code points around it of which none is listed.
    pub(super) fn row_or_gap(&self, code_point: u32) -> Result<Row, Range<u32>> {
        let next = self.starts.partition_point(|&start| start <= code_point);
        let limit = self.starts.get(next).copied().unwrap_or(u32::MAX);
        let span = next.checked_sub(1).and_then(|span| {
            let start = *self.starts.get(span)?;
            Some((start, *self.offsets.get(span)?, *self.offsets.get(next)?))
        });
        let Some((start, first, end)) = span else {
            return Err(0..limit);
        };
        let place = u32::from(first) + (code_point - start);
        if place >= u32::from(end) {
            return Err(start + u32::from(end - first)..limit);
        }
        let row = usize::try_from(place).ok().and_then(|place| self.at(place));
        row.ok_or(code_point..code_point + 1)
    }

    /// The row with this place in `values`.
    fn at(&self, place: usize) -> Option<Row> {
        let replacement = match *self.values.get(place)? {
            UNLISTED => return None,
            REMOVED => "",
            RARE => {
                let rare = self.rare.partition_point(|&rare| usize::from(rare) < place);
                self.pooled(self.ends.len() - self.rare.len() + rare)
            }
            value @ FIRST_POOLED.. => self.pooled(usize::from(value - FIRST_POOLED)),
            ascii => ASCII
                .get(usize::from(ascii)..=usize::from(ascii))
                .unwrap_or(""),
        };
        let run = self
            .kind_ends
            .partition_point(|&end| usize::from(end) <= place);
        let kind = self
            .kind_of_run
            .get(run)
            .and_then(|&kind| self.kinds.get(usize::from(kind)));
        Some(Row {
            replacement,
            kind: kind.copied(),
        })
    }

    fn pooled(&self, number: usize) -> &'static str {
        let end = |number: usize| self.ends.get(number).copied().map_or(0, usize::from);
        let start = number.checked_sub(1).map_or(0, end);
        self.pool.get(start..end(number)).unwrap_or("")
    }
}
