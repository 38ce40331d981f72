//! A delimiter, tried on the beginning of a file: the columns that it makes, and the record that names them.

use csv::ByteRecord;

use super::format::Dialect;
use super::wanted::Wanted;

/// Records that are looked at.
pub(super) const RECORDS: usize = 200;

/// Records above a header, at most.
const TITLES: usize = 20;

/// A delimiter, and the table that the file would be with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) dialect: Dialect,
    /// Columns of most records.
    pub(super) columns: usize,
    /// The record that names the columns, and where it starts.
    pub(super) header: usize,
    pub(super) start: usize,
    /// The names that are wanted are in the header.
    pub(super) is_named: bool,
    /// Lines above a later record that has the names which are wanted.
    pub(super) named_later: Option<u64>,
    /// The first record is one cell that has the name which is wanted.
    pub(super) is_alone: bool,
    /// Records from the header on, and those of them that have as many columns as most.
    pub(super) records: usize,
    pub(super) regular: usize,
}

impl Candidate {
    pub(super) fn new(body: &[u8], is_whole: bool, dialect: Dialect, wanted: &Wanted) -> Self {
        let mut records: Vec<ByteRecord> = dialect
            .reader()
            .flexible(true)
            .from_reader(body)
            .into_byte_records()
            .take(RECORDS + 1)
            .filter_map(Result::ok)
            .collect();
        if (!is_whole || records.len() > RECORDS) && records.len() > 1 {
            records.pop();
        }
        let first = records.first().filter(|record| record.len() == 1);
        let is_alone = wanted.has_header && first.is_some_and(|record| wanted.are_in(record));
        let columns = mode(records.iter().map(ByteRecord::len));
        let header = if wanted.has_header && columns > 1 {
            header(&records, columns, wanted)
        } else {
            0
        };
        let start = records.get(header).and_then(|record| record.position());
        let regular = records
            .iter()
            .skip(header)
            .filter(|record| record.len() == columns);
        Candidate {
            dialect,
            columns,
            header,
            start: start.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0)),
            is_named: wanted.has_header
                && records
                    .get(header)
                    .is_some_and(|record| wanted.are_in(record)),
            named_later: named_later(&records, header, wanted),
            is_alone,
            records: records.len() - header.min(records.len()),
            regular: regular.count(),
        }
    }

    /// A table of one column, whose name is the first record.
    pub(super) fn alone(&self) -> Self {
        Candidate {
            columns: 1,
            header: 0,
            start: 0,
            is_named: true,
            ..*self
        }
    }

    /// Compares the shares of records that have as many columns as most.
    pub(super) fn is_more_regular(&self, other: &Candidate) -> std::cmp::Ordering {
        let (this, that) = (self.regular * other.records, other.regular * self.records);
        this.cmp(&that)
    }
}

/// The most frequent number of columns; of equally frequent ones the larger.
fn mode(widths: impl Iterator<Item = usize>) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for width in widths {
        *counts.entry(width).or_insert(0_usize) += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|&(width, count)| (count, width));
    most.map_or(1, |(width, _)| width)
}

/// The record that names the columns: above it stand records with one cell at most, and nothing else.
fn header(records: &[ByteRecord], columns: usize, wanted: &Wanted) -> usize {
    let filled = |record: &ByteRecord| {
        record
            .iter()
            .filter(|cell| !cell.trim_ascii().is_empty())
            .count()
    };
    let last = records
        .iter()
        .take(TITLES + 1)
        .position(|record| filled(record) > 1);
    let last = last.unwrap_or(0);
    let is_named = |record: &ByteRecord| record.len() == columns && wanted.are_in(record);
    if let Some(above) = records[..last].iter().position(is_named) {
        return above;
    }
    // Titles of several cells are narrower than the names below them.
    let mut above = 0;
    for (index, record) in records.iter().take(TITLES + 1).enumerate() {
        let is_wider = filled(record) > above;
        if index >= last && !wanted.columns.is_empty() && is_wider && is_named(record) {
            return index;
        }
        above = above.max(filled(record));
    }
    last
}

/// The lines above a record after the header that has the names which are wanted, where none before it has them.
fn named_later(records: &[ByteRecord], header: usize, wanted: &Wanted) -> Option<u64> {
    let mut first = records.iter().take(TITLES + 1);
    let is_searched = wanted.has_header && !wanted.columns.is_empty();
    let found =
        first.position(|record| is_searched && record.len() > 1 && wanted.are_in(record))?;
    let place = records[found].position().filter(|_| found > header)?;
    Some(place.line() - 1)
}
