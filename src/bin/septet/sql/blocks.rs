//! The contents of a file of text, block by block, as the engine gets them.
//!
//! A block of CSV ends after a whole record: the engine looks for the last line break of a block from behind, where it
//! cannot know which quotes are open (`object_store` 0.13.2, `delimited.rs`). What `septet bulk` calls an unreadable row
//! and the engine would read as text is an error: a quote that is never closed, quotes that seem to be text, a zero octet.

use std::io::{self, Read};

use datafusion::object_store::{Error, PutPayload};
use memchr::{memchr, memchr_iter, memmem, memrchr};

use super::text_file::TextFile;
use crate::source::{Dialect, Quotes, line_breaks, lines, open_quote, suspect};

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
    /// Columns of the first record; 0 before it.
    columns: usize,
    /// The first line, if it names the columns.
    header: Option<Vec<u8>>,
    has_header: bool,
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
            has_header: text.has_header(),
            reader: text.into_reader()?,
            rest: Vec::new(),
            csv,
            columns: 0,
            header: None,
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
                return Err(self.invalid(&block[..quote], suspect::OPEN_QUOTE));
            }
            match end {
                _ if is_end => {}
                Some(end) => self.rest = block.split_off(end),
                None => {
                    self.rest = block;
                    continue;
                }
            }
            if self.columns == 0 {
                let mut reader = dialect.reader().from_reader(block.as_slice());
                self.columns = reader.byte_headers()?.len();
                let (_, first) = lines(&block)
                    .find(|(_, line)| !line.is_empty())
                    .unwrap_or_default();
                self.header = self.has_header.then(|| first.to_vec());
                self.check(&block, dialect, true)?;
            } else {
                self.check(&block, dialect, false)?;
            }
            self.line = self.line.map(|line| line + line_breaks(&block));
            return Ok(block);
        }
    }

    /// Looks for what would be read as another text than is meant.
    fn check(&self, block: &[u8], dialect: Dialect, is_first: bool) -> io::Result<()> {
        if let Some(zero) = memchr(0, block) {
            return Err(self.invalid(&block[..zero], suspect::ZERO));
        }
        if let Some(at) = self.header_again(block, is_first) {
            return Err(self.invalid(&block[..at], suspect::HEADER_AGAIN));
        }
        match suspicious(block, dialect, self.columns) {
            Some((at, reason)) => Err(self.invalid(&block[..at], &reason)),
            None => Ok(()),
        }
    }

    /// A line that names the columns once more, as where files were joined.
    fn header_again(&self, block: &[u8], is_first: bool) -> Option<usize> {
        let header = self.header.as_deref().filter(|_| self.columns > 1)?;
        let is_line = |at: &usize| {
            let end = at + header.len();
            let is_start = at
                .checked_sub(1)
                .is_none_or(|before| block[before] == b'\n');
            is_start && matches!(block.get(end), None | Some(b'\n' | b'\r'))
        };
        let mut found = memmem::find_iter(block, header).filter(is_line);
        found.nth(usize::from(is_first))
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

/// The first record whose quotes seem to be text, and why.
fn suspicious(block: &[u8], dialect: Dialect, columns: usize) -> Option<(usize, String)> {
    memchr(b'"', block).filter(|_| dialect.has_quotes)?;
    let mut ends = Vec::new();
    Quotes::new(dialect).read(block, |from, to| {
        let breaks = memchr_iter(b'\n', &block[from..to]);
        ends.extend(breaks.map(|index| from + index));
    });
    ends.push(block.len());
    let mut start = 0;
    ends.into_iter().find_map(|end| {
        let record = block[start..end].trim_ascii_end();
        let is_long = memchr(b'\n', record).is_some();
        let reason = suspect::quotes(record, is_long, dialect, columns);
        let at = std::mem::replace(&mut start, end + 1);
        reason.map(|reason| (at, reason))
    })
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
    fn records_whose_quotes_seem_to_be_text() {
        for (csv, record) in [
            ("a\n\"b\nc\" d\n", Some(2)),
            ("a\n\"b\nc\",\"d\" e\n", Some(2)),
            ("a\r\nb\r\n\"a\" b\r\n", Some(6)),
            ("n,a\n1,\"a\n2,b\"\n", Some(4)),
            ("a\n\"b\nc\",\"d e\"", None),
            ("\"b\nc\",\"d e\"\n\"a\"\n", None),
            ("5\" pipe\r\n6\" pipe\r\n", None),
            ("\"a\"\r\n\"b\nc\"\r\n", None),
        ] {
            let found = suspicious(csv.as_bytes(), Dialect::new(b','), 2);
            assert_eq!(found.map(|(at, _)| at), record, "{csv}");
        }
    }
}
