//! Signs that a row of CSV is not what its file was meant to hold. Such a row is unreadable: its price would be wrong.

use memchr::memchr;

use super::format::Dialect;
use super::split::Quotes;

/// The reason where a quote is never closed.
pub(crate) const OPEN_QUOTE: &str =
    "a quote opens here and is never closed; close it, or take quotes as text with --no-quoting";

/// The reason where a zero octet is in a row: a sign of another encoding, or of a file that is damaged.
pub(crate) const ZERO: &str = "a zero octet (NUL) is in the row: the file may be UTF-16 or damaged";

/// The reason where a row names the columns once more.
pub(crate) const HEADER_AGAIN: &str = "the names of the columns stand here again: name the files one after another instead of joining them";

/// Errors of spreadsheets, which stand in place of a text.
const ERRORS: [&str; 10] = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#ERROR!",
];

/// The reason why the quotes of a row seem to be text; `is_long` says whether the row goes over several lines.
pub(crate) fn quotes(
    raw: &[u8],
    is_long: bool,
    dialect: Dialect,
    columns: usize,
) -> Option<String> {
    if !dialect.has_quotes || memchr(b'"', raw).is_none() {
        return None;
    }
    if closes_early(raw, dialect) {
        let reason = if is_long {
            "a quoted cell goes over several lines, and text follows its closing quote: a quote may be missing"
        } else {
            "text follows the closing quote of a cell: if quotes are text, --no-quoting reads them; if \\\" is a quote within a cell, --escape '\\'"
        };
        return Some(reason.to_owned());
    }
    (is_long && are_rows(raw, dialect.delimiter, columns)).then(|| {
        "a quoted cell goes over several lines that have as many columns as a row: if quotes are text, --no-quoting reads them".to_owned()
    })
}

/// Returns `true` if a closing quote is not followed by a delimiter: the quotes around it are lost, or a cell over
/// several lines has swallowed the quotes of others.
pub(crate) fn closes_early(records: &[u8], dialect: Dialect) -> bool {
    if !dialect.has_quotes {
        return false;
    }
    let mut quotes = Quotes::new(dialect);
    let mut is_early = false;
    let mut is_first = true;
    quotes.read(records, |start, _| {
        let after = records.get(start);
        let is_end = |octet: &u8| *octet == dialect.delimiter || matches!(octet, b'\n' | b'\r');
        is_early |= !is_first && !after.is_none_or(is_end);
        is_first = false;
    });
    is_early
}

/// Returns `true` if each line of a row is one by itself, with the number of the row in front. Texts rarely have tabs; for
/// other delimiters, which they often have, the numbers must follow each other.
fn are_rows(raw: &[u8], delimiter: u8, columns: usize) -> bool {
    let number = |line: &[u8]| -> Option<u64> {
        let width = memchr::memchr_iter(delimiter, line).count() + 1;
        let first = line.split(|octet| *octet == delimiter).next()?;
        let digits = first.iter().all(u8::is_ascii_digit) && width == columns;
        digits.then(|| std::str::from_utf8(first).ok()?.parse().ok())?
    };
    let numbers: Option<Vec<u64>> = raw.split(|octet| *octet == b'\n').map(number).collect();
    columns > 1
        && numbers.is_some_and(|numbers| {
            let mut pairs = numbers.windows(2);
            delimiter == b'\t' || pairs.all(|pair| pair[0].checked_add(1) == Some(pair[1]))
        })
}

/// The reason why a cell does not hold the text that was meant; `is_unescaped` if the escapes of a database were read.
pub(crate) fn text(cell: &str, is_unescaped: bool) -> Option<String> {
    match cell.as_bytes() {
        b"\\N" if !is_unescaped => Some(
            "the text is \\N, as databases write for no value: --escape '\\' reads it as an empty cell"
                .to_owned(),
        ),
        [b'#', ..] if ERRORS.contains(&cell) => {
            Some(format!("the text is {cell}, an error of a spreadsheet"))
        }
        _ => None,
    }
}

/// Returns `true` if a row names the columns once more, as where files were joined.
pub(crate) fn is_header<'c>(mut cells: impl Iterator<Item = &'c [u8]>, columns: &[String]) -> bool {
    let mut names = columns.iter().map(String::as_bytes);
    let first = cells.next().map(unmarked);
    columns.len() > 1
        && first.map(<[u8]>::trim_ascii) == names.next()
        && cells.map(<[u8]>::trim_ascii).eq(names)
}

/// A cell without a byte order mark, which stands before the first one where a program marked what was marked.
pub(crate) fn unmarked(cell: &[u8]) -> &[u8] {
    cell.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_that_are_text() {
        let is_suspect = |raw: &str, delimiter, columns| {
            let is_long = raw.contains('\n');
            quotes(raw.as_bytes(), is_long, Dialect::new(delimiter), columns).is_some()
        };
        for raw in ["1,\"a\" b", "1,\"say \\\"hi\\\"\"", "\"a\nb\" c,1"] {
            assert!(is_suspect(raw, b',', 2), "{raw}");
        }
        assert!(is_suspect("1\t\"a\n7\tb\"", b'\t', 2));
        assert!(is_suspect("1,\"a\n2,b\n3,c\"", b',', 2));
        assert!(!is_suspect("1,\"a\n7,b\"", b',', 2));
        for raw in [
            "1,\"a\"",
            "\"a \"\"b\"\"\",1",
            "5\" pipe,1",
            "1,\"a\nDear, b\"",
        ] {
            assert!(!is_suspect(raw, b',', 2), "{raw}");
        }
        assert!(!is_suspect("1\t\"a\nb\"", b'\t', 2));
        assert!(!is_suspect("1\t\"a\nb\tc\"", b'\t', 2));
        assert!(!is_suspect("\"a\nb\"", b'\t', 1));
    }

    #[test]
    fn cells_without_a_text() {
        assert!(text("\\N", false).is_some() && text("#N/A", true).is_some());
        for cell in ["\\N", "#1", "", "\\"] {
            assert_eq!(text(cell, true), None, "{cell}");
        }
    }
}
