//! A file of text as the other sub-commands read it.

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::Path;

use csv::ByteRecord;
use indicatif::ProgressBar;

use super::texts::Objects;
use super::unreadable::FileError;
use crate::outcome::Failure;
use crate::source::{
    self, Dialect, Format, InputFile, InputOptions, Numbering, Opened, Purpose, Wanted,
};

/// Records of CSV from which the engine takes types, and octets in which they are looked for.
const RECORDS: usize = 1_000;
const HEAD: u64 = 1 << 20;

/// How files are read, the same for all of a query.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) options: InputOptions,
    pub(super) has_header: bool,
    pub(super) is_lossy: bool,
}

/// A file of text.
pub(super) struct TextFile {
    name: String,
    has_header: bool,
    opened: Opened,
}

impl TextFile {
    /// Opens a file; the error is the sentence that the other sub-commands print.
    pub(super) fn open(path: OsString, reading: &Reading) -> Result<Self, FileError> {
        let wanted = Wanted {
            columns: Vec::new(),
            has_header: reading.has_header,
            is_table: true,
            purpose: Purpose::Query,
            ..Wanted::default()
        };
        let file = InputFile::from(path);
        let name = file.name();
        let bar = ProgressBar::hidden();
        let opened = source::open(&file, &reading.options, &wanted, reading.is_lossy, &bar);
        match opened {
            Ok(opened) => Ok(TextFile {
                name,
                has_header: reading.has_header,
                opened,
            }),
            Err(Failure::Input(message) | Failure::Usage(message)) => {
                Err(FileError::said(&name, message))
            }
            Err(_) => Err(FileError::empty(&name)),
        }
    }

    /// Returns `true` if the first record of CSV names the columns.
    pub(super) const fn has_header(&self) -> bool {
        self.has_header
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The dialect of CSV; `None` for JSON and for lines.
    pub(super) const fn dialect(&self) -> Option<Dialect> {
        match self.opened.format {
            Format::Csv(dialect) => Some(dialect),
            Format::Ndjson | Format::Strings | Format::Lines => None,
        }
    }

    /// Returns `true` if the engine gets other octets than those that are stored.
    pub(super) const fn is_converted(&self) -> bool {
        self.is_rewritten() || !self.opened.is_plain && self.dialect().is_some()
    }

    /// Returns `true` if the octets are handed out here: JSON on lines the engine reads and unpacks by itself, on all cores.
    pub(super) const fn is_handed_out(&self) -> bool {
        self.is_rewritten() || self.dialect().is_some()
    }

    /// Returns `true` for texts alone, a JSON document, or lines of JSON that had to be decoded.
    pub(super) const fn is_rewritten(&self) -> bool {
        match self.opened.format {
            Format::Csv(_) => false,
            Format::Strings | Format::Lines => true,
            Format::Ndjson => {
                matches!(self.opened.numbering, Numbering::Rows)
                    || !self.opened.is_utf8
                    || self.opened.prelude.octets > 0
            }
        }
    }

    /// The line of the first record, counted from 1; `None` if records are not numbered by lines.
    pub(super) const fn line(&self) -> Option<u64> {
        match self.opened.numbering {
            Numbering::Lines => Some(self.opened.prelude.lines + 1),
            Numbering::Rows => None,
        }
    }

    /// The reader, from the first record on.
    pub(super) fn into_reader(self) -> io::Result<Box<dyn Read + Send>> {
        let (format, lines) = (self.opened.format, self.opened.prelude.lines);
        let reader = self.opened.records()?;
        Ok(match format {
            Format::Csv(_) | Format::Ndjson => reader,
            Format::Strings => Box::new(Objects::new(reader, true, lines)),
            Format::Lines => Box::new(Objects::new(reader, false, lines)),
        })
    }

    /// Reads the columns of CSV; `None` for other formats.
    pub(super) fn columns(self, reading: &Reading) -> Result<Option<Columns>, FileError> {
        let Some(dialect) = self.dialect() else {
            return Ok(None);
        };
        let name = self.name.clone();
        let columns = self
            .into_reader()
            .and_then(|reader| Columns::read(reader, dialect, reading));
        let columns =
            columns.map_err(|error| FileError::said(&name, format!("{name}: {error}")))?;
        match columns.twice() {
            Some(twice) if reading.has_header => Err(FileError::said(
                &name,
                format!(
                    "{name}: {twice}: give each a name of its own, or leave out the header with --skip-lines and --no-header"
                ),
            )),
            _ => Ok(Some(columns)),
        }
    }
}

/// The columns of a file of CSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) dialect: Dialect,
    /// The first record.
    pub(super) names: Vec<String>,
    /// The columns in which numbers begin with a zero, as postcodes and codes do: they are texts.
    pub(super) texts: Vec<usize>,
}

impl Columns {
    fn read(reader: impl Read, dialect: Dialect, reading: &Reading) -> io::Result<Self> {
        let mut reader = dialect
            .reader()
            .flexible(true)
            .from_reader(reader.take(HEAD));
        let mut record = ByteRecord::new();
        let mut columns = Columns {
            dialect,
            names: Vec::new(),
            texts: Vec::new(),
        };
        for row in 0..=RECORDS {
            if !reader.read_byte_record(&mut record)? {
                break;
            }
            if row == 0 {
                let names = record
                    .iter()
                    .map(|name| String::from_utf8_lossy(name).trim().to_owned());
                columns.names = names.collect();
            }
            if row > 0 || !reading.has_header {
                let codes = record.iter().enumerate().filter(|(_, cell)| is_code(cell));
                columns.texts.extend(codes.map(|(place, _)| place));
            }
        }
        columns.texts.sort_unstable();
        columns.texts.dedup();
        Ok(columns)
    }

    /// A name that several columns have, and which these are.
    fn twice(&self) -> Option<String> {
        let mut names = self.names.iter().enumerate();
        let (first, name) = names.find(|(place, name)| self.names[..*place].contains(name))?;
        let before = self.names.iter().position(|other| other == name)?;
        let what = if name.is_empty() {
            "have no name".to_owned()
        } else {
            format!("are called {name}")
        };
        Some(format!(
            "the columns {} and {} {what}",
            before + 1,
            first + 1
        ))
    }

    /// Compares the columns with those of the first file: the engine reads them by their order.
    pub(super) fn refuse_others(
        &self,
        path: &Path,
        first: &Columns,
        has_header: bool,
    ) -> Result<(), FileError> {
        let name = path.display();
        if self.names.is_empty() || first.names.is_empty() {
            return Ok(());
        }
        if self.dialect != first.dialect {
            return Err(FileError::of(format!(
                "'{name}' does not hold the same format as the first file: their columns are separated differently"
            )));
        }
        if has_header && self.names != first.names {
            return Err(FileError::of(format!(
                "'{name}' has other columns: {}; those of the first file are {}",
                self.names.join(", "),
                first.names.join(", ")
            )));
        }
        Ok(())
    }
}

/// Returns `true` for digits after a zero, of which a number would lose it.
fn is_code(cell: &[u8]) -> bool {
    let digits = cell.strip_prefix(b"-").unwrap_or(cell);
    digits.len() > 1 && digits[0] == b'0' && digits.iter().all(u8::is_ascii_digit)
}
