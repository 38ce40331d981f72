//! Rows that cannot be read: where they are and why, in a file of their own.

use std::path::PathBuf;

use crate::outcome::Failure;

use super::files::InputFile;
use super::output::Output;

/// What becomes of rows that cannot be read.
#[derive(clap::Args)]
pub(crate) struct BadRowOptions {
    /// List rows of files that cannot be read, with file, line and reason, in this CSV file
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(crate) bad_rows: Option<PathBuf>,
    /// End with exit code 5 if there are such rows
    #[arg(long, help_heading = "Output")]
    pub(crate) strict: bool,
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BadRow {
    /// Line breaks before it, within its chunk.
    pub(crate) line: u64,
    pub(crate) reason: String,
}

/// What is known of bad rows, and the file that lists them.
pub(crate) struct BadRows {
    pub(crate) output: Option<Output>,
    /// The first one, as a message.
    pub(crate) first: Option<String>,
}

impl BadRows {
    /// Lists them in a file, if one is named, with the names of its columns first.
    pub(crate) fn create(path: Option<&PathBuf>) -> Result<Self, Failure> {
        let mut output = path.map(|path| Output::create(path)).transpose()?;
        if let Some(output) = &mut output {
            output.write(b"file,line,reason\n")?;
        }
        Ok(BadRows {
            output,
            first: None,
        })
    }

    /// Goes on with the list of an interrupted run.
    pub(crate) fn resume(
        path: Option<&PathBuf>,
        length: u64,
        first: Option<String>,
    ) -> Result<Self, Failure> {
        let output = path.map(|path| Output::resume(path, length));
        Ok(BadRows {
            output: output.transpose()?,
            first,
        })
    }

    /// Lists the bad rows of a chunk that begins in this line.
    pub(crate) fn add(
        &mut self,
        rows: &[BadRow],
        file: &InputFile,
        line: u64,
    ) -> Result<(), Failure> {
        let Some(row) = rows.first() else {
            return Ok(());
        };
        let (name, at) = (file.name(), line + row.line);
        let reason = &row.reason;
        self.first
            .get_or_insert_with(|| format!("{name}, line {at}: {reason}"));
        if let Some(output) = &mut self.output {
            let mut list = csv::Writer::from_writer(Vec::new());
            for row in rows {
                let at = (line + row.line).to_string();
                let record = [name.as_str(), &at, &row.reason];
                list.write_record(record).map_err(std::io::Error::from)?;
            }
            let list = list.into_inner().map_err(csv::IntoInnerError::into_error)?;
            output.write(&list)?;
        }
        Ok(())
    }

    /// Says on standard error how many rows were left out.
    pub(crate) fn report(&self, count: u64, is_listed: bool) {
        if count == 0 {
            return;
        }
        let rows = if count == 1 { "row was" } else { "rows were" };
        let first = match &self.first {
            Some(first) if !is_listed => {
                format!("; the first: {first} (--bad-rows FILE lists them)")
            }
            _ => String::new(),
        };
        anstream::eprintln!("warning: {count} bad {rows} left out{first}");
    }
}

/// Octets of a row as text.
pub(crate) fn utf8(octets: &[u8]) -> Result<&str, String> {
    simdutf8::compat::from_utf8(octets).map_err(|error| {
        let index = error.valid_up_to();
        let octet = octets.get(index).copied().unwrap_or_default();
        format!("not UTF-8: octet 0x{octet:02X} at byte {index} of the row")
    })
}

/// What is wrong with JSON of one line, and where in it: its line is known better than by the message.
pub(crate) fn json_reason(what: &str, error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&place) {
        Some(message) => format!("{what}: {message} at column {}", error.column()),
        None => format!("{what}: {message}"),
    }
}
