//! Zip archives: of one file, or of the parts of a workbook.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::CrcReader;
use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use crate::outcome::Failure;

/// A source for files that have to be read in any order.
pub(super) trait Stored: Read + Seek + Send {}

impl<T: Read + Seek + Send> Stored for T {}

/// The contents of an archive.
pub(super) enum Archive {
    Workbook(Book, Box<dyn Stored>),
    /// The only file in it, and its name.
    File(Box<dyn Read + Send>, String),
}

/// The kinds of workbooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Book {
    Xlsx,
    Xlsb,
    Ods,
    Xls,
}

/// Opens an archive; `name` is that of the file in messages.
pub(super) fn open(stored: Box<dyn Stored>, name: &str) -> Result<Archive, Failure> {
    let broken = |error| Failure::Input(format!("{name} is a damaged zip archive: {error}"));
    let mut archive = ZipArchive::new(stored).map_err(broken)?;
    let names: Result<Vec<String>, Failure> = (0..archive.len())
        .map(|index| {
            let entry = archive.by_index_raw(index).map_err(broken)?;
            Ok(entry.name().map_err(broken)?.into_owned())
        })
        .collect();
    let names = names?;
    let has = |part: &str| names.iter().any(|name| name == part);
    let book = if has("xl/workbook.xml") {
        Some(Book::Xlsx)
    } else if has("xl/workbook.bin") {
        Some(Book::Xlsb)
    } else if has("content.xml") && has("mimetype") {
        Some(Book::Ods)
    } else {
        None
    };
    if let Some(book) = book {
        let mut stored = archive.into_inner();
        stored.rewind().map_err(|error| broken(error.into()))?;
        return Ok(Archive::Workbook(book, stored));
    }
    if has("word/document.xml") || has("ppt/presentation.xml") {
        return Err(Failure::Input(format!(
            "{name} is a document of an office program, not a workbook: export its table as CSV"
        )));
    }
    if names.iter().any(|name| name.starts_with("Index/")) {
        return Err(Failure::Input(format!(
            "{name} is a Numbers document: export it as CSV or Excel"
        )));
    }
    let is_file = |name: &String| {
        let last = name.rsplit('/').next().unwrap_or_default();
        !name.ends_with('/') && !name.starts_with("__MACOSX/") && !last.starts_with('.')
    };
    let mut files = names.iter().enumerate().filter(|(_, name)| is_file(name));
    match (files.next(), files.next()) {
        (Some((index, entry)), None) => {
            let reader = only(archive, index, name)?;
            Ok(Archive::File(reader, entry.clone()))
        }
        (None, _) => Err(Failure::Input(format!("{name} is an empty zip archive"))),
        (Some(_), Some(_)) => {
            let listed: Vec<&str> = names
                .iter()
                .filter(|name| is_file(name))
                .map(String::as_str)
                .collect();
            Err(Failure::Input(format!(
                "{name} holds {} files: unpack it and name those that are meant; they are {}",
                listed.len(),
                listed.join(", ")
            )))
        }
    }
}

/// Reads an entry, whose checksum is compared at its end.
fn only(
    mut archive: ZipArchive<Box<dyn Stored>>,
    index: usize,
    name: &str,
) -> Result<Box<dyn Read + Send>, Failure> {
    let broken = |error| Failure::Input(format!("{name} is a damaged zip archive: {error}"));
    let entry = archive.by_index_raw(index).map_err(broken)?;
    if entry.encrypted() {
        return Err(Failure::Input(format!(
            "{name} is a zip archive with a password: unpack it first"
        )));
    }
    let (method, length, crc) = (entry.compression(), entry.compressed_size(), entry.crc32());
    let start = entry.data_start().ok_or_else(|| {
        Failure::Input(format!(
            "{name} is a damaged zip archive: an entry has no data"
        ))
    })?;
    drop(entry);
    let mut stored = archive.into_inner();
    stored
        .seek(SeekFrom::Start(start))
        .map_err(|error| broken(error.into()))?;
    let packed = stored.take(length);
    match method {
        CompressionMethod::Stored => Ok(Box::new(Checked::new(packed, crc))),
        CompressionMethod::Deflated => Ok(Box::new(Checked::new(DeflateDecoder::new(packed), crc))),
        other => Err(Failure::Input(format!(
            "{name} is a zip archive packed with {other:?}: unpack it first"
        ))),
    }
}

/// Compares the checksum of what was read with the one that is stored.
struct Checked<R> {
    source: CrcReader<R>,
    crc: u32,
}

impl<R: Read> Checked<R> {
    fn new(source: R, crc: u32) -> Self {
        Checked {
            source: CrcReader::new(source),
            crc,
        }
    }
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        if read == 0 && !buffer.is_empty() && self.source.crc().sum() != self.crc {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "the checksum in the zip archive is wrong",
            ));
        }
        Ok(read)
    }
}
