//! The delimiter of a CSV file, and the lines above its header.
//!
//! Spreadsheets write the delimiter of the country, and reports begin with titles. A wrong guess would price the wrong
//! text, so what cannot be told apart is an error that names the candidates.

use csv::ByteRecord;

use super::delimiter::{CANDIDATES, described, refuse_one_column, refuse_unusual};
use super::format::Dialect;
use super::options::InputOptions;

/// The columns that hold the text where none is named, the likeliest first.
pub(crate) const USUAL: [&str; 3] = ["text", "message", "body"];

/// Records that are looked at.
const RECORDS: usize = 200;

/// Records above a header, at most.
const TITLES: usize = 20;

/// The contents that a reader of the file needs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// The names of columns that a header must have; any of [`USUAL`] without one.
    pub(crate) columns: Vec<String>,
    /// The first record names the columns.
    pub(crate) has_header: bool,
    /// The file has columns, even where its name says lines.
    pub(crate) is_table: bool,
    pub(crate) purpose: Purpose,
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

/// A dialect, and the octets before the header, or before the first row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) dialect: Dialect,
    pub(super) prelude: usize,
    /// Records above the header.
    pub(super) titles: usize,
}

/// Finds the dialect of a file that begins with `head`, which is all of it if `is_whole`; `usual` is the delimiter that
/// its name promises. The error is a sentence without the name of the file.
pub(super) fn detect(
    head: &[u8],
    is_whole: bool,
    usual: u8,
    wanted: &Wanted,
    options: &InputOptions,
) -> Result<Found, String> {
    let (declared, prelude) = sep_line(head);
    let body = &head[prelude..];
    let fixed = options.delimiter.or(declared);
    let candidates: Vec<Candidate> = match fixed {
        Some(delimiter) => vec![Candidate::new(
            body,
            is_whole,
            options.dialect(delimiter),
            wanted,
        )],
        None => std::iter::once(usual)
            .chain(CANDIDATES.into_iter().filter(|other| *other != usual))
            .map(|delimiter| Candidate::new(body, is_whole, options.dialect(delimiter), wanted))
            .collect(),
    };
    let chosen = choose(&candidates)?;
    if chosen.header > 0 && !chosen.is_named {
        return Err(format!(
            "the first record has one cell, and others have {}, separated by {}: say with --skip-lines how many lines stand \
             above the header, or with --delimiter what separates the columns",
            chosen.columns,
            described(chosen.dialect.delimiter)
        ));
    }
    let found = Found {
        dialect: chosen.dialect,
        prelude: prelude + chosen.start,
        titles: chosen.header,
    };
    let is_query = wanted.purpose == Purpose::Query;
    let is_meant = options.delimiter.is_some() && (is_query || !wanted.columns.is_empty());
    let column = if is_query { "" } else { " --column 1" };
    if wanted.has_header && chosen.columns == 1 && !is_meant {
        let table = &body[chosen.start..];
        refuse_one_column(table, chosen.dialect, column)?;
        if !chosen.is_named && options.delimiter.is_none() {
            refuse_unusual(table, is_whole, RECORDS, column)?;
        }
    }
    Ok(found)
}

/// Returns `true` if this delimiter divides all records into equally many columns, as a table that Excel calls Unicode text.
pub(super) fn is_table(head: &[u8], is_whole: bool, delimiter: u8) -> bool {
    let dialect = Dialect::new(delimiter);
    let table = Candidate::new(head, is_whole, dialect, &Wanted::default());
    table.columns > 1 && table.records > 1 && table.regular == table.records
}

/// The delimiter of a line such as `sep=;`, by which Excel reads and writes it, and the length of the line.
fn sep_line(head: &[u8]) -> (Option<u8>, usize) {
    let end = head.iter().position(|octet| matches!(octet, b'\n' | b'\r'));
    let line = &head[..end.unwrap_or(head.len())];
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let line = line.strip_suffix(b"\"").unwrap_or(line);
    let is_sep = line
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case(b"sep="));
    match (is_sep, line.get(4..)) {
        (true, Some([delimiter])) => {
            let after = end.map_or(head.len(), |end| {
                end + if head[end..].starts_with(b"\r\n") {
                    2
                } else {
                    1
                }
            });
            (Some(*delimiter), after)
        }
        _ => (None, 0),
    }
}

/// A delimiter, and the table that the file would be with it.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    dialect: Dialect,
    /// Columns of most records.
    columns: usize,
    /// The record that names the columns, and where it starts.
    header: usize,
    start: usize,
    /// The names that are wanted are in the header.
    is_named: bool,
    /// The first record is one cell that has the name which is wanted.
    is_alone: bool,
    /// Records from the header on, and those of them that have as many columns as most.
    records: usize,
    regular: usize,
}

impl Candidate {
    fn new(body: &[u8], is_whole: bool, dialect: Dialect, wanted: &Wanted) -> Self {
        let mut records: Vec<ByteRecord> = dialect
            .reader()
            .flexible(true)
            .from_reader(body)
            .into_byte_records()
            .take(RECORDS + 1)
            .filter_map(Result::ok)
            .collect();
        if (!is_whole || records.len() > RECORDS) && records.len() > 1 {
            records.pop();
        }
        let first = records.first().filter(|record| record.len() == 1);
        let is_alone = wanted.has_header && first.is_some_and(|record| names(record, wanted));
        let columns = mode(records.iter().map(ByteRecord::len));
        let header = if wanted.has_header && columns > 1 {
            header(&records, columns, wanted)
        } else {
            0
        };
        let start = records.get(header).and_then(|record| record.position());
        let regular = records
            .iter()
            .skip(header)
            .filter(|record| record.len() == columns);
        Candidate {
            dialect,
            columns,
            header,
            start: start.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0)),
            is_named: wanted.has_header
                && records
                    .get(header)
                    .is_some_and(|record| names(record, wanted)),
            is_alone,
            records: records.len() - header.min(records.len()),
            regular: regular.count(),
        }
    }

    /// A table of one column, whose name is the first record.
    fn alone(&self) -> Self {
        Candidate {
            columns: 1,
            header: 0,
            start: 0,
            is_named: true,
            ..*self
        }
    }

    /// Compares the shares of records that have as many columns as most.
    fn is_more_regular(&self, other: &Candidate) -> std::cmp::Ordering {
        let (this, that) = (self.regular * other.records, other.regular * self.records);
        this.cmp(&that)
    }
}

/// The most frequent number of columns; of equally frequent ones the larger.
fn mode(widths: impl Iterator<Item = usize>) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for width in widths {
        *counts.entry(width).or_insert(0_usize) += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|&(width, count)| (count, width));
    most.map_or(1, |(width, _)| width)
}

/// The record that names the columns: above it stand records with one cell at most, and nothing else.
fn header(records: &[ByteRecord], columns: usize, wanted: &Wanted) -> usize {
    let filled = |record: &ByteRecord| {
        record
            .iter()
            .filter(|cell| !cell.trim_ascii().is_empty())
            .count()
    };
    let last = records
        .iter()
        .take(TITLES + 1)
        .position(|record| filled(record) > 1);
    let last = last.unwrap_or(0);
    let named = |record: &ByteRecord| record.len() == columns && names(record, wanted);
    let named = records[..last].iter().position(named);
    named.unwrap_or(last)
}

/// Returns `true` if a record has the names of the columns that are wanted.
fn names(record: &ByteRecord, wanted: &Wanted) -> bool {
    let has = |name: &str| {
        record
            .iter()
            .any(|cell| cell.trim_ascii() == name.as_bytes())
    };
    if wanted.columns.is_empty() {
        let is_usual = |cell: &[u8]| {
            USUAL
                .iter()
                .any(|usual| cell.eq_ignore_ascii_case(usual.as_bytes()))
        };
        return record.iter().any(|cell| is_usual(cell.trim_ascii()));
    }
    wanted.columns.iter().all(|name| has(name))
}

/// Prefers the delimiter that makes the columns which are wanted, then the one that divides the records evenly, then
/// the one that makes more columns.
fn choose(candidates: &[Candidate]) -> Result<Candidate, String> {
    let divides = |candidate: &&Candidate| candidate.columns > 1;
    let named = |candidate: &&Candidate| candidate.is_named && candidate.columns > 1;
    let mut left: Vec<&Candidate> = candidates.iter().filter(named).collect();
    if left.is_empty() && candidates[0].is_alone {
        return Ok(candidates[0].alone());
    }
    if left.is_empty() {
        // What stands above a header is known only by the names in it.
        let at_once = |candidate: &&Candidate| candidate.header == 0;
        left = candidates.iter().filter(divides).filter(at_once).collect();
    }
    if left.is_empty() {
        left = candidates.iter().filter(divides).collect();
    }
    let Some(best) = left.iter().copied().max_by(|one, other| {
        let order = one.is_more_regular(other);
        order.then(one.columns.cmp(&other.columns))
    }) else {
        return Ok(candidates[0]);
    };
    left.retain(|other| best.is_more_regular(other).is_eq() && other.columns == best.columns);
    match left.as_slice() {
        [one] => Ok(**one),
        several => {
            let named: Vec<&str> = several
                .iter()
                .map(|other| described(other.dialect.delimiter))
                .collect();
            Err(format!(
                "the columns may be separated by {}: say which with --delimiter",
                named.join(" or ")
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(csv: &str, columns: &[&str]) -> Result<(u8, usize), String> {
        let wanted = Wanted {
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            has_header: true,
            is_table: true,
            ..Wanted::default()
        };
        let found = detect(
            csv.as_bytes(),
            true,
            b',',
            &wanted,
            &InputOptions::default(),
        )?;
        Ok((found.dialect.delimiter, found.prelude))
    }

    #[test]
    fn delimiters() {
        for (csv, columns, delimiter, prelude) in [
            ("a,b\n1,2\n", &[][..], b',', 0),
            ("a;b;c\n1;0,5;x, y\n2;0,7;z\n", &[], b';', 0),
            ("a\tb\n1\tx, y\n", &[], b'\t', 0),
            ("a|b\n1|x\n", &[], b'|', 0),
            ("sep=;\r\na,b;text\r\n1;2\r\n", &[], b';', 7),
            ("\"sep=\t\"\na\n", &[], b'\t', 8),
            ("text\nHello, you\nHello; you\n", &[], b',', 0),
            ("Report\n\nName;Text\nAnn;Hi\n", &[], b';', 7),
            ("text\nHi; you\nbye; you\n", &[], b',', 0),
            ("Nachricht\nHi; you\nbye; you\n", &["Nachricht"], b',', 0),
            ("text\n\nName;Text\nAnn;Hi\n", &[], b';', 5),
            ("Report;;\n;;\nName;Text;N\nAnn;Hi;1\n", &["Text"], b';', 12),
            ("text;x\nHi;1\nyou;2\n", &["text"], b';', 0),
            ("\"text; long\"\nHi\n", &[], b',', 0),
            ("Name;Message\n", &[], b';', 0),
            ("text,\nHi,1\n", &[], b',', 0),
        ] {
            assert_eq!(found(csv, columns), Ok((delimiter, prelude)), "{csv}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_an_error() {
        let error = found("a,b;c\n1,2;3\n", &[]).unwrap_err();
        assert_eq!(
            error,
            "the columns may be separated by a comma (,) or a semicolon (;): say which with --delimiter"
        );
        let error = found("Nachricht\nHi; you\nbye; you\n", &[]).unwrap_err();
        assert!(
            error.starts_with(
                "the first record has one cell, and others have 2, separated by a semicolon (;)"
            ),
            "{error}"
        );
        let error = found("Text; long\nHi\nyou\n", &[]).unwrap_err();
        assert!(
            error.starts_with("the header \"Text; long\" is one column, but contains"),
            "{error}"
        );
        for (csv, option) in [
            ("id^text\n1^Hi\n2^you\n", "'^'"),
            ("a:b:text\n1::Hi\n2:x:you\n", "':'"),
            ("id\x1Ftext\r\n1\x1FHi\r\n", "$'\\x1f'"),
        ] {
            let error = found(csv, &[]).unwrap_err();
            let sentence = format!("say so with --delimiter {option}; if");
            assert!(error.contains(&sentence), "{error}");
        }
        for csv in ["Note: text\nHi\n", "a^b\n", "text\nat 5:30\nat 6:30\n"] {
            assert_eq!(found(csv, &[]), Ok((b',', 0)), "{csv}");
        }
        assert_eq!(found("a:b\n1:2\n", &["a:b"]), Ok((b',', 0)));
        let error = found("Name;Text\nHi\nyou\nthere\n", &[]).unwrap_err();
        assert!(error.contains("contains a semicolon (;)"), "{error}");
    }
}
