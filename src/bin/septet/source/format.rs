//! The formats of records, and the names of files that have them.

use std::ffi::OsStr;
use std::path::Path;

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use super::magic::Packing;

/// The format of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Csv(Dialect),
    /// A JSON object on each line.
    Ndjson,
    /// A JSON string on each line.
    Strings,
    /// A text on each line.
    Lines,
}

/// A dialect of CSV: RFC 4180, and variants that databases write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    /// The octet between columns.
    pub(crate) delimiter: u8,
    /// Quotes enclose cells; otherwise they are text.
    pub(crate) has_quotes: bool,
    /// The octet that escapes the next one. Records are handed out without it.
    pub(crate) escape: Option<u8>,
}

impl Dialect {
    /// RFC 4180 with this delimiter.
    pub(crate) const fn new(delimiter: u8) -> Self {
        Dialect {
            delimiter,
            has_quotes: true,
            escape: None,
        }
    }

    /// A reader that takes rows of any length; it does not treat the first one as a header.
    pub(crate) fn reader(self) -> csv::ReaderBuilder {
        let mut builder = csv::ReaderBuilder::new();
        builder
            .delimiter(self.delimiter)
            .quoting(self.has_quotes)
            .escape(self.escape)
            .has_headers(false);
        builder
    }
}

/// The numbering of rows in messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Numbering {
    /// Lines of the file.
    #[default]
    Lines,
    /// Rows of the sheet, or elements of the array.
    Rows,
}

impl Numbering {
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Numbering::Lines => "line",
            Numbering::Rows => "row",
        }
    }
}

/// The formats as the command line calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatName {
    Csv,
    Tsv,
    #[value(alias = "jsonl")]
    Ndjson,
    Json,
    #[value(aliases = ["ods", "xls", "xlsb"])]
    Xlsx,
    #[value(alias = "txt")]
    Lines,
}

impl FormatName {
    /// The format for the extension of a name; `None` if it is not known.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let extension = unpacked(path).extension()?.to_ascii_lowercase();
        match extension.to_str()? {
            "csv" => Some(FormatName::Csv),
            "tsv" | "tab" => Some(FormatName::Tsv),
            "ndjson" | "jsonl" => Some(FormatName::Ndjson),
            "json" => Some(FormatName::Json),
            "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" => Some(FormatName::Xlsx),
            "txt" | "lines" => Some(FormatName::Lines),
            _ => None,
        }
    }
}

/// The packing that the extension of a name promises.
pub(super) fn packing(path: &Path) -> Option<Packing> {
    let extension = path.extension().and_then(OsStr::to_str)?;
    let mut all = Packing::ALL.into_iter();
    all.find(|packing| extension.eq_ignore_ascii_case(packing.extension()))
}

/// The name a file has when it is unpacked.
pub(crate) fn unpacked(path: &Path) -> &Path {
    match (packing(path), path.file_stem()) {
        (Some(_), Some(stem)) => Path::new(stem),
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let of = |name: &str| FormatName::of(Path::new(name));
        assert_eq!(of("a/b.csv"), Some(FormatName::Csv));
        assert_eq!(of("b.TSV.gz"), Some(FormatName::Tsv));
        assert_eq!(of("b.jsonl.zst"), Some(FormatName::Ndjson));
        assert_eq!(of("b.json.bz2"), Some(FormatName::Json));
        assert_eq!(of("b.txt"), Some(FormatName::Lines));
        assert_eq!(of("b.ODS"), Some(FormatName::Xlsx));
        assert_eq!((of("b"), of("b.gz"), of("b.pdf")), (None, None, None));
    }
}
