//! Rows that cannot be read: where they are and why, in a file of their own.

use std::path::PathBuf;

use crate::outcome::{Failure, Outcome};
use crate::source::{InputFile, Numbering};

use super::output::Output;

/// Options for rows that cannot be read.
#[derive(clap::Args)]
pub(crate) struct BadRowOptions {
    /// List rows of files that cannot be read, with file, line and reason, in this CSV file
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(crate) bad_rows: Option<PathBuf>,
    /// End with exit code 0 although up to N rows cannot be read: they are left out, and their price
    /// is not known. Without it one such row makes the exit code 5
    #[arg(long, value_name = "N", help_heading = "Output")]
    allow_bad: Option<u64>,
    /// Unreadable rows make the exit code 5, as they do anyway
    #[arg(long, hide = true, conflicts_with = "allow_bad")]
    strict: bool,
}

impl BadRowOptions {
    /// Returns `true` if any of them is given.
    pub(crate) const fn is_given(&self) -> bool {
        self.bad_rows.is_some() || self.allow_bad.is_some() || self.strict
    }

    /// Returns `true` if this number of bad rows is permitted. It is never permitted that no row could be read.
    pub(crate) fn are_allowed(&self, bad: u64, good: u64) -> bool {
        bad == 0 || good > 0 && bad <= self.allow_bad.unwrap_or(0)
    }

    /// The outcome of a run with so many bad rows; `None` if they are permitted.
    pub(crate) fn outcome(&self, bad: u64, good: u64) -> Option<Outcome> {
        (!self.are_allowed(bad, good)).then_some(Outcome::BadRows)
    }
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BadRow {
    /// Line breaks before it, within its chunk.
    pub(crate) line: u64,
    pub(crate) reason: String,
}

/// The bad rows so far, and the file that lists them.
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
        numbering: Numbering,
    ) -> Result<(), Failure> {
        let Some(row) = rows.first() else {
            return Ok(());
        };
        let (name, at) = (file.name(), line + row.line);
        let (noun, reason) = (numbering.noun(), &row.reason);
        self.first
            .get_or_insert_with(|| format!("{name}, {noun} {at}: {reason}"));
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

    /// Says on standard error how many rows were left out of so many, and what to do.
    pub(crate) fn report(&self, bad: u64, good: u64, options: &BadRowOptions) {
        if bad == 0 {
            return;
        }
        let is_allowed = options.are_allowed(bad, good);
        let severity = if is_allowed { "warning" } else { "error" };
        let rows = match bad {
            _ if good == 0 => "no row could be read".to_owned(),
            1 => "1 row could not be read and is left out".to_owned(),
            _ => format!("{bad} rows could not be read and are left out"),
        };
        let first = self.first.as_deref().unwrap_or_default();
        let hint = if first.contains("not UTF-8") {
            "; if the file is not UTF-8, --input-encoding windows-1252 or another name reads it"
        } else if first.ends_with("instead of 1 columns") {
            "; if each line is a text, --format lines --skip-lines 1 reads them"
        } else {
            ""
        };
        let list = if options.bad_rows.is_some() {
            ""
        } else {
            "; --bad-rows FILE lists them"
        };
        let permit = if is_allowed || good == 0 {
            String::new()
        } else {
            format!("; --allow-bad {bad} permits them")
        };
        anstream::eprintln!("{severity}: {rows}; the first: {first}{hint}{list}{permit}");
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

/// The reason why a line is not JSON, with the column; the caller knows the line better than the parser.
pub(crate) fn json_reason(what: &str, error: &serde_json::Error) -> String {
    // An identifier is what the parser expects after an `n`, `t` or `f`.
    let message = error
        .to_string()
        .replace("expected ident", "expected value");
    let place = format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&place) {
        Some(message) => format!("{what}: {message} at column {}", error.column()),
        None => format!("{what}: {message}"),
    }
}
