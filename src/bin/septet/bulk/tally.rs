//! The sums over rows.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use septet::{Count, Encoding};
use serde::{Deserialize, Serialize};

use crate::source::Numbering;
use crate::stream::{Position, Total};
use crate::wording::counted;

use super::groups::{self, Groups};
use super::prices::Found;
use super::savings::Saved;

/// Rows named as the dearest.
const DEAREST: usize = 10;

/// Characters of a text that are kept to show it.
const SHOWN: usize = 200;

/// The sum over rows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Tally {
    pub(super) rows: u64,
    /// Rows that could not be read, which count nowhere else.
    pub(super) bad: u64,
    /// Bad rows that lack the key of the text.
    pub(super) keyless: u64,
    /// The rows that lack a wanted key which has a default, by the index of the key.
    pub(super) absent: BTreeMap<usize, u64>,
    /// Rows whose text is empty, that have the price of all others, and whose number may be North American.
    pub(super) empty: u64,
    pub(super) of_others: u64,
    pub(super) doubtful: u64,
    /// Rows with a price.
    pub(super) priced: u64,
    pub(super) total_segments: u64,
    pub(super) ucs2_rows: u64,
    /// Rows above `--max-segments`.
    pub(super) too_long: u64,
    /// Rows by their number of segments.
    pub(super) segments: BTreeMap<u64, u64>,
    /// The cost of all rows, in billionths of the currency.
    pub(super) cost: i128,
    /// The sums for each value of a column.
    pub(super) groups: Groups,
    /// The savings by each list of substitutions.
    pub(super) saved: Vec<Saved>,
    /// The dearest first.
    pub(super) dearest: Vec<Dear>,
}

/// A row that costs more than most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Dear {
    pub(super) segments: u64,
    pub(super) units: u64,
    pub(super) is_ucs2: bool,
    /// The file, counted from 0, and the line: within its chunk until the chunk is added to others.
    pub(super) file: usize,
    pub(super) line: u64,
    pub(super) numbering: Numbering,
    /// The beginning of the text.
    pub(super) text: String,
}

/// The position of a row: its file, counted from 0, and its line within its chunk.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub(super) file: usize,
    pub(super) line: u64,
    pub(super) numbering: Numbering,
}

impl Tally {
    /// Adds a row.
    pub(super) fn add(&mut self, count: Count, sent: &str, at: At, limit: usize) {
        let (segments, units) = (count.segments() as u64, count.units() as u64);
        let is_ucs2 = count.encoding() == Encoding::Ucs2;
        self.rows += 1;
        self.total_segments += segments;
        self.ucs2_rows += u64::from(is_ucs2);
        self.too_long += u64::from(count.segments() > limit);
        self.empty += u64::from(units == 0);
        *self.segments.entry(segments).or_default() += 1;
        let place = self.place(segments, units);
        if place < DEAREST {
            self.dearest.truncate(DEAREST - 1);
            let dear = Dear {
                segments,
                units,
                is_ucs2,
                file: at.file,
                line: at.line,
                numbering: at.numbering,
                text: sent.chars().take(SHOWN).collect(),
            };
            self.dearest.insert(place, dear);
        }
    }

    /// Notes how the price of a row was found.
    pub(super) fn add_price(&mut self, found: Option<Found>) {
        let Some(found) = found else { return };
        self.priced += 1;
        self.of_others += u64::from(found.is_of_others);
        self.doubtful += u64::from(found.is_doubtful);
    }

    /// What may be meant otherwise than it was counted and priced; rows that are shown tell which texts are empty.
    pub(super) fn warnings(&self, shows_rows: bool) -> Vec<String> {
        let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let mut warnings = Vec::new();
        if self.empty > 0 && !shows_rows {
            warnings.push(match self.empty {
                1 => "1 text is empty and counts as 1 segment".to_owned(),
                empty => format!(
                    "{} are empty and count as 1 segment each",
                    counted(size(empty), "text")
                ),
            });
        }
        if self.of_others > 0 && self.of_others == self.priced {
            warnings.push(
                "no row has a price of its own: all have the price of *; --price-by names the column it depends on".to_owned(),
            );
        }
        if self.doubtful > 0 {
            let numbers = counted(size(self.doubtful), "phone number");
            warnings.push(format!(
                "{numbers} of ten digits without + may be North American: the price is that of the calling code they begin with"
            ));
        }
        warnings
    }

    /// The rank of a row among the dearest, after all rows that cost the same.
    fn place(&self, segments: u64, units: u64) -> usize {
        self.dearest
            .partition_point(|other| (other.segments, other.units) >= (segments, units))
    }
}

impl Total for Tally {
    fn merge(&mut self, chunk: Tally, begin: Position) {
        self.rows += chunk.rows;
        self.bad += chunk.bad;
        self.keyless += chunk.keyless;
        self.empty += chunk.empty;
        self.of_others += chunk.of_others;
        self.priced += chunk.priced;
        self.doubtful += chunk.doubtful;
        for (key, rows) in chunk.absent {
            *self.absent.entry(key).or_default() += rows;
        }
        self.cost = self.cost.saturating_add(chunk.cost);
        groups::merge(&mut self.groups, chunk.groups);
        self.total_segments += chunk.total_segments;
        self.ucs2_rows += chunk.ucs2_rows;
        self.too_long += chunk.too_long;
        for (segments, rows) in chunk.segments {
            *self.segments.entry(segments).or_default() += rows;
        }
        for saved in chunk.saved {
            saved.add_to(&mut self.saved);
        }
        for mut dear in chunk.dearest {
            dear.line += begin.line;
            self.dearest.push(dear);
        }
        // Stable: of rows that cost the same the first one stays before the others.
        self.dearest
            .sort_by_key(|dear| Reverse((dear.segments, dear.units)));
        self.dearest.truncate(DEAREST);
    }

    fn rows(&self) -> (u64, u64) {
        (self.rows, self.bad)
    }
}
