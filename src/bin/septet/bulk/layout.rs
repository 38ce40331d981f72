//! The layouts of written rows.

use std::ffi::OsStr;
use std::path::Path;

use clap::ValueEnum;
use serde::Serialize;

use crate::outcome::Failure;
use crate::source::{Dialect, Format, FormatName};

use super::added::Value;
use super::records::Body;

/// The layouts as the command line calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LayoutName {
    Csv,
    Tsv,
    #[value(alias = "jsonl")]
    Ndjson,
    Json,
}

/// Extensions of files that do not hold plain text.
const OTHERS: [&str; 25] = [
    "7z", "arrow", "avro", "db", "doc", "docx", "feather", "htm", "html", "jpg", "numbers", "odt",
    "orc", "parquet", "pdf", "png", "pptx", "rar", "rtf", "sql", "sqlite", "tar", "xml", "yaml",
    "zip",
];

impl LayoutName {
    /// Returns `true` for the name of a file that holds something else than rows of text.
    pub(super) fn is_other(path: &Path) -> bool {
        let extension = path.extension().and_then(OsStr::to_str);
        extension.is_some_and(|extension| {
            let extension = extension.to_ascii_lowercase();
            OTHERS.contains(&extension.as_str())
        })
    }

    /// The layout for the extension of a file name.
    pub(super) fn of(path: &Path) -> Option<Self> {
        match FormatName::of(path)? {
            FormatName::Csv => Some(LayoutName::Csv),
            FormatName::Tsv => Some(LayoutName::Tsv),
            FormatName::Ndjson => Some(LayoutName::Ndjson),
            FormatName::Json => Some(LayoutName::Json),
            FormatName::Lines | FormatName::Xlsx => None,
        }
    }

    /// As the input is.
    pub(super) const fn like(format: Format) -> Self {
        match format {
            Format::Csv(Dialect {
                delimiter: b'\t', ..
            }) => LayoutName::Tsv,
            Format::Csv(_) | Format::Lines => LayoutName::Csv,
            Format::Ndjson | Format::Strings => LayoutName::Ndjson,
        }
    }
}

/// The layout of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// A row that comes out as it came in is copied, quotes and all.
    Csv {
        delimiter: u8,
        is_copied: bool,
        is_safe: bool,
    },
    Ndjson,
    /// An array.
    Json,
}

impl Layout {
    /// The names of columns as the layout can hold them: keys of JSON have to differ, and an empty one becomes the number of
    /// its column.
    pub(super) fn names(self, mut names: Vec<String>) -> Result<Vec<String>, Failure> {
        if matches!(self, Layout::Csv { .. }) {
            return Ok(names);
        }
        for place in 0..names.len() {
            if names[place].is_empty() {
                names[place] = (place + 1).to_string();
            }
            if let Some(first) = names[..place].iter().position(|name| *name == names[place]) {
                return Err(Failure::usage(format!(
                    "the columns {} and {} are both called {}, and keys of JSON have to differ: write --to csv",
                    first + 1,
                    place + 1,
                    names[place]
                )));
            }
        }
        Ok(names)
    }

    /// The octets before all rows.
    pub(super) fn begin(self, names: &[String]) -> Vec<u8> {
        let mut out = Vec::new();
        match self {
            Layout::Ndjson => {}
            Layout::Json => out.push(b'['),
            Layout::Csv {
                delimiter, is_safe, ..
            } => {
                for (place, name) in names.iter().enumerate() {
                    if place > 0 {
                        out.push(delimiter);
                    }
                    push_cell(name.as_bytes(), delimiter, is_safe, &mut out);
                }
                out.push(b'\n');
            }
        }
        out
    }

    /// The octets after all rows.
    pub(super) const fn end(self) -> &'static [u8] {
        match self {
            Layout::Json => b"\n]\n",
            Layout::Csv { .. } | Layout::Ndjson => b"",
        }
    }

    /// The rows of a chunk as they go behind those of others: of an array, the first row of all has no comma before it.
    pub(super) fn joined(self, rows: &[u8], is_first: bool) -> &[u8] {
        match self {
            Layout::Json if is_first => rows.get(1..).unwrap_or_default(),
            _ => rows,
        }
    }

    /// Appends a row; `names` are those of its columns and of what is added.
    pub(super) fn push<'v>(
        self,
        body: &Body,
        names: &[String],
        values: impl Iterator<Item = Value<'v>>,
        out: &mut Vec<u8>,
    ) {
        match self {
            Layout::Csv {
                delimiter,
                is_copied,
                is_safe,
            } => {
                match body {
                    Body::Cells { raw, .. } if is_copied => out.extend_from_slice(raw),
                    _ => {
                        for (place, cell) in body.cells().enumerate() {
                            if place > 0 {
                                out.push(delimiter);
                            }
                            push_cell(cell, delimiter, is_safe, out);
                        }
                    }
                }
                for value in values {
                    out.push(delimiter);
                    match value {
                        Value::Number(number) => push_number(number, out),
                        Value::Text(text) => push_cell(text.as_bytes(), delimiter, is_safe, out),
                        Value::Decimal(number) => out.extend_from_slice(number.as_bytes()),
                    }
                }
                out.push(b'\n');
            }
            Layout::Ndjson => {
                push_object(body, names, values, out);
                out.push(b'\n');
            }
            Layout::Json => {
                out.extend_from_slice(b",\n");
                push_object(body, names, values, out);
            }
        }
    }
}

fn push_number(number: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// A cell of CSV, in quotes where it needs them; safe means that no spreadsheet takes it for a formula (OWASP, CSV
/// Injection).
fn push_cell(cell: &[u8], delimiter: u8, is_safe: bool, out: &mut Vec<u8>) {
    let is_formula = is_safe
        && matches!(
            cell.first(),
            Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r')
        );
    let special = |octet: &u8| matches!(octet, b'"' | b'\n' | b'\r') || *octet == delimiter;
    let needs_quotes = cell.iter().any(special);
    if needs_quotes {
        out.push(b'"');
    }
    if is_formula {
        out.push(b'\'');
    }
    if needs_quotes {
        for piece in cell.split_inclusive(|octet| *octet == b'"') {
            out.extend_from_slice(piece);
            if piece.ends_with(b"\"") {
                out.push(b'"');
            }
        }
        out.push(b'"');
    } else {
        out.extend_from_slice(cell);
    }
}

/// An object of JSON: what came in, and what is added behind it.
fn push_object<'v>(
    body: &Body,
    names: &[String],
    values: impl Iterator<Item = Value<'v>>,
    out: &mut Vec<u8>,
) {
    let mut names = names.iter();
    let mut is_first = false;
    if let Body::Object(object, _) = body {
        let open = object.raw.strip_suffix('}').unwrap_or(object.raw);
        out.extend_from_slice(open.trim_ascii_end().as_bytes());
        is_first = object.is_empty;
    } else {
        out.push(b'{');
        for (place, cell) in body.cells().enumerate() {
            push_key(names.next(), place == 0, out);
            push_json(&String::from_utf8_lossy(cell), out);
        }
    }
    for value in values {
        push_key(names.next(), is_first, out);
        is_first = false;
        match value {
            Value::Number(number) => push_number(number, out),
            Value::Text(text) => push_json(&text, out),
            Value::Decimal(number) => out.extend_from_slice(number.as_bytes()),
        }
    }
    out.push(b'}');
}

fn push_key(name: Option<&String>, is_first: bool, out: &mut Vec<u8>) {
    if !is_first {
        out.push(b',');
    }
    push_json(name.map_or("", String::as_str), out);
    out.push(b':');
}

fn push_json(value: &(impl Serialize + ?Sized), out: &mut Vec<u8>) {
    // RunWriter text into memory does not fail.
    let _ = serde_json::to_writer(out, value);
}
