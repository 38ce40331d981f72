//! The reader: chunks of whole records, one file after another.

use std::io::{self, Read, Seek, SeekFrom};

use indicatif::ProgressBar;
use serde::{Deserialize, Serialize};

use super::decompress::unpack;
use super::files::InputFile;
use super::format::{Format, Packing};
use super::split;
use crate::outcome::Failure;

/// Octets of a chunk, if records are short.
const CHUNK: usize = 256 << 10;

/// Octets of the longest record: one that is longer lacks a quote or a line break.
const LONGEST: usize = 256 << 20;

/// A place in the input, always between two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    /// Which file, counted from 0.
    pub(crate) file: usize,
    /// Octets before it in that file, unpacked.
    pub(crate) offset: u64,
    /// The line it is in, counted from 1.
    pub(crate) line: u64,
}

impl Place {
    /// Before all files.
    pub(crate) const START: Place = Place {
        file: 0,
        offset: 0,
        line: 1,
    };
}

/// Whole records of one file.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    pub(crate) file: usize,
    pub(crate) octets: Vec<u8>,
    /// Nothing of the file stands before it.
    pub(crate) is_first: bool,
    /// The file ends within a quoted cell.
    pub(crate) is_open: bool,
}

/// The marker that some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl Chunk {
    /// The octets, without the marker a file may begin with.
    pub(crate) fn records(&self) -> &[u8] {
        let octets = &self.octets[..];
        match octets.strip_prefix(BYTE_ORDER_MARK) {
            Some(records) if self.is_first => records,
            _ => octets,
        }
    }
}

/// The chunks of files.
pub(crate) struct Chunks {
    files: Vec<InputFile>,
    format: Format,
    bar: ProgressBar,
    /// The file being read, or the next one to open.
    file: usize,
    /// Octets before the next chunk.
    offset: u64,
    reader: Option<Box<dyn Read + Send>>,
    /// What was read behind the last whole record.
    rest: Vec<u8>,
    /// The first chunk, where it was looked at before its time.
    peeked: Option<Chunk>,
}

impl Chunks {
    /// From a place on; `bar` shows how far the reading is.
    pub(crate) fn new(
        files: Vec<InputFile>,
        format: Format,
        from: Place,
        bar: ProgressBar,
    ) -> Self {
        Chunks {
            files,
            format,
            bar,
            file: from.file,
            offset: from.offset,
            reader: None,
            rest: Vec::new(),
            peeked: None,
        }
    }

    /// The first chunk, which is still to come.
    pub(crate) fn peek(&mut self) -> Result<Option<&Chunk>, Failure> {
        self.peeked = self.next_chunk()?;
        Ok(self.peeked.as_ref())
    }

    /// The next chunk; `None` behind the last one.
    fn next_chunk(&mut self) -> Result<Option<Chunk>, Failure> {
        if let Some(chunk) = self.peeked.take() {
            return Ok(Some(chunk));
        }
        while self.file < self.files.len() {
            if self.reader.is_none() {
                self.reader = Some(self.open()?);
            }
            let chunk = self.fill()?;
            if !chunk.octets.is_empty() {
                return Ok(Some(chunk));
            }
        }
        Ok(None)
    }

    /// Opens the file at its place.
    fn open(&self) -> Result<Box<dyn Read + Send>, Failure> {
        let file = &self.files[self.file];
        if file.is_stdin() {
            return Ok(Box::new(self.bar.wrap_read(io::stdin())));
        }
        let unreadable = |error| file.unreadable(&error);
        let mut opened = file.open()?;
        let packing = Packing::of(file.path());
        if packing == Packing::Plain {
            opened
                .seek(SeekFrom::Start(self.offset))
                .map_err(unreadable)?;
            self.bar.inc(self.offset);
            return Ok(Box::new(self.bar.wrap_read(opened)));
        }
        let mut reader = unpack(packing, self.bar.wrap_read(opened));
        io::copy(&mut reader.by_ref().take(self.offset), &mut io::sink()).map_err(unreadable)?;
        Ok(reader)
    }

    /// Reads a chunk of the open file, which is empty if nothing is left.
    fn fill(&mut self) -> Result<Chunk, Failure> {
        let mut octets = std::mem::take(&mut self.rest);
        let mut target = CHUNK;
        let mut is_open = false;
        octets.reserve(CHUNK.saturating_sub(octets.len()));
        loop {
            let missing = target.saturating_sub(octets.len()) as u64;
            let file = &self.files[self.file];
            let reader = self.reader.as_mut().into_iter();
            let mut read = 0;
            for reader in reader {
                let taken = reader.by_ref().take(missing).read_to_end(&mut octets);
                read += taken.map_err(|error| file.unreadable(&error))?;
            }
            if (read as u64) < missing {
                self.reader = None;
                if let Format::Csv { delimiter } = self.format {
                    is_open = split::is_quote_open(&octets, delimiter);
                }
                break;
            }
            if let Some(end) = split::boundary(&octets, self.format) {
                self.rest = octets.split_off(end);
                break;
            }
            target *= 2;
            if target > LONGEST {
                return Err(self.endless());
            }
        }
        let is_first = self.offset == 0;
        if is_first && (octets.starts_with(b"\xFF\xFE") || octets.starts_with(b"\xFE\xFF")) {
            let name = self.files[self.file].name();
            let message = format!("{name} is UTF-16: write it as UTF-8 first");
            return Err(Failure::Input(message));
        }
        let file = self.file;
        self.offset += octets.len() as u64;
        if self.reader.is_none() {
            self.file += 1;
            self.offset = 0;
        }
        Ok(Chunk {
            file,
            octets,
            is_first,
            is_open,
        })
    }

    fn endless(&self) -> Failure {
        let name = self.files[self.file].name();
        let (offset, mebibytes) = (self.offset, LONGEST >> 20);
        Failure::Input(format!(
            "{name}: the record at byte {offset} does not end within {mebibytes} MiB; a quote may be missing"
        ))
    }
}

impl Iterator for Chunks {
    type Item = Result<Chunk, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_chunk().transpose()
    }
}
