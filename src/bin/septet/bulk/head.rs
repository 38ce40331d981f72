//! The names of the columns, from the first record.

use csv::ByteRecord;

use crate::outcome::Failure;
use crate::source::{Format, InputFile};
use crate::stream::Chunk;

use super::json;

/// The names of columns or keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// The columns of CSV; numbers if no line names them.
    Columns(Vec<String>),
    /// The keys of the first object of NDJSON; later objects may have others.
    Keys {
        names: Vec<String>,
        /// The reason why there are none.
        fault: Option<String>,
    },
    /// Lines or strings, which hold a text and nothing else.
    Text,
}

impl Head {
    /// From the first chunk, if there is one.
    pub(super) fn read(
        chunk: Option<&Chunk>,
        format: Format,
        has_header: bool,
        file: &InputFile,
    ) -> Result<Self, Failure> {
        let octets = chunk.map_or(&[][..], |chunk| &chunk.octets);
        let dialect = match format {
            Format::Lines | Format::Strings => return Ok(Head::Text),
            Format::Ndjson => {
                let mut lines = octets.split(|octet| *octet == b'\n');
                let first = lines.find(|line| !line.trim_ascii().is_empty());
                let keys =
                    first.map_or_else(|| Err(Some("the file has no row".to_owned())), json::keys);
                let (names, fault) =
                    keys.map_or_else(|fault| (Vec::new(), fault), |names| (names, None));
                return Ok(Head::Keys { names, fault });
            }
            Format::Csv(dialect) => dialect,
        };
        let mut record = ByteRecord::new();
        let is_there = dialect
            .reader()
            .from_reader(octets)
            .read_byte_record(&mut record)
            .map_err(|error| Failure::Input(format!("{}: {error}", file.name())))?;
        if !is_there && has_header {
            let message = format!(
                "{} is empty: there is not even a line of names",
                file.name()
            );
            return Err(Failure::Input(message));
        }
        let refused = |reason: &str| Err(Failure::Input(format!("{}: {reason}", file.name())));
        if has_header && record.as_slice().contains(&0) {
            return refused(
                "a zero octet (NUL) is in the first line: the file is UTF-16, which --input-encoding utf-16le reads, or damaged, or not text",
            );
        }
        if has_header && record.iter().all(|name| name.trim_ascii().is_empty()) {
            return refused(
                "the first line names no column: leave it out with --skip-lines 1, or say with --no-header that no line names the columns",
            );
        }
        let columns: Result<Vec<String>, Failure> = record
            .iter()
            .enumerate()
            .map(|(place, name)| {
                if !has_header {
                    return Ok((place + 1).to_string());
                }
                let name = String::from_utf8(name.to_vec()).map_err(|_| {
                    let place = place + 1;
                    Failure::Input(format!(
                        "{}: the name of column {place} is not UTF-8; --input-encoding windows-1252 or another name reads it",
                        file.name()
                    ))
                })?;
                Ok(name.trim().to_owned())
            })
            .collect();
        columns.map(Head::Columns)
    }

    /// All names there are, for messages.
    pub(super) fn names(&self) -> &[String] {
        match self {
            Head::Columns(names) | Head::Keys { names, .. } => names,
            Head::Text => &[],
        }
    }
}
