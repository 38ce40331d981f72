//! The reader: chunks of whole records, one file after another.

use std::io::{self, Read, Seek, SeekFrom};

use indicatif::ProgressBar;
use serde::{Deserialize, Serialize};

use crate::outcome::{Failure, note};
use crate::source::{self, Format, InputFile, InputOptions, Numbering, Opened, Prelude, Wanted};

/// Octets of a chunk, if records are short.
const CHUNK: usize = 256 << 10;

/// Octets of the longest record: one that is longer lacks a quote or a line break.
const LONGEST: usize = 256 << 20;

/// A place in the input, always between two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Position {
    /// The file, counted from 0.
    pub(crate) file: usize,
    /// Octets before it in that file, unpacked.
    pub(crate) offset: u64,
    /// The line it is in, counted from 1.
    pub(crate) line: u64,
}

impl Position {
    /// Before all files.
    pub(crate) const START: Position = Position {
        file: 0,
        offset: 0,
        line: 1,
    };
}

/// Whole records of one file.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    pub(crate) file: usize,
    /// Octets before it in the file.
    pub(crate) offset: u64,
    pub(crate) octets: Vec<u8>,
    /// Octets before it in the file that are no records, where it is the first of its file.
    pub(crate) first: Option<Prelude>,
    pub(crate) numbering: Numbering,
    /// Octets before the quote that opens a cell which the file does not close.
    pub(crate) open_quote: Option<usize>,
}

/// The options for reading files, the same for all.
#[derive(Clone)]
pub(crate) struct Reading {
    pub(crate) options: InputOptions,
    pub(crate) wanted: Wanted,
    pub(crate) is_lossy: bool,
}

/// The chunks of files.
pub(crate) struct Chunks {
    files: Vec<InputFile>,
    reading: Reading,
    /// The format of the first file that was opened: that of all.
    format: Option<Format>,
    bar: ProgressBar,
    /// The file being read, or the next one to open.
    file: usize,
    /// Octets before the next chunk.
    offset: u64,
    numbering: Numbering,
    /// The prelude of the file being read, until its first chunk was read.
    prelude: Option<Prelude>,
    reader: Option<Box<dyn Read + Send>>,
    /// The octets read after the last whole record.
    rest: Vec<u8>,
    /// Rows to read, if not all.
    left: Option<u64>,
    /// The first chunk, where it was looked at before its time.
    peeked: Option<Chunk>,
}

impl Chunks {
    /// From a place on; `bar` shows how far the reading is.
    pub(crate) fn new(
        files: Vec<InputFile>,
        reading: Reading,
        from: Position,
        bar: ProgressBar,
    ) -> Self {
        Chunks {
            files,
            reading,
            format: None,
            bar,
            file: from.file,
            offset: from.offset,
            numbering: Numbering::default(),
            prelude: None,
            reader: None,
            rest: Vec::new(),
            left: None,
            peeked: None,
        }
    }

    /// Only so many rows more.
    pub(crate) fn with_limit(mut self, left: Option<u64>) -> Self {
        self.left = left;
        if let Some(mut chunk) = self.peeked.take() {
            self.cut(&mut chunk);
            self.peeked = Some(chunk);
        }
        self
    }

    /// Takes the rows of a chunk off those that are left to read; where these end, the chunk and the reading end.
    fn cut(&mut self, chunk: &mut Chunk) -> bool {
        let Some(left) = &mut self.left else {
            return false;
        };
        let format = self.format.unwrap_or(Format::Lines);
        let has_header = chunk.first.is_some() && self.reading.wanted.has_header;
        let (rows, end) = source::first_rows(&chunk.octets, format, has_header, *left);
        *left -= rows;
        if *left > 0 {
            return false;
        }
        chunk.octets.truncate(end);
        chunk.open_quote = None;
        self.reader = None;
        self.rest.clear();
        self.file = self.files.len();
        true
    }

    /// The first chunk, which is still to come, and the format of all.
    pub(crate) fn peek(&mut self) -> Result<(Option<&Chunk>, Format), Failure> {
        let mut chunk = Chunk::default();
        let is_there = self.read(&mut chunk)?;
        self.peeked = is_there.then_some(chunk);
        Ok((self.peeked.as_ref(), self.format.unwrap_or(Format::Lines)))
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
    fn open(&mut self) -> Result<Box<dyn Read + Send>, Failure> {
        let file = &self.files[self.file];
        let unreadable = |error| file.unreadable(&error);
        let Reading {
            options,
            wanted,
            is_lossy,
        } = &self.reading;
        let opened = source::open(file, options, wanted, *is_lossy, &self.bar)?;
        let format = *self.format.get_or_insert(opened.format);
        if format != opened.format {
            let (first, other) = (self.files[0].name(), file.name());
            let difference = match (format, opened.format) {
                (Format::Csv(_), Format::Csv(_)) => ": their columns are separated differently",
                _ => "",
            };
            return Err(Failure::usage(format!(
                "{first} and {other} do not hold the same format{difference}"
            )));
        }
        if self.offset == 0 && opened.titles > 0 {
            let (name, rows) = (file.name(), opened.titles);
            let rows = if rows == 1 {
                "1 row".to_owned()
            } else {
                format!("{rows} rows")
            };
            note(format_args!("{name}: {rows} above the header left out"));
        }
        let Opened {
            mut reader,
            prelude,
            numbering,
            is_plain,
            ..
        } = opened;
        self.numbering = numbering;
        self.prelude = (self.offset == 0).then_some(prelude);
        let skipped = self.offset.max(prelude.octets);
        // A pipe, which does not seek, is read from its beginning.
        if self.offset > 0 && is_plain && file.is_regular() {
            let mut opened = file.open()?;
            opened.seek(SeekFrom::Start(skipped)).map_err(unreadable)?;
            self.bar.set_position(skipped);
            reader = Box::new(self.bar.wrap_read(opened));
        } else {
            io::copy(&mut reader.by_ref().take(skipped), &mut io::sink()).map_err(unreadable)?;
        }
        self.offset = skipped;
        Ok(reader)
    }

    /// Reads a chunk of the open file, which is empty if nothing is left.
    fn fill(&mut self, chunk: &mut Chunk) -> Result<(), Failure> {
        let format = self.format.unwrap_or(Format::Lines);
        let octets = &mut chunk.octets;
        octets.clear();
        octets.append(&mut self.rest);
        let mut target = CHUNK;
        chunk.first = self.prelude.take();
        chunk.numbering = self.numbering;
        chunk.open_quote = None;
        loop {
            let is_over = match &mut self.reader {
                Some(reader) => fill_up(reader, octets, target),
                None => Ok(true),
            };
            let is_over = is_over.map_err(|error| self.files[self.file].unreadable(&error))?;
            if is_over {
                self.reader = None;
                if let Format::Csv(dialect) = format {
                    chunk.open_quote = source::open_quote(octets, dialect);
                }
                break;
            }
            if let Some(end) = source::boundary(octets, format) {
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
        chunk.offset = self.offset;
        let length = octets.len() as u64;
        if self.cut(chunk) {
            return Ok(());
        }
        self.offset += length;
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
