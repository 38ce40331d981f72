//! A file that was opened, and what stands before its records.

use std::io::{self, Read};

use super::format::{Format, Numbering};

/// A file whose records can be read.
pub(crate) struct Opened {
    /// Reads UTF-8, from the first octet of the file on.
    pub(crate) reader: Box<dyn Read + Send>,
    pub(crate) format: Format,
    pub(crate) numbering: Numbering,
    pub(crate) prelude: Prelude,
    /// Rows above the header.
    pub(crate) titles: usize,
    /// The reader hands out the octets as they are stored, so that a place in them can be sought.
    pub(crate) is_plain: bool,
    /// The octets, unpacked, are UTF-8 as they stand.
    #[cfg_attr(
        not(feature = "sql"),
        expect(dead_code, reason = "only the query engine reads files by itself")
    )]
    pub(crate) is_utf8: bool,
}

/// The octets before the first record: a byte order mark, titles, lines that are skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Prelude {
    pub(crate) octets: u64,
    /// Line breaks in it.
    pub(crate) lines: u64,
}

impl Opened {
    /// The reader, from the first record on.
    pub(crate) fn records(self) -> io::Result<Box<dyn Read + Send>> {
        let mut reader = self.reader;
        let mut prelude = reader.by_ref().take(self.prelude.octets);
        io::copy(&mut prelude, &mut io::sink())?;
        Ok(reader)
    }
}
