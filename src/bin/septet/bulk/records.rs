//! The rows of a chunk.

use std::borrow::Cow;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::outcome::Failure;
use crate::source::{Dialect, Format, Numbering, line_breaks, lines, suspect};
use crate::stream::{Chunk, utf8};

use super::json::{self, Key, Object, Wanted};
use super::sample::Sample;

/// A row.
pub(super) enum Body<'a> {
    /// A row of CSV: its octets in the file, without the line break, and its cells.
    Cells { raw: &'a [u8], cells: Cells<'a> },
    /// An object, with the keys that were wanted.
    Object(Object<'a>, &'a [Key]),
    /// A text alone.
    Text(Cow<'a, str>),
}

/// The cells of a row of CSV, without quotes.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    octets: &'a [u8],
    ends: &'a [usize],
    /// The escapes of a database were read.
    is_unescaped: bool,
}

impl<'a> Cells<'a> {
    /// The cells in their order.
    pub(super) fn iter(self) -> impl Iterator<Item = &'a [u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(self.ends)
            .map(|(start, end)| &self.octets[start..*end])
    }

    const fn len(self) -> usize {
        self.ends.len()
    }

    /// Returns `true` if there are several cells, and all of them are empty: spreadsheets write such rows behind a table.
    fn are_blank(self) -> bool {
        self.len() > 1 && self.ends.last() == Some(&0)
    }

    fn get(self, place: usize) -> Option<&'a [u8]> {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.ends.get(place).map(|end| &self.octets[start..*end])
    }
}

impl<'a> Body<'a> {
    /// The cells of a row of CSV; a text alone is one.
    pub(super) fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let (cells, line) = match self {
            Body::Cells { cells, .. } => (Some(cells.iter()), None),
            Body::Text(text) => (None, Some(text.as_bytes())),
            Body::Object(..) => (None, None),
        };
        cells.into_iter().flatten().chain(line)
    }

    /// Returns `true` if one of the wanted keys is missing.
    pub(super) fn lacks_a_key(&self) -> bool {
        match self {
            Body::Object(object, keys) => object.lacks_a_key(keys),
            Body::Cells { .. } | Body::Text(_) => false,
        }
    }

    /// Returns `true` if a wanted key is missing or null.
    pub(super) fn lacks(&self, place: usize) -> bool {
        match self {
            Body::Object(object, keys) => object.lacks(place, &keys[place]),
            Body::Cells { .. } | Body::Text(_) => false,
        }
    }

    /// The text of a column, or of one of the wanted keys.
    pub(super) fn value(&self, place: usize) -> Result<Cow<'a, str>, String> {
        match self {
            Body::Text(text) => Ok(text.clone()),
            Body::Object(object, keys) => object.text(place, &keys[place]),
            Body::Cells { cells, .. } => {
                let cell = cells.get(place).unwrap_or_default();
                utf8(cell).map(Cow::Borrowed)
            }
        }
    }

    /// The value of a column as a text that is sent, which no sign of a mistake is.
    pub(super) fn text(&self, place: usize) -> Result<Cow<'a, str>, String> {
        let text = self.value(place)?;
        let suspect = match self {
            Body::Cells { cells, .. } => suspect::text(&text, cells.is_unescaped),
            _ => None,
        };
        suspect.map_or(Ok(text), Err)
    }
}

/// The form of rows, the same for all chunks.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a trait of the files or the options"
)]
pub(super) struct Shape {
    pub(super) format: Format,
    /// The columns of CSV.
    pub(super) columns: Vec<String>,
    /// The first row of a file has the names of the columns.
    pub(super) has_header: bool,
    /// The escapes of a database were read.
    pub(super) is_unescaped: bool,
    /// The keys of a JSON object that are wanted, and those it must not have.
    pub(super) wanted: Vec<Key>,
    pub(super) taken: Vec<String>,
    /// The text is under the only key of the first object.
    pub(super) is_only_key: bool,
    pub(super) is_lossy: bool,
    pub(super) sample: Option<Sample>,
}

impl Shape {
    /// Returns `true` if the row at this octet of a chunk belongs to the sample.
    fn takes(&self, chunk: &Chunk, at: usize) -> bool {
        let takes = |sample: Sample| sample.takes(chunk.file, chunk.offset + at as u64);
        self.sample.is_none_or(takes)
    }
}

/// Reads the rows of chunks; keeps its memory from one to the next.
pub(super) struct Records<'s> {
    shape: &'s Shape,
    reader: Reader,
    octets: Vec<u8>,
    ends: Vec<usize>,
}

impl<'s> Records<'s> {
    pub(super) fn new(shape: &'s Shape) -> Self {
        let mut builder = ReaderBuilder::new();
        if let Format::Csv(dialect) = shape.format {
            builder
                .delimiter(dialect.delimiter)
                .quoting(dialect.has_quotes);
        }
        Records {
            shape,
            reader: builder.build(),
            octets: Vec::new(),
            ends: vec![0; shape.columns.len() + 1],
        }
    }

    /// Hands over every row, with the line breaks before it, or why it is a bad one; gives the line breaks of all.
    pub(super) fn each(
        &mut self,
        chunk: &Chunk,
        visit: impl FnMut(u64, Result<Body, String>),
    ) -> Result<u64, Failure> {
        let mut octets = &chunk.octets[..];
        let is_utf8 = simdutf8::basic::from_utf8(octets).is_ok();
        let repaired;
        if self.shape.is_lossy && !is_utf8 {
            repaired = String::from_utf8_lossy(octets);
            octets = repaired.as_bytes();
        }
        let shape = self.shape;
        match shape.format {
            Format::Csv(dialect) => {
                let is_utf8 = is_utf8 || self.shape.is_lossy;
                self.each_record(octets, chunk, dialect, is_utf8, visit)
            }
            Format::Lines => {
                let text = |line| line_of_text(line).map(Cow::Borrowed);
                let read = |line| Some(text(line).map(Body::Text));
                Ok(each_line(octets, |at| shape.takes(chunk, at), read, visit))
            }
            Format::Strings => {
                let read = |line| string(line);
                Ok(each_line(octets, |at| shape.takes(chunk, at), read, visit))
            }
            Format::Ndjson => {
                let wanted = Wanted {
                    keys: &shape.wanted,
                    taken: &shape.taken,
                    is_only: shape.is_only_key,
                };
                let read = |line| object(line, &wanted);
                Ok(each_line(octets, |at| shape.takes(chunk, at), read, visit))
            }
        }
    }

    fn each_record(
        &mut self,
        octets: &[u8],
        chunk: &Chunk,
        dialect: Dialect,
        is_utf8: bool,
        mut visit: impl FnMut(u64, Result<Body, String>),
    ) -> Result<u64, Failure> {
        let mut is_header = chunk.first.is_some() && self.shape.has_header;
        let mut rows = Rows {
            numbering: chunk.numbering,
            next: 0,
        };
        let has_zeros = memchr::memchr(0, octets).is_some();
        // All at once, as a pass over each row costs a quarter more.
        let closes_early = suspect::closes_early(octets, dialect);
        self.reader.reset();
        // A mark of byte order stands before a file, not before a chunk: the reader has begun by then.
        let _ = self.reader.read_record(b"\n", &mut [], &mut []);
        self.reader.set_line(1);
        if self.octets.len() <= octets.len() {
            self.octets.resize(octets.len() + 1, 0);
        }
        let mut at = 0;
        loop {
            let (start, before) = (at, self.reader.line() - 1);
            let Some(cells) = self.record(octets, &mut at) else {
                let (blank, _) = trimmed(&octets[start..]);
                return Ok(rows.end(self.reader.line() - 1, blank));
            };
            let cells = Cells {
                octets: &self.octets,
                ends: &self.ends[..cells],
                is_unescaped: self.shape.is_unescaped,
            };
            let (blank, raw) = trimmed(&octets[start..at]);
            let line = rows.number(before, blank);
            let breaks = self.reader.line() - 1 - before - blank;
            let is_long = breaks > u64::from(octets[..at].ends_with(b"\n"));
            if is_header {
                is_header = false;
                self.check_header(cells)?;
                continue;
            }
            if cells.are_blank() || !self.shape.takes(chunk, start) {
                continue;
            }
            let columns = self.shape.columns.len();
            let suspect = || suspect::quotes(raw, is_long, dialect, columns);
            let is_repeated =
                || self.shape.has_header && suspect::is_header(cells.iter(), &self.shape.columns);
            let body = if cells.len() != columns {
                Err(format!("{} instead of {columns} columns", cells.len()))
            } else if has_zeros && raw.contains(&0) {
                Err(suspect::ZERO.to_owned())
            } else if let Some(reason) = (closes_early || is_long).then(suspect).flatten() {
                Err(reason)
            } else if is_repeated() {
                Err(suspect::HEADER_AGAIN.to_owned())
            } else if is_utf8 {
                Ok(Body::Cells { raw, cells })
            } else {
                utf8(raw).map(|_| Body::Cells { raw, cells })
            };
            visit(line, body);
        }
    }

    /// Reads the next record; gives the number of its cells.
    fn record(&mut self, octets: &[u8], at: &mut usize) -> Option<usize> {
        let (mut written, mut cells) = (0, 0);
        loop {
            let (result, read, wrote, ended) = self.reader.read_record(
                &octets[*at..],
                &mut self.octets[written..],
                &mut self.ends[cells..],
            );
            *at += read;
            written += wrote;
            cells += ended;
            match result {
                ReadRecordResult::Record => return Some(cells),
                ReadRecordResult::End => return None,
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                // There is room for every octet of the chunk, and no octets at all mean its end.
                ReadRecordResult::OutputFull | ReadRecordResult::InputEmpty => {}
            }
        }
    }

    /// Every file names the same columns.
    fn check_header(&self, cells: Cells) -> Result<(), Failure> {
        let names = cells.iter().map(suspect::unmarked).map(<[u8]>::trim_ascii);
        if names.eq(self.shape.columns.iter().map(String::as_bytes)) {
            return Ok(());
        }
        let names: Vec<_> = cells.iter().map(String::from_utf8_lossy).collect();
        Err(Failure::Input(format!(
            "the columns are {}; those of the first file are {}",
            names.join(", "),
            self.shape.columns.join(", ")
        )))
    }
}

fn line_of_text(line: &[u8]) -> Result<&str, String> {
    match memchr::memchr(0, line) {
        Some(_) => Err(suspect::ZERO.to_owned()),
        None => utf8(line),
    }
}

/// The numbers of rows within a chunk.
struct Rows {
    numbering: Numbering,
    /// The number of the next row of a sheet.
    next: u64,
}

impl Rows {
    /// The number of a row after so many lines and blank ones.
    fn number(&mut self, lines: u64, blank: u64) -> u64 {
        match self.numbering {
            Numbering::Lines => lines + blank,
            Numbering::Rows => {
                let row = self.next + blank;
                self.next = row + 1;
                row
            }
        }
    }

    /// The numbers that the chunk takes, which ends with so many blank lines.
    const fn end(&self, lines: u64, blank: u64) -> u64 {
        match self.numbering {
            Numbering::Lines => lines,
            Numbering::Rows => self.next + blank,
        }
    }
}

/// An object, if there is anything on the line.
fn object<'a>(line: &'a [u8], wanted: &Wanted<'a>) -> Option<Result<Body<'a>, String>> {
    let line = line.trim_ascii();
    let read = || {
        if line.starts_with(b"\"") {
            let hint = "it is a string; an array of strings is read without --column";
            return Err(format!("not a JSON object: {hint}"));
        }
        let object = Object::read(utf8(line)?, wanted)?;
        if let Some(other) = object.other.as_ref().filter(|_| wanted.is_only) {
            return Err(format!(
                "there is a key {other}, which the first object lacks: say with --column which key holds the text"
            ));
        }
        Ok(Body::Object(object, wanted.keys))
    };
    (!line.is_empty()).then(read)
}

/// A string, if there is anything on the line.
fn string(line: &[u8]) -> Option<Result<Body<'_>, String>> {
    let line = line.trim_ascii();
    let read = || json::text(utf8(line)?).map(Body::Text);
    (!line.is_empty()).then(read)
}

/// Hands over every line of which `read` makes something; gives the number of line breaks.
fn each_line<'a>(
    octets: &'a [u8],
    is_taken: impl Fn(usize) -> bool,
    read: impl Fn(&'a [u8]) -> Option<Result<Body<'a>, String>>,
    mut visit: impl FnMut(u64, Result<Body<'a>, String>),
) -> u64 {
    for (number, line) in lines(octets) {
        // The address of a line tells where it begins in the chunk.
        let at = line.as_ptr().addr() - octets.as_ptr().addr();
        if is_taken(at)
            && let Some(body) = read(line)
        {
            visit(number, body);
        }
    }
    line_breaks(octets)
}

/// A record without the line breaks around it, and the number of those before it.
fn trimmed(record: &[u8]) -> (u64, &[u8]) {
    let is_break = |octet: &u8| matches!(octet, b'\n' | b'\r');
    let blank = record.iter().take_while(|octet| is_break(octet)).count();
    let breaks = record[..blank].iter().filter(|octet| **octet == b'\n');
    let breaks = breaks.count() as u64;
    let record = &record[blank..];
    let record = record.strip_suffix(b"\n").unwrap_or(record);
    (breaks, record.strip_suffix(b"\r").unwrap_or(record))
}
