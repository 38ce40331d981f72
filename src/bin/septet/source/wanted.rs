//! The columns that the reader of a table needs.

use csv::ByteRecord;

/// The columns that hold the text where none is named, the likeliest first.
pub(crate) const USUAL: [&str; 3] = ["text", "message", "body"];

/// The contents that a reader of the file needs.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else about the columns"
)]
pub(crate) struct Wanted {
    /// The names of columns that a header must have; any of [`USUAL`] without one.
    pub(crate) columns: Vec<String>,
    /// The first record names the columns.
    pub(crate) has_header: bool,
    /// The file has columns, even where its name says lines.
    pub(crate) is_table: bool,
    pub(crate) purpose: Purpose,
    /// A column is named by its number.
    pub(crate) is_numbered: bool,
    /// Names of columns are the same in upper and lower case.
    pub(crate) ignores_case: bool,
}

/// The reader of the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Takes tables or objects.
    #[default]
    Records,
    /// Takes texts too, such as an array of strings.
    Texts,
    /// A query, which names the columns itself. Takes texts too.
    Query,
}

impl Purpose {
    /// The option for the format: in queries `--format` is that of the answer.
    pub(super) const fn format_option(self) -> &'static str {
        match self {
            Purpose::Query => "input-format",
            Purpose::Records | Purpose::Texts => "format",
        }
    }
}

impl Wanted {
    /// Returns `true` if a record has the names of the columns that are wanted.
    pub(super) fn are_in(&self, record: &ByteRecord) -> bool {
        let has = |name: &str| {
            record.iter().map(<[u8]>::trim_ascii).any(|cell| {
                cell == name.as_bytes()
                    || self.ignores_case && cell.eq_ignore_ascii_case(name.as_bytes())
            })
        };
        if self.columns.is_empty() {
            let is_usual = |cell: &[u8]| {
                USUAL
                    .iter()
                    .any(|usual| cell.eq_ignore_ascii_case(usual.as_bytes()))
            };
            return record.iter().any(|cell| is_usual(cell.trim_ascii()));
        }
        self.columns.iter().all(|name| has(name))
    }
}
