//! The reader: chunks of whole records, one file after another.

use std::io::{self, Read, Seek, SeekFrom};

use indicatif::ProgressBar;
use serde::{Deserialize, Serialize};

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

/// The length of the marker that some programs put before UTF-8; octets have none unless they begin a file.
pub(crate) fn marker(octets: &[u8], is_first: bool) -> usize {
    let marker = b"\xEF\xBB\xBF";
    if is_first && octets.starts_with(marker) {
        marker.len()
    } else {
        0
    }
}

impl Chunk {
    /// The octets, without the marker a file may begin with.
    pub(crate) fn records(&self) -> &[u8] {
        &self.octets[marker(&self.octets, self.is_first)..]
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
        let mut chunk = Chunk::default();
        let is_there = self.read(&mut chunk)?;
        self.peeked = is_there.then_some(chunk);
        Ok(self.peeked.as_ref())
    }

    /// Reads the next chunk into the memory of another; `false` behind the last one.
    pub(super) fn read(&mut self, chunk: &mut Chunk) -> Result<bool, Failure> {
        if let Some(peeked) = self.peeked.take() {
            *chunk = peeked;
            return Ok(true);
        }
        while self.file < self.files.len() {
            if self.reader.is_none() {
                self.reader = Some(self.open()?);
            }
            self.fill(chunk)?;
            if !chunk.octets.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Opens the file at its place.
    fn open(&self) -> Result<Box<dyn Read + Send>, Failure> {
        let file = &self.files[self.file];
        let unreadable = |error| file.unreadable(&error);
        // A pipe, which does not seek, is read from its beginning.
        if self.offset > 0 && Packing::of(file.path()) == Packing::Plain {
            let mut opened = file.open()?;
            let place = SeekFrom::Start(self.offset);
            opened.seek(place).map_err(unreadable)?;
            self.bar.inc(self.offset);
            return Ok(Box::new(self.bar.wrap_read(opened)));
        }
        let mut reader = file.reader(&self.bar)?;
        io::copy(&mut reader.by_ref().take(self.offset), &mut io::sink()).map_err(unreadable)?;
        Ok(reader)
    }

    /// Reads a chunk of the open file, which is empty if nothing is left.
    fn fill(&mut self, chunk: &mut Chunk) -> Result<(), Failure> {
        let octets = &mut chunk.octets;
        octets.clear();
        octets.append(&mut self.rest);
        let mut target = CHUNK;
        chunk.is_first = self.offset == 0;
        chunk.is_open = false;
        loop {
            let is_over = match &mut self.reader {
                Some(reader) => fill_up(reader, octets, target),
                None => Ok(true),
            };
            let is_over = is_over.map_err(|error| self.files[self.file].unreadable(&error))?;
            let marker = marker(octets, chunk.is_first);
            if is_over {
                self.reader = None;
                if let Format::Csv { delimiter } = self.format {
                    chunk.is_open = split::is_quote_open(&octets[marker..], delimiter);
                }
                break;
            }
            if let Some(end) = split::boundary(&octets[marker..], self.format) {
                let end = marker + end;
                self.rest.extend_from_slice(&octets[end..]);
                octets.truncate(end);
                break;
            }
            target *= 2;
            if target > LONGEST {
                return Err(self.endless());
            }
        }
        chunk.file = self.file;
        if chunk.is_first && (octets.starts_with(b"\xFF\xFE") || octets.starts_with(b"\xFE\xFF")) {
            let name = self.files[self.file].name();
            let message = format!("{name} is UTF-16: write it as UTF-8 first");
            return Err(Failure::Input(message));
        }
        self.offset += octets.len() as u64;
        if self.reader.is_none() {
            self.file += 1;
            self.offset = 0;
        }
        Ok(())
    }

    fn endless(&self) -> Failure {
        let name = self.files[self.file].name();
        let (offset, mebibytes) = (self.offset, LONGEST >> 20);
        Failure::Input(format!(
            "{name}: the record at byte {offset} does not end within {mebibytes} MiB; a quote may be missing"
        ))
    }
}

/// Reads until there are so many octets; whether the file ended before.
fn fill_up(reader: &mut impl Read, octets: &mut Vec<u8>, target: usize) -> io::Result<bool> {
    let mut filled = octets.len();
    octets.resize(target.max(filled), 0);
    let mut is_over = false;
    while filled < octets.len() && !is_over {
        match reader.read(&mut octets[filled..]) {
            Ok(read) => {
                filled += read;
                is_over = read == 0;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    octets.truncate(filled);
    Ok(is_over)
}
