//! Opening a file: all steps from its octets to records of UTF-8.

use std::io::{self, Cursor, Read};
use std::path::Path;

use indicatif::ProgressBar;

use super::archive::{self, Archive, Book, Stored};
use super::charset::{self, Decoded, byte_order_mark};
use super::database::Unescaped;
use super::dialect;
use super::document::Elements;
use super::file::InputFile;
use super::format::{Dialect, Format, FormatName, Numbering, packing, unpacked};
use super::line_ends::with_line_feeds;
use super::magic::{self, Kind};
use super::opened::{Opened, Prelude};
use super::options::InputOptions;
use super::peeked::{HEAD, Peeked};
use super::split::line_breaks;
use super::strings;
use super::unpack::unpack;
use super::wanted::{Purpose, Wanted};
use super::workbook;
use crate::outcome::Failure;

/// Octets of a workbook or an archive that comes through a pipe, at most: these are kept in memory.
const IN_MEMORY: u64 = 1 << 30;

/// Opens a file.
pub(crate) fn open(
    file: &InputFile,
    options: &InputOptions,
    wanted: &Wanted,
    is_lossy: bool,
    bar: &ProgressBar,
) -> Result<Opened, Failure> {
    let stored = Peeked::new(file.reader(bar)?).map_err(|error| file.unreadable(&error))?;
    let opening = Opening {
        file,
        name: file.name(),
        options,
        wanted,
        is_lossy,
    };
    opening.identify(stored, file.path(), false)
}

/// The opening of one file.
struct Opening<'a> {
    file: &'a InputFile,
    name: String,
    options: &'a InputOptions,
    wanted: &'a Wanted,
    is_lossy: bool,
}

impl Opening<'_> {
    fn failure(&self, message: impl std::fmt::Display) -> Failure {
        Failure::Input(format!("{}: {message}", self.name))
    }

    /// The octets of the lines that are left out after the mark.
    fn skipped(&self, text: &Peeked, mark: usize) -> Result<usize, Failure> {
        let skipped = text.lines(mark, self.options.skip_lines);
        skipped.ok_or_else(|| self.failure("the lines of --skip-lines are longer than 64 KiB"))
    }

    fn peeked(&self, reader: Box<dyn Read + Send>) -> Result<Peeked, Failure> {
        Peeked::new(reader).map_err(|error| self.file.unreadable(&error))
    }

    /// Unpacks what is packed; `path` is the name of the octets, from which their format follows.
    fn identify(&self, octets: Peeked, path: &Path, is_unpacked: bool) -> Result<Opened, Failure> {
        let kind = magic::kind(&octets.head[..octets.head.len().min(magic::LENGTH)]);
        match kind {
            Some(Kind::Packed(_)) if is_unpacked => {
                Err(self.failure("is packed twice: unpack it first"))
            }
            Some(Kind::Packed(packing)) => {
                let octets = self.peeked(unpack(packing, octets.into_reader()))?;
                let inner = unpacked(path);
                self.identify(octets, inner, true)
            }
            Some(Kind::Zip) => {
                match archive::open(self.seekable(octets, is_unpacked)?, &self.name)? {
                    Archive::Workbook(book, stored) => self.workbook(book, stored),
                    Archive::File(_, _) if is_unpacked => {
                        Err(self.failure("is packed twice: unpack it first"))
                    }
                    Archive::File(reader, entry) => {
                        self.identify(self.peeked(reader)?, Path::new(&entry), true)
                    }
                }
            }
            Some(Kind::Compound) => {
                let stored = self.seekable(octets, is_unpacked)?;
                self.workbook(Book::Xls, stored)
            }
            Some(Kind::Other(what @ "a Parquet file", _))
                if self.wanted.purpose == Purpose::Query =>
            {
                Err(self.failure(format_args!("is {what}: its name must end in .parquet")))
            }
            Some(Kind::Other(what, todo)) => Err(self.failure(format_args!("is {what}: {todo}"))),
            None => match packing(path).filter(|_| !is_unpacked) {
                Some(packing) => Err(self.failure(format_args!(
                    "its name ends in .{}, but it is not packed by {}",
                    packing.extension(),
                    packing.name()
                ))),
                None => self.decode(octets, path, is_unpacked),
            },
        }
    }

    /// The file itself where it can be sought in, else its octets in memory.
    fn seekable(&self, octets: Peeked, is_unpacked: bool) -> Result<Box<dyn Stored>, Failure> {
        if self.file.is_regular() && !is_unpacked {
            return Ok(Box::new(self.file.open()?));
        }
        let mut all = Vec::new();
        let mut reader = octets.into_reader().take(IN_MEMORY + 1);
        reader
            .read_to_end(&mut all)
            .map_err(|error| self.file.unreadable(&error))?;
        if all.len() as u64 > IN_MEMORY {
            return Err(self.failure("is larger than 1 GiB: write it to a file first"));
        }
        Ok(Box::new(Cursor::new(all)))
    }

    fn workbook(&self, book: Book, stored: Box<dyn Stored>) -> Result<Opened, Failure> {
        let (sheet, skipped) = (self.options.sheet.as_deref(), self.options.skip_lines);
        let csv = workbook::read(book, stored, sheet, skipped, &self.name)?;
        let head = &csv[..csv.len().min(HEAD)];
        let options = InputOptions {
            delimiter: Some(b','),
            ..InputOptions::default()
        };
        let is_whole = head.len() == csv.len();
        let found = dialect::detect(head, is_whole, b',', self.wanted, &options)
            .map_err(|message| self.failure(message))?;
        Ok(Opened {
            format: Format::Csv(found.dialect),
            numbering: Numbering::Rows,
            prelude: Prelude {
                octets: found.prelude as u64,
                lines: line_breaks(&head[..found.prelude]),
            },
            titles: found.titles,
            is_plain: false,
            is_utf8: true,
            reader: Box::new(Cursor::new(csv)),
        })
    }

    /// Decodes the characters.
    fn decode(&self, octets: Peeked, path: &Path, is_unpacked: bool) -> Result<Opened, Failure> {
        let marked = byte_order_mark(&octets.head);
        let encoding = marked
            .map(|(encoding, _)| encoding)
            .or(self.options.input_encoding);
        // The query engine takes nothing but UTF-8; elsewhere rows are repaired one by one.
        let is_repaired = self.is_lossy && self.wanted.purpose == Purpose::Query;
        let encoding = encoding.or(is_repaired.then_some(encoding_rs::UTF_8));
        match encoding {
            Some(encoding) if is_repaired || !charset::is_utf8(encoding) => {
                let decoded = Decoded::new(octets.into_reader(), encoding, self.is_lossy);
                let mut text = self.peeked(Box::new(decoded))?;
                text.is_utf8 = false;
                self.format(text, path, 0, false)
            }
            _ => {
                let mark = marked.map_or(0, |(_, length)| length);
                if let Some(encoding) = charset::unmarked_utf16(&octets.head) {
                    return Err(self.failure(format_args!(
                        "seems to be {0} without a byte order mark: --input-encoding {1} reads it",
                        encoding.name(),
                        encoding.name().to_ascii_lowercase()
                    )));
                }
                self.format(octets, path, mark, !is_unpacked)
            }
        }
    }

    /// Finds the format of text that begins with a byte order mark of this length.
    fn format(
        &self,
        text: Peeked,
        path: &Path,
        mark: usize,
        is_plain: bool,
    ) -> Result<Opened, Failure> {
        let name = self.options.format.or_else(|| FormatName::of(path));
        let first = text.head[mark..].trim_ascii_start().first();
        let name = name.or_else(|| matches!(first, Some(b'[' | b'{')).then_some(FormatName::Json));
        let Some(name) = name else {
            return Err(Failure::usage(format!(
                "{}: say what it holds with --{} csv, tsv, ndjson, json, xlsx or lines",
                self.name,
                self.wanted.purpose.format_option()
            )));
        };
        if let Some(markup) =
            magic::markup(&text.head[mark..]).filter(|_| name != FormatName::Lines)
        {
            return Err(self.failure(format_args!(
                "is {markup}: open it where it came from, and export it as CSV or .xlsx"
            )));
        }
        let is_json = self.options.format.is_none() && magic::is_json(&text.head[mark..]);
        if is_json && matches!(name, FormatName::Csv | FormatName::Tsv) {
            return Err(self.failure("holds JSON, not a table: say so with --format json"));
        }
        match name {
            FormatName::Xlsx => Err(self.failure(format_args!(
                "is not a workbook, though it is called one: say what it holds with --{} csv, tsv or lines",
                self.wanted.purpose.format_option()
            ))),
            FormatName::Json if first == Some(&b'"') && self.takes_texts() => {
                self.records(text, Format::Ndjson, mark, is_plain)
            }
            FormatName::Json => self.document(text, mark),
            FormatName::Ndjson if first == Some(&b'[') || self.is_document(&text.head[mark..], path) => self.document(text, mark),
            FormatName::Ndjson => self.records(text, Format::Ndjson, mark, is_plain),
            FormatName::Csv => self.table(text, b',', mark, is_plain),
            FormatName::Tsv => self.table(text, b'\t', mark, is_plain),
            FormatName::Lines => {
                let is_asked = self.options.format.is_some();
                let head = &text.head[mark..];
                let is_table = self.wanted.is_table || self.options.delimiter.is_some() || dialect::is_table(head, text.is_whole, b'\t') || dialect::is_named_table(head, text.is_whole, self.wanted);
                if is_table && !is_asked {
                    self.table(text, b'\t', mark, is_plain)
                } else {
                    self.records(text, Format::Lines, mark, is_plain)
                }
            }
        }
    }

    /// The elements of a JSON document.
    fn document(&self, mut text: Peeked, mark: usize) -> Result<Opened, Failure> {
        if self.options.skip_lines > 0 {
            return Err(Failure::usage(
                "--skip-lines is for lines and rows, not for a JSON document",
            ));
        }
        text.head.drain(..mark);
        // A query has functions for lists within objects.
        let is_asked = self.wanted.purpose == Purpose::Texts && self.takes_texts();
        let elements = Elements::new(text.into_reader(), is_asked);
        let elements = self.peeked(Box::new(elements))?;
        Ok(Opened {
            format: self.lines_of_json(&elements.head),
            reader: elements.into_reader(),
            numbering: Numbering::Rows,
            prelude: Prelude::default(),
            titles: 0,
            is_plain: false,
            is_utf8: true,
        })
    }

    /// Returns `true` if messages are in a document, as the name promises and its beginning shows.
    fn is_document(&self, head: &[u8], path: &Path) -> bool {
        let is_called = FormatName::of(path) == Some(FormatName::Json);
        is_called && self.wanted.purpose == Purpose::Records && strings::is_document(head)
    }

    /// Returns `true` if strings of JSON are texts, rather than slips among objects.
    fn takes_texts(&self) -> bool {
        match self.wanted.purpose {
            Purpose::Records => false,
            Purpose::Texts => !self.wanted.is_table,
            Purpose::Query => true,
        }
    }

    /// The format of lines of JSON: the first one decides whether strings are meant or objects.
    fn lines_of_json(&self, head: &[u8]) -> Format {
        match head.trim_ascii_start().first() {
            Some(b'"') if self.takes_texts() => Format::Strings,
            _ => Format::Ndjson,
        }
    }

    /// Records on lines, without a header.
    fn records(
        &self,
        text: Peeked,
        format: Format,
        mark: usize,
        is_plain: bool,
    ) -> Result<Opened, Failure> {
        let (text, is_plain) = with_line_feeds(text, &[format], is_plain);
        let prelude = mark + self.skipped(&text, mark)?;
        let format = match format {
            Format::Ndjson => self.lines_of_json(&text.head[prelude..]),
            other => other,
        };
        Ok(Opened {
            format,
            numbering: Numbering::Lines,
            prelude: Prelude {
                octets: prelude as u64,
                lines: line_breaks(&text.head[..prelude]),
            },
            titles: 0,
            is_plain,
            is_utf8: text.is_utf8,
            reader: text.into_reader(),
        })
    }

    /// A table of CSV.
    fn table(
        &self,
        text: Peeked,
        usual: u8,
        mark: usize,
        is_plain: bool,
    ) -> Result<Opened, Failure> {
        let dialects =
            [b',', b';', b'\t', b'|'].map(|delimiter| Format::Csv(Dialect::new(delimiter)));
        let (text, is_plain) = with_line_feeds(text, &dialects, is_plain);
        let before = mark + self.skipped(&text, mark)?;
        let body = &text.head[before..];
        let found = dialect::detect(body, text.is_whole, usual, self.wanted, self.options)
            .map_err(|message| self.failure(message))?;
        let prelude = before + found.prelude;
        // The query engine reads RFC 4180 alone.
        let is_quoted = found.dialect.has_quotes || self.wanted.purpose != Purpose::Query;
        if found.dialect.escape.is_some() || !is_quoted {
            return self.unescaped(text, prelude, &found);
        }
        Ok(Opened {
            format: Format::Csv(found.dialect),
            numbering: Numbering::Lines,
            prelude: Prelude {
                octets: prelude as u64,
                lines: line_breaks(&text.head[..prelude]),
            },
            titles: found.titles,
            is_plain,
            is_utf8: text.is_utf8,
            reader: text.into_reader(),
        })
    }

    /// A table as RFC 4180 has it, after so many octets that are not part of it.
    fn unescaped(
        &self,
        text: Peeked,
        prelude: usize,
        found: &dialect::Found,
    ) -> Result<Opened, Failure> {
        let lines = line_breaks(&text.head[..prelude]);
        let mut source = text.into_reader();
        io::copy(&mut source.by_ref().take(prelude as u64), &mut io::sink())
            .map_err(|error| self.file.unreadable(&error))?;
        Ok(Opened {
            reader: Box::new(Unescaped::new(source, found.dialect, lines)),
            format: Format::Csv(Dialect::new(found.dialect.delimiter)),
            numbering: Numbering::Rows,
            prelude: Prelude { octets: 0, lines },
            titles: found.titles,
            is_plain: false,
            is_utf8: false,
        })
    }
}
