//! The contents of a file of text, block by block, as the engine gets them.
//!
//! A block of CSV ends after a whole record: the engine looks for the last line break of a block from behind, where it
//! cannot know which quotes are open (`object_store` 0.13.2, `delimited.rs`). What `septet bulk` calls an unreadable row
//! and the engine would read as text is an error: a quote that is never closed, a cell over several lines with text after
//! its closing quote, a zero octet.

use std::io::{self, Read};

use datafusion::object_store::{Error, PutPayload};
use memchr::memrchr;

use super::text_file::TextFile;
use crate::source::{Dialect, Quotes, line_breaks, open_quote};

/// Octets that are handed out at once. The engine asks for more with each batch of rows that it makes: they may not be
/// more than a batch.
const BLOCK: usize = 8 << 10;

/// The type of octets that stores hand out.
pub(super) type Bytes = <PutPayload as IntoIterator>::Item;

/// The contents of a file.
pub(super) struct Blocks {
    name: String,
    reader: Box<dyn Read + Send>,
    /// The octets of a record whose end was not in the last block.
    rest: Vec<u8>,
    /// The dialect of CSV, and the state of quotes.
    csv: Option<(Dialect, Quotes)>,
    /// The line that the next block begins in, counted from 1; `None` if octets are not those of the file.
    line: Option<u64>,
    is_over: bool,
}

impl Blocks {
    pub(super) fn new(text: TextFile) -> io::Result<Self> {
        let csv = text
            .dialect()
            .map(|dialect| (dialect, Quotes::new(dialect)));
        Ok(Blocks {
            name: text.name().to_owned(),
            line: text.line(),
            reader: text.into_reader()?,
            rest: Vec::new(),
            csv,
            is_over: false,
        })
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        loop {
            let mut block = std::mem::take(&mut self.rest);
            let start = block.len();
            let mut part = self.reader.by_ref().take(BLOCK as u64);
            let is_end = part.read_to_end(&mut block)? == 0;
            let Some((dialect, quotes)) = &mut self.csv else {
                return Ok(block);
            };
            let dialect = *dialect;
            let mut end = None;
            quotes.read(&block[start..], |from, to| {
                let line_break = memrchr(b'\n', &block[start + from..start + to]);
                end = line_break.map(|index| start + from + index + 1).or(end);
            });
            if is_end && quotes.is_open() {
                let quote = open_quote(&block, dialect).unwrap_or_default();
                return Err(self.invalid(
                    &block[..quote],
                    "a quote opens here and is never closed; close it, or take quotes as text with --no-quoting",
                ));
            }
            match end {
                _ if is_end => {}
                Some(end) => self.rest = block.split_off(end),
                None => {
                    self.rest = block;
                    continue;
                }
            }
            self.check(&block, dialect)?;
            self.line = self.line.map(|line| line + line_breaks(&block));
            return Ok(block);
        }
    }

    /// Looks for what would be read as another text than is meant.
    fn check(&self, block: &[u8], dialect: Dialect) -> io::Result<()> {
        if let Some(zero) = memchr::memchr(0, block) {
            let message = "a zero octet (NUL) is in the row: the file may be UTF-16 or damaged";
            return Err(self.invalid(&block[..zero], message));
        }
        match early_close(block, dialect) {
            Some(at) => Err(self.invalid(
                &block[..at],
                "a quoted cell goes over several lines, and text follows its closing quote: a quote may be missing",
            )),
            None => Ok(()),
        }
    }

    /// An error after these octets of the block.
    fn invalid(&self, before: &[u8], message: &str) -> io::Error {
        let message = match self.line {
            Some(line) => format!("line {}: {message}", line + line_breaks(before)),
            None => message.to_owned(),
        };
        io::Error::new(io::ErrorKind::InvalidData, message)
    }
}

/// The beginning of a record with line breaks in its cells, one of which has text after its closing quote.
fn early_close(octets: &[u8], dialect: Dialect) -> Option<usize> {
    if !dialect.has_quotes {
        return None;
    }
    // Where the record begins, where its last quoted cell does, and what was found in the record.
    let (mut record, mut cell) = (0, None);
    let (mut has_break, mut is_early) = (false, false);
    let mut found = None;
    Quotes::new(dialect).read(octets, |from, to| {
        if let Some(cell) = cell {
            has_break |= octets[cell..from].contains(&b'\n');
            let is_end = |octet: &u8| *octet == dialect.delimiter || matches!(octet, b'\n' | b'\r');
            is_early |= octets.get(from).is_some_and(|octet| !is_end(octet));
        }
        cell = Some(to);
        let last = memrchr(b'\n', &octets[from..to]);
        if has_break && is_early {
            found = found.or(Some(record));
        }
        if let Some(last) = last {
            record = from + last + 1;
            (has_break, is_early) = (false, false);
        }
    });
    found
}

impl Iterator for Blocks {
    type Item = Result<Bytes, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let block = self.read();
        self.is_over = block.as_ref().map_or(true, Vec::is_empty);
        let block = block.map(Bytes::from).map_err(|error| Error::Generic {
            store: "text",
            source: format!("{}: {error}", self.name).into(),
        });
        (!self.is_over || block.is_err()).then_some(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_after_a_quote_of_several_lines() {
        for (csv, record) in [
            ("a\n\"b\nc\" d\n", Some(2)),
            ("a\n\"b\nc\",\"d\" e\n", Some(2)),
            ("a\n\"b\nc\",\"d e\"", None),
            ("\"b\nc\",\"d e\"\n\"a\" b\n", None),
            ("\"a\" b\n\"b\nc\"\r\n", None),
            ("5\" pipe\n6\" pipe\n", None),
        ] {
            assert_eq!(
                early_close(csv.as_bytes(), Dialect::new(b',')),
                record,
                "{csv}"
            );
        }
    }
}
