//! What a file holds, by its name.

use std::ffi::OsStr;
use std::path::Path;

use clap::ValueEnum;

/// How records stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// RFC 4180, with this between the columns.
    Csv { delimiter: u8 },
    /// A JSON object on each line.
    Ndjson,
    /// A text on each line.
    Lines,
}

/// The formats as the command line calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatName {
    Csv,
    Tsv,
    #[value(alias = "jsonl")]
    Ndjson,
    #[value(alias = "txt")]
    Lines,
}

impl FormatName {
    /// The format, with another delimiter if one is given.
    pub(crate) fn format(self, delimiter: Option<u8>) -> Format {
        match self {
            FormatName::Csv => Format::Csv {
                delimiter: delimiter.unwrap_or(b','),
            },
            FormatName::Tsv => Format::Csv {
                delimiter: delimiter.unwrap_or(b'\t'),
            },
            FormatName::Ndjson => Format::Ndjson,
            FormatName::Lines => Format::Lines,
        }
    }

    /// By what a name ends in; `None` where that says nothing.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let extension = unpacked(path).extension()?.to_ascii_lowercase();
        match extension.to_str()? {
            "csv" => Some(FormatName::Csv),
            "tsv" | "tab" => Some(FormatName::Tsv),
            "ndjson" | "jsonl" => Some(FormatName::Ndjson),
            "txt" | "lines" => Some(FormatName::Lines),
            _ => None,
        }
    }
}

/// Reads what stands between columns from the command line.
pub(crate) fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        [delimiter] => Ok(*delimiter),
        b"\\t" => Ok(b'\t'),
        _ => Err("expected one ASCII character, or \\t".to_owned()),
    }
}

/// How the octets of a file are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Plain,
    Gzip,
    Zstd,
}

impl Packing {
    pub(super) fn of(path: &Path) -> Self {
        match path.extension().and_then(OsStr::to_str) {
            Some(name) if name.eq_ignore_ascii_case("gz") => Packing::Gzip,
            Some(name) if name.eq_ignore_ascii_case("zst") => Packing::Zstd,
            _ => Packing::Plain,
        }
    }
}

/// The name a file has when it is unpacked.
pub(crate) fn unpacked(path: &Path) -> &Path {
    match (Packing::of(path), path.file_stem()) {
        (Packing::Gzip | Packing::Zstd, Some(stem)) => Path::new(stem),
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
        assert_eq!(of("b.txt"), Some(FormatName::Lines));
        assert_eq!((of("b"), of("b.gz"), of("b.xlsx")), (None, None, None));
    }
}
