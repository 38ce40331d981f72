//! Options that say how files are to be read, where the files do not show it themselves.

use encoding_rs::Encoding;

use super::format::{Dialect, FormatName};
use crate::outcome::Failure;

const HEADING: &str = "Input";

#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct InputOptions {
    /// csv, tsv, ndjson (a JSON object or string a line), json (an array, or an object with one in it), xlsx
    /// (also for ods) or lines (a text a line); from the name and the content of the file without it
    #[arg(id = "input_format", long = "format", alias = "input-format", value_name = "NAME", value_enum, ignore_case = true, hide_possible_values = true, help_heading = HEADING)]
    pub(crate) format: Option<FormatName>,
    /// The character between the columns of CSV; detected among , ; tab and | without it
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter_character, help_heading = HEADING)]
    pub(crate) delimiter: Option<u8>,
    /// Quotes are text, as databases write them with tabs between the columns
    #[arg(long, help_heading = HEADING)]
    pub(crate) no_quoting: bool,
    /// The character that escapes the next one, such as \: \" is a quote, \t a tab, \n a line break and \N an empty
    /// cell, as databases write them. A doubled quote is a quote with and without it
    #[arg(long, value_name = "CHARACTER", value_parser = escape, help_heading = HEADING)]
    pub(crate) escape: Option<u8>,
    /// The encoding of the file, such as windows-1252, iso-8859-2 or utf-16le; without it what a byte
    /// order mark says, else UTF-8
    #[arg(long, value_name = "NAME", value_parser = encoding, help_heading = HEADING)]
    pub(crate) input_encoding: Option<&'static Encoding>,
    /// The sheet of a workbook that has several
    #[arg(long, value_name = "NAME", help_heading = HEADING)]
    pub(crate) sheet: Option<String>,
    /// Lines, or rows of a sheet, to leave out at the beginning of each file
    #[arg(
        long,
        value_name = "N",
        default_value_t,
        hide_default_value = true,
        help_heading = HEADING
    )]
    pub(crate) skip_lines: u64,
}

impl InputOptions {
    /// A dialect with the quoting that was asked for.
    pub(super) const fn dialect(&self, delimiter: u8) -> Dialect {
        Dialect {
            delimiter,
            has_quotes: !self.no_quoting,
            escape: self.escape,
        }
    }

    /// Refuses what makes no sense together.
    pub(crate) fn refuse_conflicts(&self) -> Result<(), Failure> {
        if self.escape.is_some() && self.escape == self.delimiter {
            return Err(Failure::usage(
                "--escape and --delimiter are the same character",
            ));
        }
        Ok(())
    }

    /// Returns `true` if any of them is given.
    pub(crate) const fn is_given(&self) -> bool {
        self.format.is_some()
            || self.delimiter.is_some()
            || self.no_quoting
            || self.escape.is_some()
            || self.input_encoding.is_some()
            || self.sheet.is_some()
            || self.skip_lines > 0
    }
}

/// Reads the character between columns from the command line.
pub(crate) fn delimiter_character(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"\\t" => Ok(b'\t'),
        [b'"'] => {
            Err("a quote encloses cells; expected another ASCII character, or \\t".to_owned())
        }
        [b'\n' | b'\r'] => {
            Err("a line break ends rows; expected another ASCII character".to_owned())
        }
        [delimiter] if delimiter.is_ascii() => Ok(*delimiter),
        _ => Err("expected one ASCII character, or \\t".to_owned()),
    }
}

fn escape(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        [octet] if octet.is_ascii_punctuation() && *octet != b'"' => Ok(*octet),
        _ => Err(
            "expected one ASCII punctuation character other than the quote, such as \\".to_owned(),
        ),
    }
}

fn encoding(text: &str) -> Result<&'static Encoding, String> {
    let label = match text.to_ascii_lowercase().replace('_', "-").as_str() {
        "cp1252" | "ansi" => "windows-1252".to_owned(),
        "latin-1" => "latin1".to_owned(),
        "utf-16" => "utf-16le".to_owned(),
        "mac-roman" | "macroman" => "macintosh".to_owned(),
        label => label.to_owned(),
    };
    Encoding::for_label_no_replacement(label.as_bytes()).ok_or_else(|| {
        "expected a name of the WHATWG Encoding Standard, such as windows-1252, iso-8859-15, utf-16le, shift_jis or gb18030"
            .to_owned()
    })
}
