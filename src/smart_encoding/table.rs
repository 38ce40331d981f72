//! The replacements of characters: the run-time form of the tables under `tests/data/smart-encoding/`.
//!
//! Code points lie in spans of near neighbours, one byte each: 0 where a code point is not listed, 1 where
//! it is removed, an ASCII character that replaces it, or the number of a longer replacement in the pool.

use core::ops::Range;

use super::tables::windows_1252::WINDOWS_1252;
use super::{Level, SubstitutionReason};

const UNLISTED: u8 = 0;
const REMOVED: u8 = 1;
const FIRST_POOLED: u8 = 0x80;
/// The replacement is a word of `units`, in the order of code points.
const UNIT: u8 = 0xFE;
/// The code point of the first word of `units`.
const FIRST_UNIT: u32 = 0x3371;
/// The replacement is found by the place of the code point, not by number.
const RARE: u8 = 0xFF;

/// The 128 ASCII characters, each at its own code.
const ASCII: &str = "\u{0}\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\t\n\u{B}\u{C}\r\u{E}\u{F}\u{10}\u{11}\u{12}\u{13}\u{14}\
    \u{15}\u{16}\u{17}\u{18}\u{19}\u{1A}\u{1B}\u{1C}\u{1D}\u{1E}\u{1F} !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKL\
    MNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u{7F}";

/// An ASCII character as a text.
pub(super) fn ascii(character: char) -> Option<&'static str> {
    let at = usize::try_from(u32::from(character)).ok()?;
    ASCII.get(at..=at)
}

/// The character of Windows-1252 at the code of a C1 control.
pub(super) fn windows_1252(character: char) -> Option<&'static str> {
    let at = u32::from(character).checked_sub(0x80)?;
    WINDOWS_1252
        .get(usize::try_from(at).ok()?)
        .copied()
        .filter(|text| !text.is_empty())
}

/// One table; the fields are generated.
pub(super) struct Table {
    /// Bit n: the ASCII character n is listed.
    pub(super) ascii: u128,
    /// The first code point of each span, ascending.
    pub(super) starts: &'static [u32],
    /// The start of each span in `values`; one more entry than `starts`.
    pub(super) offsets: &'static [u16],
    /// One byte for each code point of each span.
    pub(super) values: &'static [u8],
    /// The replacements that are not one ASCII character, end to end.
    pub(super) pool: &'static str,
    /// The end of each replacement in `pool`: the numbered ones, then the rare ones.
    pub(super) ends: &'static [u16],
    /// The places in `values` of the rare replacements, ascending.
    pub(super) rare: &'static [u16],
    /// The end of each run of one kind in `values`, ascending; empty if all are of one kind.
    pub(super) kind_ends: &'static [u16],
    /// The kind of each run, a place in `kinds`.
    pub(super) kind_of_run: &'static [u8],
    /// Levels and reasons.
    pub(super) kinds: &'static [(Level, SubstitutionReason)],
    /// Replacements from [`FIRST_UNIT`] on, with a space between two.
    pub(super) units: &'static str,
}

/// The row of one character.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// The replacement; empty to remove the character.
    pub(super) replacement: &'static str,
    /// The lowest level that replaces it, with the reason; `None` in a provider's table.
    pub(super) kind: Option<(Level, SubstitutionReason)>,
}

/// The table's entry for a code point, and for its neighbours.
pub(super) enum Found {
    /// Nothing, nor of any code point in this range.
    Gap(Range<u32>),
    /// A row. All code points in the range are of the same kind, or not listed.
    Row(Row, Range<u32>),
}

impl Table {
    /// The row of a character, if it is listed.
    pub(super) fn row(&self, character: char) -> Option<Row> {
        match self.find(u32::from(character)) {
            Found::Gap(_) => None,
            Found::Row(row, _) => Some(row),
        }
    }

    /// Looks a code point up.
    pub(super) fn find(&self, code_point: u32) -> Found {
        let next = self.starts.partition_point(|&start| start <= code_point);
        let limit = self.starts.get(next).copied().unwrap_or(u32::MAX);
        let span = next.checked_sub(1).and_then(|span| {
            let start = *self.starts.get(span)?;
            Some((start, *self.offsets.get(span)?, *self.offsets.get(next)?))
        });
        let Some((start, first, end)) = span else {
            return Found::Gap(0..limit);
        };
        let code_point_at = |place: u16| start + u32::from(place - first);
        let place = u16::try_from(code_point - start).ok();
        let place = place.and_then(|distance| first.checked_add(distance));
        let Some(place) = place.filter(|place| *place < end) else {
            return Found::Gap(code_point_at(end)..limit);
        };
        let Some(replacement) = self.replacement(place, code_point) else {
            return Found::Gap(code_point..code_point + 1);
        };
        let (kind, run) = self.kind(place);
        let run = code_point_at(run.start.max(first))..code_point_at(run.end.min(end));
        Found::Row(Row { replacement, kind }, run)
    }

    /// The replacement with this place in `values`; `None` where nothing is listed.
    fn replacement(&self, place: u16, code_point: u32) -> Option<&'static str> {
        Some(match *self.values.get(usize::from(place))? {
            UNLISTED => return None,
            REMOVED => "",
            UNIT => {
                let unit = usize::try_from(code_point.wrapping_sub(FIRST_UNIT)).ok()?;
                self.units.split(' ').nth(unit)?
            }
            RARE => {
                let rare = self.rare.partition_point(|&rare| rare < place);
                self.pooled(self.ends.len() - self.rare.len() + rare)
            }
            value @ FIRST_POOLED.. => self.pooled(usize::from(value - FIRST_POOLED)),
            byte => ascii(char::from(byte)).unwrap_or(""),
        })
    }

    /// The kind of this place in `values`, and the run of places of that kind around it.
    fn kind(&self, place: u16) -> (Option<(Level, SubstitutionReason)>, Range<u16>) {
        let run = self.kind_ends.partition_point(|&end| end <= place);
        let kind = self
            .kind_of_run
            .get(run)
            .and_then(|&kind| self.kinds.get(usize::from(kind)));
        let end_of = |run: usize| self.kind_ends.get(run).copied();
        let start = run.checked_sub(1).and_then(end_of).unwrap_or(0);
        (kind.copied(), start..end_of(run).unwrap_or(u16::MAX))
    }

    fn pooled(&self, number: usize) -> &'static str {
        let end = |number: usize| self.ends.get(number).copied().map_or(0, usize::from);
        let start = number.checked_sub(1).map_or(0, end);
        self.pool.get(start..end(number)).unwrap_or("")
    }
}
