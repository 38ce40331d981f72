//! Delimiters of CSV, and tables of one column that seem to have more.

use super::format::Dialect;

/// Delimiters that programs write between columns.
pub(super) const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Delimiters that few programs write: they are not detected, but named where they divide every line.
const UNUSUAL: [u8; 6] = [b'^', b':', b'~', b'#', 0x01, 0x1F];

/// A header of one column that holds what separates columns elsewhere is never one column of text; `column` is the option
/// that names the column after all, if there is one.
pub(super) fn refuse_one_column(
    header: &[u8],
    dialect: Dialect,
    column: &str,
) -> Result<(), String> {
    let end = header
        .iter()
        .position(|octet| matches!(octet, b'\n' | b'\r'));
    let line = header[..end.unwrap_or(header.len())].trim_ascii();
    if line.starts_with(b"\"") && dialect.has_quotes {
        return Ok(());
    }
    let others = CANDIDATES
        .iter()
        .filter(|other| **other != dialect.delimiter);
    let found: Vec<&str> = others
        .filter(|other| line.contains(other))
        .map(|other| described(*other))
        .collect();
    if found.is_empty() {
        return Ok(());
    }
    let shown: String = String::from_utf8_lossy(line).chars().take(60).collect();
    Err(format!(
        "the header {shown:?} is one column, but contains {}: say with --delimiter what separates the columns; \
         if it is one column, --delimiter {}{column}",
        found.join(" and "),
        if dialect.delimiter == b'\t' {
            "'\\t'"
        } else {
            ","
        },
    ))
}

/// A quoted header that holds what separates columns, above rows that hold it as often, is a table of which each line was
/// quoted once more, or written into one cell.
pub(super) fn refuse_quoted_lines(
    table: &[u8],
    is_whole: bool,
    (dialect, most): (Dialect, usize),
    column: &str,
) -> Result<(), String> {
    let reader = dialect.reader().flexible(true).from_reader(table);
    let records = reader.into_byte_records().take(most);
    let mut cells: Vec<Vec<u8>> = records
        .map_while(Result::ok)
        .map(|record| record.get(0).unwrap_or_default().to_vec())
        .collect();
    if (!is_whole || cells.len() == most) && cells.len() > 1 {
        cells.pop();
    }
    let Some((header, rows)) = cells.split_first() else {
        return Ok(());
    };
    let count = |cell: &[u8], delimiter: u8| memchr::memchr_iter(delimiter, cell).count();
    let divides = |delimiter: &&u8| {
        let columns = count(header, **delimiter);
        columns > 0 && !rows.is_empty() && rows.iter().all(|row| count(row, **delimiter) >= columns)
    };
    match CANDIDATES.iter().find(divides) {
        Some(delimiter) => Err(format!(
            "the header {:?} is one cell, but contains {}, as all rows do: divide the cells into columns (Text to \
             Columns in a spreadsheet) or remove the quotes around each line; if it is one column, --delimiter ,{column}",
            String::from_utf8_lossy(header)
                .chars()
                .take(60)
                .collect::<String>(),
            described(*delimiter),
        )),
        None => Ok(()),
    }
}

/// Lines that a rarer delimiter divides into equally many columns are not one column of text.
pub(super) fn refuse_unusual(
    table: &[u8],
    is_whole: bool,
    most: usize,
    column: &str,
) -> Result<(), String> {
    let mut lines: Vec<&[u8]> = table.split(|octet| *octet == b'\n').take(most).collect();
    if !is_whole || lines.len() == most {
        lines.pop();
    }
    lines.retain(|line| !line.trim_ascii().is_empty());
    let count = |line: &[u8], delimiter: u8| memchr::memchr_iter(delimiter, line).count();
    let divides = |delimiter: &&u8| match lines.as_slice() {
        [header, rows @ ..] if !rows.is_empty() => {
            let columns = count(header, **delimiter);
            columns > 0 && rows.iter().all(|row| count(row, **delimiter) == columns)
        }
        _ => false,
    };
    match UNUSUAL.iter().find(divides) {
        Some(delimiter) => Err(format!(
            "the columns may be separated by {}: say so with --delimiter {}; if the file has one column, --delimiter ,{column}",
            described(*delimiter),
            argument(*delimiter),
        )),
        None => Ok(()),
    }
}

/// A delimiter as a shell takes it.
fn argument(delimiter: u8) -> String {
    match delimiter {
        0..0x20 => format!("$'\\x{delimiter:02x}'"),
        _ => format!("'{}'", char::from(delimiter)),
    }
}

/// A delimiter as messages call it.
pub(super) fn described(delimiter: u8) -> &'static str {
    match delimiter {
        b',' => "a comma (,)",
        b';' => "a semicolon (;)",
        b'\t' => "a tab (\\t)",
        b'|' => "a bar (|)",
        b'^' => "a caret (^)",
        b':' => "a colon (:)",
        b'~' => "a tilde (~)",
        b'#' => "a hash (#)",
        0x01 => "the control character U+0001",
        0x1F => "the control character U+001F",
        _ => "another character",
    }
}
